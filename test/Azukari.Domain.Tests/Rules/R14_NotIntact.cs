namespace Azukari.Domain.Tests.Rules;

/// <summary>R14: "not intact" stops the opening.</summary>
public sealed class R14_NotIntact
{
    [Fact]
    public void What_was_not_intact_on_the_way_is_opened_by_nobody_and_erased_by_anybody()
    {
        var town = Until(Phase.Outside);
        town.Do(town.TakeBack(act => act with { SealNumber = SealNumber, At = CallCentre, Intact = false }));
        town.Do(town.Arrival());

        town.Refuses(town.Confirmed(Officer, Role.SecurityOfficer), (R14, SealNotIntact));
        town.Refuses(town.Released(Side.Owner), (R14, SealNotIntact), (R17, ConfirmationMissing));
        town.Accepts(town.SiteErased());
    }
}
