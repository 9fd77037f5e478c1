using Azukari.Domain.Media;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R19: the whole medium is cleared; what cannot be is destroyed before two witnesses; policy may demand both steps at the site.</summary>
public sealed class R19_Whole
{
    [Fact]
    public void A_clearing_of_less_than_the_medium_covers_the_payload_and_is_not_confirmed()
    {
        var town = Large();
        town.Do(town.Cleared(act => act with { Measured = act.Measured with { Bytes = 8_999 } }));
        town.Do(town.Verified());
        town.Refuses(town.ErasureConfirmed(), (R19, NotClearedAsAWhole));

        town.Do(town.Cleared(act => act with { Measured = act.Measured with { Bytes = 9_000 } }));
        town.Do(town.Verified());
        town.Accepts(town.ErasureConfirmed());
    }

    [Fact]
    public void A_write_once_disc_is_destroyed_before_two_witnesses_and_not_confirmed_as_erased()
    {
        var town = Until(Phase.Verified).KillKeys();
        town.Facts = town.Facts with { Media = town.Facts.Media.SetItem(Stick, town.Facts.Media[Stick] with { Admitted = town.Facts.Media[Stick].Admitted with { Kind = MediumKind.WriteOnce } }) };

        town.Refuses(town.ErasureConfirmed(), (R19, WriteOnceIsDestroyed));
        town.Accepts(town.Broken(of: CaseId));
        town.Accepts(town.EndedDestroyed());
    }

    [Fact]
    public void A_destruction_that_one_person_signs_is_recorded_and_does_not_count()
    {
        var town = Until(Phase.Home).KillKeys();
        town.AcceptsWithout(town.By(town.Broken(of: CaseId).Act, null, (Sealer, Role.Operator)), (R19, WitnessMissing));
        town.Refuses(town.EndedDestroyed(), (R21, NotDestroyed));

        town.AcceptsWithout(town.By(town.Broken(of: CaseId).Act, null, (Witness, Role.Witness)), (R19, OperatorMissing));
        town.Refuses(town.EndedDestroyed(), (R21, NotDestroyed));
        town.Accepts(town.Broken(of: CaseId));
        town.Refuses(town.Broken(of: CaseId), (R5, MediumHasEnded));
    }

    [Fact]
    public void Two_witnesses_are_of_different_sides_of_the_act()
    {
        var town = Until(Phase.Home).KillKeys();
        var act = town.Broken(of: CaseId).Act;

        town.AcceptsWithout(town.By(act, null, (Sealer, Role.Operator), (Carrier, Role.Operator)), (R2, RoleNotForThisAct), (R19, WitnessMissing));
        town.Refuses(town.EndedDestroyed(), (R21, NotDestroyed));
    }

    [Fact]
    public void A_medium_is_destroyed_for_the_carry_out_that_it_belongs_to()
    {
        var town = Until(Phase.Home);

        town.Refuses(town.Broken(SecondStick, CaseId), (R19, MediumNotInCarryOut));
        town.Refuses(town.Broken(), (R19, MediumNotInCarryOut));
        town.Refuses(town.Broken(new("own-stick")), (R5, MediumNotRegistered));
        town.Accepts(town.Broken(SecondStick));
        Assert.Equal(MediumEndKind.Destroyed, town.Facts.Media[SecondStick].Ended!.Kind);

        var unsealed = Until(Phase.Permitted);
        unsealed.Refuses(unsealed.Broken(of: CaseId), (R19, NotSealed));
    }

    [Fact]
    public void Where_policy_demands_both_steps_at_the_site_the_way_home_says_that_it_began_too_early()
    {
        var town = BothAtSite();

        town.AcceptsWithout(town.TakeBack(), (R19, ClearAtSiteFirst));
    }

    [Fact]
    public void Where_policy_demands_both_steps_at_the_site_clearing_there_lacks_nothing()
    {
        var town = BothAtSite();

        town.Accepts(town.Cleared());
        town.Accepts(town.TakeBack());
    }

    private static Town BothAtSite()
    {
        var town = Until(Phase.ErasedAtSite);
        town.Do(town.Decree(policy => policy with { Media = new(92, ClearAtSite: true) }));
        return town;
    }

    /// <summary>A stick of 10,000 bytes with a payload of 4,096.</summary>
    private static Town Large()
    {
        var town = Until(Phase.Home).KillKeys();
        var stick = town.Facts.Media[Stick];
        town.Facts = town.Facts with { Media = town.Facts.Media.SetItem(Stick, stick with { Admitted = stick.Admitted with { Measured = stick.Admitted.Measured with { CapacityBytes = 10_000 } } }) };
        return town;
    }
}
