using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Watch;
using Azukari.Server.Tests.Front;
using Azukari.Server.Tests.Storage;

namespace Azukari.Server.Tests.Watch;

/// <summary>R15: when nobody does anything, the service says so by itself, at the time and once.</summary>
public sealed class DeadlineTests
{
    private static readonly string[] UpToSuspension = ["Arrival 1 0", "Arrival 2 0", "Arrival 3 0", "Arrival 4 0"];

    public static IReadOnlyCollection<TheoryDataRow<Where>> Engines => JournalTests.Above;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_deadline_that_passes_is_sounded_though_nobody_asks(Where where)
    {
        await using var town = await Town.OutsideAsync(where);
        town.Host.Clock.SetUtcNow(Town.Clock(13, 0).AddSeconds(-5));
        Assert.Empty(await town.AlarmsAsync());

        for (var look = 0; look < 100 && (await town.AlarmsAsync()).Length == 0; look++)
        {
            town.Host.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20);
        }

        var alarm = Assert.Single(town.Facts.Find(Town.Case)!.Alarms);
        Assert.Equal((DeadlineKind.Arrival, 1), (alarm.Kind, alarm.Step));
        Assert.InRange(alarm.Mark.At, Town.Clock(13, 0), Town.Clock(13, 1));
        Assert.Equal(["c-carrier", "o-carrier", "c-manager"], alarm.Told.Select(person => person.Value));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Where_nothing_is_outside_yet_a_round_finds_nothing_and_fails_at_nothing(Where where)
    {
        await using var town = await Town.EmptyAsync(where);

        await town.Host.WatchAsync();

        Assert.Empty(await town.Host.RowsAsync<long>("select due from deadline"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Two_nodes_sound_each_step_once(Where where)
    {
        await using var town = await Town.OutsideAsync(where);
        await using var second = await town.Host.SecondAsync();
        town.Host.Clock.SetUtcNow(Town.Clock(14, 0));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => (n % 2 == 0 ? town.Host : second).WatchAsync())));

        Assert.Equal(UpToSuspension, await town.AlarmsAsync());
        Assert.Equal(SuspensionCause.Overdue, town.Facts.Find(Town.Case)!.Suspended?.Why);
        Assert.Equal(town.Facts.NextSeq, (await town.ReplayedAsync()).NextSeq);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_restart_sounds_nothing_again_and_goes_on(Where where)
    {
        await using var town = await Town.OutsideAsync(where);
        town.Host.Clock.SetUtcNow(Town.Clock(13, 15));
        await town.Host.WatchAsync();
        Assert.Equal(UpToSuspension[..2], await town.AlarmsAsync());

        await town.Host.RestartAsync();
        await town.Host.WatchAsync();
        Assert.Equal(UpToSuspension[..2], await town.AlarmsAsync());

        town.Host.Clock.SetUtcNow(Town.Clock(14, 0));
        await town.Host.WatchAsync();
        Assert.Equal(UpToSuspension, await town.AlarmsAsync());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_table_is_what_the_rules_say_and_can_be_filled_anew(Where where)
    {
        await using var town = await Town.OutsideAsync(where);
        await AssertRowsAsync(town);

        var slower = ClockPolicy.Default with { LossMinutes = 90 };
        await town.DoAsync(town.Sign(new SetPolicy(11, 10, 2, [new(NetworkLayer.MyNumber, NetworkLayer.Isolated)], Town.YearEnds, Clock: slower), null, ("o-approver", Role.Approver)));
        await town.DoAsync(town.LostByOutsider());
        await AssertRowsAsync(town);

        await town.Host.TamperAsync("delete from deadline");
        await town.Host.TamperAsync("delete from read_model");
        await town.Host.RestartAsync();
        await AssertRowsAsync(town);
    }

    [Fact]
    public async Task What_is_answered_is_called_no_further()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        await town.DoAsync(town.Sign(new SetCallList(new("contractor"), [new("c-sealer")], [new("c-sealer")], [new("c-sealer")]), null, ("c-root", Role.Representative)));
        town.Host.Clock.SetUtcNow(Town.Clock(13, 0));
        await town.Host.WatchAsync();
        await town.FollowAsync();
        await town.DoAsync(town.Known(DeadlineKind.Arrival, 1, "c-manager"));

        foreach (var minute in new[] { 15, 29 })
        {
            town.Host.Clock.SetUtcNow(Town.Clock(13, minute));
            await town.Host.WatchAsync();
        }

        Assert.Equal(["Arrival 1 0", "Arrival 2 0"], await town.AlarmsAsync());
        town.Host.Clock.SetUtcNow(Town.Clock(13, 30));
        await town.Host.WatchAsync();
        Assert.Contains("Arrival 2 1", await town.AlarmsAsync()); // The executive has not answered.
    }

    /// <summary>Once the watch has sounded what was due at once, say an incident.</summary>
    private static async Task AssertRowsAsync(Town town)
    {
        await town.Host.WatchAsync();
        await town.FollowAsync();
        var rows = await town.Host.RowsAsync<string>("select carry_out || ' ' || kind || ' ' || step || ' ' || call || ' ' || due from deadline");
        var expected = Deadlines.Of(town.Facts).Select(next => $"{next.CarryOut} {next.Kind} {next.Step} {next.Call} {next.Due.ToUnixTimeMilliseconds()}");
        Assert.NotEmpty(rows);
        Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }
}
