using Azukari.Domain.Closing;

namespace Azukari.Domain.Tests;

/// <summary>The whole way, as it should have been, and as it went.</summary>
public sealed class JourneyTests
{
    [Theory]
    [InlineData(Phase.Asked)]
    [InlineData(Phase.Endorsed)]
    [InlineData(Phase.Permitted)]
    [InlineData(Phase.Sealed)]
    [InlineData(Phase.Outside)]
    [InlineData(Phase.Arrived)]
    [InlineData(Phase.Released)]
    [InlineData(Phase.Loaded)]
    [InlineData(Phase.ErasedAtSite)]
    [InlineData(Phase.Home)]
    [InlineData(Phase.Cleared)]
    [InlineData(Phase.Verified)]
    [InlineData(Phase.Closed)]
    public void The_journey_reaches_every_phase(Phase phase)
    {
        var town = Until(phase);

        Assert.Equal(phase, Phases.PhaseOf(town.Facts, town.Case));
    }

    [Fact]
    public void A_closed_carry_out_frees_its_medium_and_leaves_nothing_outside()
    {
        var town = Until(Phase.Closed);

        Assert.Null(town.Facts.Media[Stick].InUseBy);
        Assert.False(Home.IsOutside(town.Facts, town.Case));
        Assert.Equal(3, town.Case.Deaths.Count);
    }

    [Fact]
    public void A_declined_application_ends_there_and_frees_its_medium()
    {
        var town = Until(Phase.Endorsed);
        town.Do(town.Declined());

        Assert.Equal(Phase.Declined, Phases.PhaseOf(town.Facts, town.Case));
        Assert.Null(town.Facts.Media[Stick].InUseBy);
    }

    [Fact]
    public void What_is_sealed_is_outside_from_leaving_until_it_is_stored_at_home()
    {
        Assert.False(IsOutside(Until(Phase.Sealed)));
        Assert.True(IsOutside(Until(Phase.Outside)));
        Assert.True(IsOutside(Until(Phase.ErasedAtSite)));
        Assert.False(IsOutside(Until(Phase.Home)));

        static bool IsOutside(Town town) => Home.IsOutside(town.Facts, town.Case);
    }

    [Fact]
    public void A_bag_is_lost_at_night_and_found_and_the_carry_out_still_closes_with_every_key_dead()
    {
        var town = Until(Phase.Outside).At(Day(21, 12, 0));
        town.Accepts(town.Lost(Carrier));
        Assert.Equal(EndState.Pending, Closing.Keys.StateOf(town.Facts, town.Case, Town.Keys.Owner));
        foreach (var (key, machine) in new[] { (Town.Keys.Owner, OwnerHolder), (Town.Keys.Contractor, ContractorHolder), (Town.Keys.Destination, KeyOf(OpenStation).Id) })
            town.Accepts(town.Destroyed(key, machine, DestructionCause.Loss));
        town.At(Day(22, 9, 0)).Accepts(town.FoundBy(SiteKeeper));
        Assert.NotNull(town.Case.KillOrdered);

        town.AcceptsWithout(town.TakeBack(act => act with { SealNumber = SealNumber, At = CallCentre }));
        town.Accepts(town.BringHome());
        town.Accepts(town.Cleared());
        town.Accepts(town.Verified());
        town.Accepts(town.ErasureConfirmed());

        Assert.Equal(Phase.Closed, Phases.PhaseOf(town.Facts, town.Case));
        Assert.IsType<KeyAnswer.NeverReleasedDestroyed>(Closing.Keys.Answer(town.Case));
    }
}
