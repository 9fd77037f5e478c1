using System.Collections.Immutable;
using System.Globalization;
using Azukari.Domain.Watch;
using Azukari.Protocol.Wording;

namespace Azukari.Demo.Replays;

/// <summary>On which side of the timeline something stands.</summary>
internal enum Lane
{
    /// <summary>What happened.</summary>
    Then,

    /// <summary>What the rules say, and what the record would have known.</summary>
    Now,
}

/// <summary>How something looks: a fact, a refusal, an alarm, a key that is gone.</summary>
internal enum Tone
{
    Fact,
    Refused,
    Alarm,
    Safe,
}

/// <summary>One line of the story.</summary>
/// <param name="At">When.</param>
/// <param name="Lane">Then or now.</param>
/// <param name="Tone">How it looks.</param>
/// <param name="Text">What it says, in both languages.</param>
/// <param name="Why">The sentences behind it.</param>
internal sealed record StoryLine(DateTimeOffset At, Lane Lane, Tone Tone, Words Text, ImmutableArray<Words> Why)
{
    /// <summary>The whole story, in order of time, what happened before what would have.</summary>
    internal static ImmutableArray<StoryLine> Of(Replay replay) =>
        [.. replay.Prevented.SelectMany(Of).Concat(Of(replay.Detected)).Concat(Gone(replay)).OrderBy(line => line.At).ThenBy(line => line.Lane).ThenBy(line => line.Tone)];

    private static IEnumerable<StoryLine> Of(Prevented prevented)
    {
        var (step, did) = (prevented.Step, DidWording.Of(prevented.Step.Did));
        var by = step.By.IsEmpty ? "" : string.Join(", ", step.By);
        yield return new(step.At, Lane.Then, Tone.Fact, new($"{did.Ja}（{by}）", $"{did.En} ({by})"), []);

        if (prevented.Said.IsEmpty) yield break;
        var rules = string.Join(' ', prevented.RefusedBy);
        yield return new(step.At, Lane.Now, Tone.Refused, new($"認められない：{rules}", $"refused by {rules}"), [.. prevented.Said.Select(RefusalWording.Describe)]);
    }

    /// <summary>At the moment it was gone, the one question: can anybody read it?</summary>
    private static IEnumerable<StoryLine> Gone(Replay replay) =>
        from step in replay.Prevented.Select(prevented => prevented.Step)
        where step.Did == "lose" && replay.Detected.Key is not null
        select replay.Detected.KeyDead is { } dead && dead <= step.At
            ? new StoryLine(step.At, Lane.Now, Tone.Safe, Ago(step.At - dead), [])
            : new StoryLine(step.At, Lane.Now, Tone.Alarm, new("鍵はまだ残っている：期限または届出で廃棄される", "keys still live: they die on a deadline or a report"), []);

    private static Words Ago(TimeSpan since)
    {
        var (hours, minutes) = ((int)since.TotalHours, since.Minutes);
        return new(string.Create(CultureInfo.InvariantCulture, $"鍵は{hours}時間{minutes:00}分前に廃棄済み：拾った人にも読めない"), string.Create(CultureInfo.InvariantCulture, $"keys dead for {hours} h {minutes:00} min: no finder can read it"));
    }

    private static IEnumerable<StoryLine> Of(Detected detected)
    {
        if (detected is { KeyDead: { } dead, Cause: { } cause })
        {
            var why = EnumWording.Of(cause);
            yield return new(dead, Lane.Now, Tone.Safe, new($"鍵は廃棄済み（{why.Ja}）：以後だれも読めない", $"keys dead ({why.En}): from here on nobody can read it"), []);
        }

        foreach (var alarm in detected.Alarms.Where(alarm => alarm.Step < Deadlines.Everybody && alarm.Call == 0))
        {
            var kind = WatchWording.Of(alarm.Kind);
            var told = string.Join(", ", alarm.Told);
            yield return new(alarm.Mark.At, Lane.Now, Tone.Alarm, new($"警報（{kind.Ja}）→ {told}", $"alarm, {kind.En}, to {told}"), []);
        }

        if (detected.AllAcknowledged is { } answered)
            yield return new(answered, Lane.Now, Tone.Safe, new("責任者全員が確認（15分後の応答を仮定）", "everybody in charge has answered (assumed: after 15 minutes)"), []);
    }
}
