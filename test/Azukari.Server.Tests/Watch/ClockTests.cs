using Azukari.Domain.Watch;
using Azukari.Server.Tests.Front;
using Azukari.Server.Tests.Storage;

namespace Azukari.Server.Tests.Watch;

/// <summary>R15, R32: a clock that cannot be believed ends nothing and makes nothing more reachable; what makes data less reachable never waits for it.</summary>
public sealed class ClockTests
{
    public static IReadOnlyCollection<TheoryDataRow<Where>> Engines => JournalTests.Above;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_clock_a_year_ahead_stops_everything_ends_nothing_and_is_told_once(Where where)
    {
        using var mail = MailSink.Start();
        await using var town = await SealedAsync(where, mail);
        var before = town.Facts.NextSeq;

        town.Host.Clock.Turned = TimeSpan.FromDays(365);
        for (var round = 0; round < 3; round++) await town.Host.WatchAsync();

        foreach (var holder in new[] { "owner-holder", "contractor-holder" })
            Assert.Equal(401, (await Knock.SendAsync(town.Host, town.KeyOf(holder), HttpMethod.Get, $"/api/v1/engagements/{Town.Name}/entries?from=0", at: town.Host.Clock.GetUtcNow() - town.Host.Clock.Turned)).Status);
        (await town.SendAsync(town.Leaving())).Is(503, "time-in-doubt");
        Assert.Equal(before, (await town.ReplayedAsync()).NextSeq);
        await town.Host.UntilAsync("select count(*) from outbox where sent > 0", least: 1);
        var told = Assert.Single(mail.Mails);
        Assert.Equal("【預かり】サーバーの時計を確かめてください", told.Subject);

        town.Host.Clock.Turned = TimeSpan.Zero;
        await town.Host.WatchAsync();
        await town.DoAsync(town.Leaving());
        Assert.Equal(before + 1, town.Facts.NextSeq);
    }

    [Fact]
    public async Task A_loss_is_taken_at_the_time_that_was_counted()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        town.Host.Clock.Turned = TimeSpan.FromDays(365);
        var lost = town.Lost();

        Assert.Equal(201, (await Knock.AnonymousAsync(town.Host, HttpMethod.Post, $"/api/v1/engagements/{Town.Name}/acts", lost.Write())).Status);

