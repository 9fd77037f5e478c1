namespace Azukari.Domain.Tests.Rules;

/// <summary>R19: erased, cleared, looked through on another device by another person, confirmed by the owner's officer.</summary>
public sealed class R19_Erasure
{
    [Fact]
    public void What_was_not_sealed_is_not_erased()
    {
        var town = Until(Phase.Permitted);

        town.Refuses(town.SiteErased(), (R12, NotSealed));
        town.Refuses(town.Cleared(), (R12, NotSealed));
        town.Refuses(town.Verified(), (R12, NotSealed), (R19, NotCleared));
    }

    [Fact]
    public void A_block_that_did_not_read_back_as_written_is_no_erasure()
    {
        var town = Until(Phase.Home);

        town.Refuses(town.SiteErased(act => act with { Measured = act.Measured with { Mismatches = 1 } }), (R19, EraseMismatch));
        town.Refuses(town.Cleared(act => act with { Measured = act.Measured with { Mismatches = 1 } }), (R19, EraseMismatch));
        town.Refuses(town.Cleared(act => act with { Measured = act.Measured with { Mismatches = -1 } }), (R19, EraseMismatch));
    }

    [Fact]
    public void An_erasure_that_covered_less_than_the_payload_is_recorded_and_never_confirmed()
    {
        var town = Until(Phase.Loaded);
        town.Do(town.SiteErased(act => act with { Measured = act.Measured with { Bytes = 4095 } }));
        town.Do(town.BringHome());
        foreach (var (key, machine) in new[] { (Town.Keys.Owner, OwnerHolder), (Town.Keys.Contractor, ContractorHolder) }) town.Do(town.Destroyed(key, machine));
        town.Do(town.Cleared(act => act with { Measured = act.Measured with { Bytes = 4095 } }));
        town.Do(town.Verified());
        town.Refuses(town.ErasureConfirmed(), (R19, NotCleared));

        town.Do(town.Cleared());
        town.Do(town.Verified());
        town.Accepts(town.ErasureConfirmed());
    }

    [Fact]
    public void What_overwrote_nothing_erased_nothing()
    {
        var town = Until(Phase.Loaded);

        town.Refuses(town.SiteErased(act => act with { Measured = act.Measured with { Bytes = 0, FreeSpaceCovered = false } }), (R19, NothingErased));
    }

    [Fact]
    public void Erasing_once_more_takes_nothing_back()
    {
        var town = Until(Phase.ErasedAtSite);
        town.Do(town.SiteErased(act => act with { Measured = act.Measured with { Bytes = 0 } }));

        Assert.Equal(4096, town.Case.Erasure[Stick].Site!.Measured.Bytes);
    }

    [Fact]
    public void Another_medium_is_not_erased_in_its_stead()
    {
        var town = Until(Phase.Home);

        town.Refuses(town.SiteErased(medium: SecondStick), (R19, MediumNotInCarryOut));
        town.Refuses(town.Cleared(act => act with { Measured = act.Measured with { Serial = "4711" } }), (R19, SerialDiffers));
    }

    [Fact]
    public void What_was_not_cleared_is_not_verified()
    {
        var town = Until(Phase.Home);

        town.Refuses(town.Verified(), (R19, NotCleared));
    }

    [Fact]
    public void The_same_device_does_not_verify_itself()
    {
        var town = Until(Phase.Cleared);
        var act = ((Erasure.VerifyErasure)town.Verified().Act) with { Presence = new(Bench, Hash("code")) };

        town.Refuses(town.By(act, KeyOf(Bench).Id, (HomeKeeper, Role.Keeper)), (R19, SameDevice));
    }

    [Fact]
    public void The_device_that_cleared_is_known_by_its_key_even_when_nobody_was_shown_to_be_there()
    {
        var town = Until(Phase.Home);
        town.AcceptsWithout(town.Cleared(act => act with { Presence = null }), (R19, PresenceNotShown));
        var act = ((Erasure.VerifyErasure)town.Verified().Act) with { Presence = new(Bench, Hash("code")) };

        town.Refuses(town.By(act, KeyOf(Bench).Id, (HomeKeeper, Role.Keeper)), (R19, SameDevice));
    }

    [Fact]
    public void Whoever_cleared_does_not_verify_not_even_as_the_second_hand()
    {
        var town = Until(Phase.Home);
        town.AcceptsWithout(town.By(town.Cleared().Act, KeyOf(Bench).Id, (Sealer, Role.Operator), (HomeKeeper, Role.Keeper)), (R2, RoleNotForThisAct));

        town.Refuses(town.Verified(), (R2, VerifierIsEraser));
        town.Refuses(town.By(town.Verified().Act, KeyOf(OtherBench).Id, (Sealer, Role.Operator)), (R2, VerifierIsEraser));
        town.Accepts(town.By(town.Verified().Act, KeyOf(OtherBench).Id, (Witness, Role.Witness)));
    }

    [Fact]
    public void After_a_clearing_that_nobody_signed_nobody_is_shown_to_be_another()
    {
        var town = Until(Phase.Home);
        town.AcceptsWithout(town.By(town.Cleared().Act, KeyOf(Bench).Id), (R19, OperatorMissing));

        town.Refuses(town.Verified(), (R2, VerifierIsEraser));
    }

    [Fact]
    public void Verifying_needs_a_person_who_is_there()
    {
        var town = Until(Phase.Cleared);

        town.Refuses(town.Verified() with { Signers = [] }, (R19, SecondPersonMissing));
        town.Refuses(town.Verified(act => act with { Presence = null }), (R19, PresenceNotShown));
    }

    [Fact]
    public void What_was_not_verified_is_not_confirmed()
    {
        var town = Until(Phase.Cleared);

        town.Refuses(town.ErasureConfirmed(), (R19, NotVerified));
    }

    [Fact]
    public void Only_the_owners_officer_confirms()
    {
        var town = Until(Phase.Closed);
        var attempt = town.ErasureConfirmed();

        town.Refuses(attempt with { Signers = [] }, (R19, SecurityOfficerMissing), (R19, ConfirmedAlready));
    }

    [Fact]
    public void Clearing_again_asks_for_another_look_and_another_confirmation()
    {
        var town = Until(Phase.Verified);
        town.Do(town.Cleared());

        town.Refuses(town.ErasureConfirmed(), (R19, NotVerified));
    }

    [Fact]
    public void Of_two_media_each_is_confirmed_once()
    {
        var town = TwoMediaAtHome();
        foreach (var medium in new[] { Stick, SecondStick })
        {
            town.Do(town.Cleared(medium: medium));
            town.Do(town.Verified(medium: medium));
        }

        town.Accepts(town.ErasureConfirmed());
        Assert.Null(town.Case.Closed);
        town.Refuses(town.ErasureConfirmed(), (R19, ConfirmedAlready));
        town.Accepts(town.ErasureConfirmed(SecondStick));
        Assert.Equal(Phase.Closed, Phases.PhaseOf(town.Facts, town.Case));
    }

    /// <summary>Two sticks that went out, were killed and came home.</summary>
    private static Town TwoMediaAtHome()
    {
        var town = Until(Phase.Outside, plan => plan with { Media = [Stick, SecondStick] }).At(Day(21, 12, 0));
        foreach (var (key, machine) in new[] { (Town.Keys.Owner, OwnerHolder), (Town.Keys.Contractor, ContractorHolder), (Town.Keys.Destination, KeyOf(OpenStation).Id) })
            town.Do(town.Destroyed(key, machine));
        town.Do(town.TakeBack(act => act with { SealNumber = SealNumber, At = CallCentre }));
        town.Do(town.BringHome());
        return town;
    }
}
