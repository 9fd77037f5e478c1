using System.Globalization;
using Azukari.Protocol.Wording;

namespace Azukari.Demo.Replays;

/// <summary>Then and now, for a terminal.</summary>
internal static class ReplayTable
{
    internal static IEnumerable<string> Of(Replay replay, string? picture)
    {
        var (file, now) = (replay.File, replay.Detected);
        string At(DateTimeOffset? at) => at is { } instant ? file.Local(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "—";

        yield return "";
        yield return $"■ {file.Title.Ja} — {file.Title.En}  [{file.Id}]";
        yield return Row("", "当時 / then", "いま / now");
        if (file.First("seal") is not null) yield return Row("書込みの時点 / at sealing", "だれも止めなかった / nobody stopped it", Refused(replay, "seal"));
        yield return Row("最初の警報 / first alarm", At(file.Steps.FirstOrDefault(step => step.Did == "report")?.At), $"{At(now.FirstAlarm)} {now.Rule}");
        yield return Row("読めなくなった / unreadable from", "—", At(now.KeyDead));
        yield return Row("全責任者が知った / all told", At(file.Steps.LastOrDefault(step => step.Did == "report")?.At), $"{At(now.AllTold)}{Answered(now, At)}");
        yield return Row("正確な内容 / exact count", At(file.Steps.FirstOrDefault(step => step.Did == "count" && step.Is("correct", "true"))?.At), Counted(now));
        if (now.Key is { } key) yield return Row("鍵 / keys", "—", $"{KeyWording.Of(key, file.Zone.Id).Ja} / {KeyWording.Of(key, file.Zone.Id).En}");
        if (!now.StandIns.IsEmpty) yield return Row("代役 / stand-ins", "", string.Join(", ", now.StandIns.Select(one => one.For is null ? $"{one.Person} ({one.Party})" : $"{one.For} → {one.Person} ({one.Party})")));
        foreach (var clock in now.Clocks.Where(clock => clock.Deadline.Nominal is not null))
            yield return Row("法令の期限 / legal clocks", "", $"{clock.Party}: {clock.Deadline.Pack} {LawWording.Of(clock.Deadline.Duty).Ja} / {LawWording.Of(clock.Deadline.Duty).En} {clock.Deadline.Nominal:O}{(clock.Deadline.Due == clock.Deadline.Nominal ? "" : $" → {clock.Deadline.Due:O}")}");

        yield return "";
        foreach (var line in StoryLine.Of(replay))
            yield return $"  {At(line.At)}  {(line.Lane == Lane.Then ? Wide($"{line.Text.Ja} / {line.Text.En}", 60) : $"{new string(' ', 8)}▶ {line.Text.Ja} / {line.Text.En}")}";
        foreach (var step in now.NotAsDemanded) yield return $"  ! {At(step.Step.At)} {step.Step.Did}: {string.Join(' ', step.RefusedBy)}";
        if (file.Unknown.Concat(replay.Prevented.SelectMany(step => step.Unknown)).Distinct().ToArray() is { Length: > 0 } unknown) yield return $"  不明 / unknown, never guessed: {string.Join(", ", unknown)}";
        if (picture is not null) yield return $"  図 / picture  {picture}";
    }

    private static string Refused(Replay replay, string did) =>
        replay.Prevented.FirstOrDefault(step => step.Step.Did == did) is { } step && !step.Said.IsEmpty ? string.Join(' ', step.RefusedBy) : "—";

    private static string Answered(Detected now, Func<DateTimeOffset?, string> at) =>
        now.AllAcknowledged is null ? "" : $"（確認 / answered {at(now.AllAcknowledged)}: 15分後と仮定 / assumed after 15 minutes）";

    /// <summary>What was never sealed was never counted.</summary>
    private static string Counted(Detected now) =>
        now.Key is null ? "—" : string.Create(CultureInfo.InvariantCulture, $"{now.People:N0}人 / people, {now.Records:N0}件 / records: ただちに / at once");

    private static string Row(string what, string then, string now) => $"  {Wide(what, 34)}{Wide(then, 42)}{now}";

    /// <summary>Pads to columns of a terminal, where a Japanese character takes two.</summary>
    private static string Wide(string text, int columns) => text + new string(' ', Math.Max(1, columns - text.Sum(c => c > '\u2e7f' ? 2 : 1)));
}