        await town.FollowAsync();
        Assert.Equal(Town.Clock(9, 45), town.Facts.Find(Town.Case)!.KillOrdered!.At);
    }

    [Fact]
    public async Task A_year_that_really_passed_counts_once_both_key_holders_say_so()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        await town.DoAsync(town.LostByOutsider());
        town.Host.Clock.Turned = TimeSpan.FromDays(365); // The machine was stopped as a whole: it has counted nothing.
        await town.Host.WatchAsync();
        Assert.DoesNotContain("LossAnswer 1 0", await town.AlarmsAsync());

        await town.AskAsync(HttpMethod.Get, "entries?from=0", by: "owner-holder");
        await town.Host.WatchAsync();
        Assert.DoesNotContain("LossAnswer 1 0", await town.AlarmsAsync());

        await town.HoldersKnockAsync();
        await town.Host.WatchAsync();
        Assert.Contains("LossAnswer 1 0", await town.AlarmsAsync());
        Assert.NotNull(town.Facts.Find(Town.Case)!.KillOrdered);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Down_for_a_week_what_is_due_is_suspended_as_soon_as_one_key_holder_agrees(Where where)
    {
        using var mail = MailSink.Start();
        await using var town = await SealedAsync(where, mail);
        await town.DoAsync(town.Leaving());

        await town.Host.RestartAsync(asleep: TimeSpan.FromDays(7));
        await town.Host.WatchAsync();
        Assert.Empty(await town.AlarmsAsync()); // Nobody has said yet that a week has passed.
        await town.AskAsync(HttpMethod.Get, "entries?from=0", by: "contractor-holder");
        for (var round = 0; round < 2; round++) await town.Host.WatchAsync();

        var alarms = await town.AlarmsAsync();
        Assert.Equal(["1 0", "2 0", "3 0"], alarms.Where(alarm => alarm.StartsWith("SiteErasure", StringComparison.Ordinal)).Select(alarm => alarm["SiteErasure ".Length..]).Take(3));
        Assert.DoesNotContain("SiteErasure 6 0", alarms); // A week is told once, not day by day.
        Assert.Equal(SuspensionCause.Overdue, town.Facts.Find(Town.Case)!.Suspended?.Why);
        Assert.Single(mail.Mails, told => told.Subject!.Contains("時計", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Down_for_a_week_keys_are_ended_when_an_outside_time_agrees()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        await town.DoAsync(town.LostByOutsider());

        await town.Host.RestartAsync(asleep: TimeSpan.FromDays(7));
        await town.Host.WatchAsync();
        Assert.DoesNotContain("LossAnswer 1 0", await town.AlarmsAsync());
        Assert.Null(town.Facts.Find(Town.Case)!.KillOrdered);

        await town.HoldersKnockAsync();
        await town.Host.WatchAsync();
        Assert.Contains("LossAnswer 1 0", await town.AlarmsAsync());
        Assert.NotNull(town.Facts.Find(Town.Case)!.KillOrdered);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Started_under_a_clock_a_year_ahead_it_writes_nothing_of_that_year(Where where)
    {
        using var mail = MailSink.Start();
        await using var town = await SealedAsync(where, mail);
        await town.DoAsync(town.Leaving());
        var before = town.Facts.NextSeq;

        await town.Host.RestartAsync(turned: TimeSpan.FromDays(365));
        for (var round = 0; round < 2; round++) await town.Host.WatchAsync();
        Assert.Equal(before, (await town.ReplayedAsync()).NextSeq);
        await town.Host.UntilAsync("select count(*) from outbox where sent > 0", least: 1);
        Assert.Contains("時計", Assert.Single(mail.Mails).Subject!, StringComparison.Ordinal);
        Assert.Equal(201, (await Knock.AnonymousAsync(town.Host, HttpMethod.Post, $"/api/v1/engagements/{Town.Name}/acts", town.Lost().Write())).Status);

        town.Host.Clock.Turned = TimeSpan.Zero;
        await town.Host.WatchAsync();
        Assert.InRange((await town.ReplayedAsync()).LastAt, Town.Clock(9, 30), Town.Clock(9, 31));
        await town.DoAsync(town.Tombstone(Town.Keys.Owner, "owner-holder"));
    }

    [Fact]
    public async Task An_act_that_stands_in_the_record_gets_its_old_answer_though_the_clock_is_in_doubt()
    {
        await using var town = await SealedAsync(Where.Sqlite, null);
        var leaving = town.Leaving();
        var first = await town.DoAsync(leaving);
        town.Host.Clock.Turned = TimeSpan.FromDays(365);

        var again = await town.SendAsync(leaving);

        Assert.Equal((200, first.Text), (again.Status, again.Text));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_clock_a_day_behind_opens_no_window_again_and_turns_no_entry_back(Where where)
    {
        await using var town = await SealedAsync(where, null);
        var last = town.Facts.LastAt;
        town.Host.Clock.Advance(TimeSpan.FromMinutes(5));
        town.Host.Clock.Turned = TimeSpan.FromDays(-1);

        (await town.SendAsync(town.Leaving())).Is(503, "time-in-doubt");
        await town.DoAsync(town.Lost());
        Assert.Equal(last.AddMinutes(5), town.Facts.LastAt);

        await town.Host.RestartAsync(); // It begins before its own last heartbeat.
        (await town.SendAsync(town.Leaving())).Is(503, "time-in-doubt");
        await town.DoAsync(town.Tombstone(Town.Keys.Owner, "owner-holder"));
        Assert.True(town.Facts.LastAt >= last.AddMinutes(5));
        Assert.Equal(town.Facts.NextSeq, (await town.ReplayedAsync()).NextSeq);
    }

    [Fact]
    public async Task Two_minutes_are_a_clock_being_set()
    {
        await using var town = await SealedAsync(Where.Sqlite, null);
        town.Host.Clock.Turned = TimeSpan.FromMinutes(2);

        await town.DoAsync(town.Leaving());
    }

    private static async Task<Town> SealedAsync(Where where, MailSink? mail)
    {
        var town = await Town.SettledAsync(where, mail is null ? [] : mail.Arguments());
        await town.PermitAsync();
        town.Host.Clock.SetUtcNow(Town.Clock(9, 30));
        await town.DoAsync(await town.SealedAsync());
        if (mail is not null) await town.ReachAsync("c-manager", "ja");
        await town.Host.WatchAsync(); // It is awake and sure.
        return town;
    }
}
