using Azukari.Domain.Closing;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R21: closed when every medium is erased, verified, confirmed and back at its home.</summary>
public sealed class R21_Home
{
    [Fact]
    public void What_is_not_home_is_not_confirmed()
    {
        var town = Until(Phase.ErasedAtSite);
        town.Do(town.Destroyed(Town.Keys.Owner, OwnerHolder));
        town.Do(town.Destroyed(Town.Keys.Contractor, ContractorHolder));
        town.AcceptsWithout(town.Cleared(), (R19, MediumNotAtHome));
        town.Do(town.Verified());

        town.Refuses(town.ErasureConfirmed(), (R21, NotHomeYet));
        Assert.Null(town.Case.Closed);
        Assert.True(Home.IsOutside(town.Facts, town.Case));
    }

    [Fact]
    public void A_locked_place_that_is_not_its_home_is_not_home()
    {
        var town = Until(Phase.ErasedAtSite);

        Assert.True(town.Case.Custody!.Now.Stored);
        Assert.False(Home.IsStored(town.Facts, town.Case));
    }

    [Fact]
    public void Being_at_home_without_being_locked_away_is_not_home()
    {
        var town = Until(Phase.ErasedAtSite);
        town.Do(town.TakeBack(act => act with { At = DataCentre }));

        Assert.False(Home.IsStored(town.Facts, town.Case));
    }

    [Fact]
    public void What_has_ended_has_ended()
    {
        var town = Until(Phase.Closed);

        town.Refuses(town.Lost(Carrier), (R21, HasEnded));
        town.Refuses(town.FoundBy(Carrier), (R21, HasEnded));
        town.Refuses(town.SiteErased(), (R21, HasEnded));
        town.Refuses(town.Cleared(), (R21, HasEnded));
        town.Refuses(town.Verified(), (R21, HasEnded));
        town.Refuses(town.BringHome(), (R21, HasEnded));
    }

    [Fact]
    public void Before_a_permit_there_are_no_keys_to_die()
    {
        Assert.Empty(Home.KeysOf(Until(Phase.Endorsed).Case));
        Assert.Equal(3, Home.KeysOf(Until(Phase.Permitted).Case).Count);
        Assert.IsType<KeyAnswer.NotKnownDestroyed>(Closing.Keys.Answer(Until(Phase.Endorsed).Case));
    }
}
