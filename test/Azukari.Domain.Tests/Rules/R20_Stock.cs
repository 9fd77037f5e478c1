using Azukari.Domain.Closing;
using Azukari.Domain.Permits;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R20, R15: a permit takes one key of each hand; a stock that has fallen low is said, and alarmed when nobody fills it.</summary>
public sealed class R20_Stock
{
    private static Digest Station => KeyOf(OpenStation).Id;

    [Fact]
    public void Every_machine_that_keeps_keys_shows_how_many_no_permit_has_named()
    {
        var town = Founded();
        town.Do(town.Deposit(Hash("second"), Station));

        Assert.Equal([("holder:owner", 1), ("holder:contractor", 1), (OpenStation.Value, 2)], Of(town));
        town.Do(town.Destroyed(Hash("second"), Station, DestructionCause.TooOld));
        Assert.Equal([("holder:owner", 1), ("holder:contractor", 1), (OpenStation.Value, 1)], Of(town));
    }

    [Fact]
    public void A_permit_takes_the_oldest_living_key_of_each_hand_that_no_permit_has_named()
    {
        var town = Founded();
        Assert.Equal(Town.Keys, UnusedKeys.For(town.Facts, OpenStation));
        town.Do(town.Deposit(Hash("second"), Station));
        Assert.Equal(Town.Keys, UnusedKeys.For(town.Facts, OpenStation));

        town.Do(town.Destroyed(Town.Keys.Destination, Station, DestructionCause.TooOld));
        Assert.Equal(Hash("second"), UnusedKeys.For(town.Facts, OpenStation)?.Destination);
        town.Do(town.Destroyed(Hash("second"), Station, DestructionCause.TooOld));
        Assert.Null(UnusedKeys.For(town.Facts, OpenStation));
    }

    [Fact]
    public void A_permit_that_takes_the_last_but_one_makes_the_stock_low_and_the_alarm_is_due_a_day_later()
    {
        var town = Low();
        var (since, due) = (town.Clock, town.Clock.AddHours(24));

        Assert.Equal(since, Assert.Single(KeyStock.Of(town.Facts), stock => stock.LowSince is not null).LowSince);
        Assert.Equal([(OpenStation.Value, due)], Due(town));
        town.Wait(due.AddHours(1));
        Assert.Equal([1, 2, 3], Sounded(town).Select(alarm => alarm.Step).Distinct());
        Assert.Contains(Manager, Sounded(town)[0].Told);
        town.Wait(due.AddDays(5)); // Nothing hangs on it but the next permit: nobody is told daily.
        Assert.Equal(3, Sounded(town).Select(alarm => alarm.Step).Max());
    }

    [Fact]
    public void A_stock_that_is_filled_in_time_is_not_alarmed_and_one_that_falls_again_is_due_anew()
    {
        var town = Low();
        town.Do(town.Deposit(Hash("third"), Station));
        Assert.Empty(Due(town));

        town.Wait(town.Clock.AddHours(30));
        Assert.Empty(Sounded(town));
        town.Do(town.Destroyed(Hash("third"), Station, DestructionCause.TooOld));
        Assert.Equal([(OpenStation.Value, town.Clock.AddHours(24))], Due(town));
    }

    [Fact]
    public void Who_never_had_two_keeps_no_stock_and_a_station_that_has_left_owes_none()
    {
        Assert.Empty(Due(Until(Phase.Permitted)));

        var town = Low();
        town.Do(town.Destroyed(Hash("second"), Station, DestructionCause.TooOld));
        town.Do(town.Withdrawn());
        town.Do(town.Destroyed(Town.Keys.Destination, Station, DestructionCause.GaveUp));
        town.Accepts(town.Shut(OpenStation));
        Assert.DoesNotContain(KeyStock.Of(town.Facts), stock => stock.Machine == OpenStation.Value);
        Assert.Empty(Due(town));
    }

    [Fact]
    public void Policy_says_how_long_a_stock_may_stay_low()
    {
        var town = Low();
        var since = town.Clock;
        town.Do(town.Decree(policy => policy with { Clock = ClockPolicy.Default with { StockHours = 2 } }));

        Assert.Equal([(OpenStation.Value, since.AddHours(2))], Due(town));
        town.Refuses(town.Decree(policy => policy with { Clock = ClockPolicy.Default with { StockHours = 0 } }), (R15, ClockNotUsable));
    }

    /// <summary>The opening station had two, and the permit has named one of them.</summary>
    private static Town Low()
    {
        var town = Until(Phase.Endorsed);
        town.Do(town.Deposit(Hash("second"), Station));
        town.Do(town.Approved());
        return town;
    }

    private static IEnumerable<(string, int)> Of(Town town) => KeyStock.Of(town.Facts).Select(stock => (stock.Machine, stock.Unused));

    private static IEnumerable<(string?, DateTimeOffset)> Due(Town town) =>
        Deadlines.Of(town.Facts).Where(next => next is { Kind: DeadlineKind.KeyStock, Call: 0 }).Select(next => (next.About, next.Due));

    private static Alarm[] Sounded(Town town) => [.. town.Facts.Alarms.Where(alarm => alarm.Kind == DeadlineKind.KeyStock)];
}
