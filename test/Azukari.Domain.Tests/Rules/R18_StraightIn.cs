using Azukari.Domain.Closing;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R18: what was loaded is what was sealed, or nothing was.</summary>
public sealed class R18_StraightIn
{
    [Fact]
    public void What_was_not_sealed_is_not_loaded()
    {
        var town = Until(Phase.Permitted);

        town.Refuses(town.Loaded(), (R18, NotSealed));
    }

    [Fact]
    public void What_was_not_released_is_not_loaded()
    {
        var town = Until(Phase.Arrived);

        town.Refuses(town.Loaded(), (R17, NotReleased));
    }

    [Fact]
    public void Every_count_equals_the_seals()
    {
        var town = Until(Phase.Released);

        town.Refuses(town.Loaded(measured => measured with { Manifest = Hash("other") }), (R18, LoadDiffers));
        town.Refuses(town.Loaded(measured => measured with { People = 99 }), (R18, LoadDiffers));
        town.Refuses(town.Loaded(measured => measured with { Data = [] }), (R18, LoadDiffers));
        town.Refuses(town.Loaded(measured => measured with { Data = [measured.Data[0] with { Rows = 99 }] }), (R18, LoadDiffers));
        town.Refuses(town.Loaded(measured => measured with { Data = [measured.Data[0] with { Fields = ["id"] }] }), (R18, LoadDiffers));
    }

    [Fact]
    public void Loading_is_confirmed_once()
    {
        var town = Until(Phase.Loaded);

        town.Refuses(town.Loaded(), (R18, LoadedAlready));
        town.Refuses(town.GaveUp(), (R18, LoadedAlready));
    }

    [Fact]
    public void Loading_is_confirmed_with_the_destinations_own_tombstone()
    {
        var town = Until(Phase.Released);

        town.Refuses(town.Loaded(measured => measured with { KeyDestroyed = Stone(Town.Keys.Owner, DestructionCause.Loaded) }), (R20, NotItsKey));
    }
}
