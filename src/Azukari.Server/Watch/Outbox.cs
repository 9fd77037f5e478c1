using System.Globalization;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Domain.Watch;
using Azukari.Server.Storage;
using Azukari.Server.Telemetry;

namespace Azukari.Server.Watch;

/// <summary>One delivery that is owed.</summary>
/// <param name="Alarm">The place of the entry that sounded it; or <c>clock-</c> and the heartbeat before the doubt.</param>
/// <param name="Person">The pseudonym; empty for the webhook.</param>
internal sealed record OutboxRow(string Engagement, string Alarm, string Person, long Tries);

/// <summary>Alarms on their way out. A row comes in the transaction of its entry, so that no crash comes between them; it goes out at least once, and never twice when nothing fails.</summary>
internal sealed class Outbox(Settings settings, ServiceTime time, AlarmBell bell, Vitals vitals)
{
    private const string ToPeople =
        "insert into outbox (engagement, alarm, person, due, tries, sent) select engagement, @alarm, person, @now, 0, 0 from contact where engagement = @engagement and (person = @person or @person = '') on conflict do nothing";

    private const string ToWebhook = "insert into outbox (engagement, alarm, person, due, tries, sent) values (@engagement, @alarm, '', @now, 0, 0) on conflict do nothing";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30), Bogus = TimeSpan.FromDays(1);

    internal void Ring() => bell.Bell.Ring();

    /// <summary>Owes an alarm, or the news of a replaced key, to everybody whom the rules tell of it, as far as there is a way to reach them. Whom to call next is Domain's to say.</summary>
    internal async Task FollowAsync(Held held, long seq, Act act, Engagement after)
    {
        if (ToldOf(act, after) is not { } told) return;

        var alarm = seq.ToString(CultureInfo.InvariantCulture);
        foreach (var person in told) await held.WriteAsync(ToPeople, new { engagement = held.Engagement, alarm, person = person.Value, now = Now });
        if (settings.Webhook is not null) await held.WriteAsync(ToWebhook, new { engagement = held.Engagement, alarm, now = Now });
    }

    /// <summary>Owes everybody of the engagement one plain alarm about the clock; false where that was done for this doubt already.</summary>
    internal async Task<bool> AddDoubtAsync(Database database, string engagement)
    {
        var args = new { engagement, alarm = $"clock-{time.Heartbeat?.ToUnixTimeMilliseconds() ?? 0}", person = "", now = Now };
        var owed = await database.WriteAsync(ToPeople, args) + (settings.Webhook is null ? 0 : await database.WriteAsync(ToWebhook, args));
        if (owed > 0) Ring();
        return owed > 0;
    }

    /// <summary>What may be tried now, what has waited longest first.</summary>
    internal Task<IReadOnlyList<OutboxRow>> DueAsync(Database database, CancellationToken cancellation) => database.ReadAsync<OutboxRow>(
        "select engagement, alarm, person, tries from outbox where sent = 0 and (due <= @now or due > @bogus) order by due, engagement, alarm, person limit 100",
        new { now = Now, bogus = Now + (long)Bogus.TotalMilliseconds }, cancellation); // Further off than any retry: written under a clock that was wrong.

    /// <summary>Takes a delivery for this node; false where another node was quicker. Whoever takes it and falls over leaves it to the next try.</summary>
    internal async Task<bool> TakeAsync(Database database, OutboxRow row)
    {
        var wait = TimeSpan.FromSeconds(30 * Math.Pow(2, Math.Min(row.Tries, 10)));
        vitals.Tried(WayOf(row), "tried");
        var due = Now + (long)(wait < Longest ? wait : Longest).TotalMilliseconds;
        return await database.WriteAsync(
            "update outbox set due = @due, tries = tries + 1 where engagement = @Engagement and alarm = @Alarm and person = @Person and tries = @Tries and sent = 0",
            new { row.Engagement, row.Alarm, row.Person, row.Tries, due }) == 1;
    }

    internal Task MarkSentAsync(Database database, OutboxRow row)
    {
        vitals.Tried(WayOf(row), "taken");
        return database.WriteAsync(
            "update outbox set sent = @now where engagement = @Engagement and alarm = @Alarm and person = @Person", new { row.Engagement, row.Alarm, row.Person, now = Math.Max(1, Now) });
    }

    /// <summary>How it goes out: in logs and counts, where no person is named.</summary>
    internal static string WayOf(OutboxRow row) => row.Person.Length > 0 ? "mail" : "webhook";

    private long Now => time.Own.ToUnixTimeMilliseconds();

    private static IReadOnlyList<PersonId>? ToldOf(Act act, Engagement after) => act switch
    {
        DeadlinePassed passed => Sounded(after, passed)?.Told,
        ReplaceKey replaced => ReplacementRules.WhoIsTold(after, replaced, after.LastAt),
        _ => null,
    };

    private static Alarm? Sounded(Engagement facts, DeadlinePassed act) => (facts.Find(act.CarryOut)?.Alarms ?? facts.Alarms)
        .LastOrDefault(alarm => (alarm.Kind, alarm.About, alarm.Step, alarm.Call) == (act.Kind, act.About, act.Step, act.Call));
}
