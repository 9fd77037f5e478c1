using Azukari.Domain.Closing;
using Azukari.Domain.Opening;
using Azukari.Domain.Permits;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R17: one release, inside the window, to the enrolled station, after one person of each side.</summary>
public sealed class R17_Release
{
    [Fact]
    public void Before_the_arrival_nobody_confirms_and_nobody_releases()
    {
        var town = Until(Phase.Outside);

        town.Refuses(town.Confirmed(Officer, Role.SecurityOfficer), (R17, NotArrived));
        town.Refuses(town.Released(Side.Owner), (R17, NotArrived), (R17, ConfirmationMissing));
    }

    [Fact]
    public void Every_volume_has_arrived_before_the_one_envelope_is_opened()
    {
        var town = Until(Phase.Arrived, plan => plan with { Media = [Stick, SecondStick] });
        Assert.Equal([new Refusal(R17, NotArrived, SecondStick.Value)], town.Refused(town.Confirmed(Officer, Role.SecurityOfficer)));

        town.Accepts(town.Arrival(medium: SecondStick));
        town.Accepts(town.Confirmed(Officer, Role.SecurityOfficer));
    }

    [Fact]
    public void What_was_taken_away_after_it_had_arrived_has_to_arrive_again()
    {
        var town = Confirmed();
        town.Do(town.TakeBack(act => act with { SealNumber = SealNumber, At = CallCentre }));
        Assert.IsType<Outcome.Accepted>(town.Decide(town.Released(Side.Owner)));
        town.AcceptsWithout(town.Passed(act => act with { To = [Carrier] }, (Carrier, Role.Operator)), (R14, CustodiansTooFew));
        town.Refuses(town.Released(Side.Owner), (R17, NotArrived));

        town.Do(town.Arrival(1));
        town.Refuses(town.Released(Side.Owner), (R17, ConfirmationMissing));
    }

    [Fact]
    public void One_confirmation_of_each_side_is_needed()
    {
        var town = Until(Phase.Arrived);
        Assert.Equal([new Refusal(R17, ConfirmationMissing, City.Value), new Refusal(R17, ConfirmationMissing, Contractor.Value)], town.Refused(town.Released(Side.Owner)));

        town.Do(town.Confirmed(Officer, Role.SecurityOfficer));
        Assert.Equal([new Refusal(R17, ConfirmationMissing, Contractor.Value)], town.Refused(town.Released(Side.Owner)));
        town.Refuses(town.Confirmed(Witness, Role.Witness), (R17, SideHasConfirmed));
        town.Refuses(town.Confirmed(Approver, Role.Approver), (R2, RoleNotForThisAct), (R17, ConfirmationMissing), (R17, SideHasConfirmed));
    }

    [Fact]
    public void Whoever_brought_it_does_not_confirm()
    {
        var town = Until(Phase.Arrived);

        town.Refuses(town.Confirmed(Carrier, Role.Operator), (R17, ConfirmerBroughtIt));
        town.Refuses(town.Confirmed(CityCarrier, Role.Operator), (R17, ConfirmerBroughtIt));
    }

    [Fact]
    public void Whoever_received_or_kept_it_at_the_destination_did_not_bring_it()
    {
        var town = Until(Phase.Sealed, plan => plan with { Custodians = [Carrier, CityCarrier, SiteOperator] });
        town.Do(town.Leave());
        town.Accepts(town.Passed(act => act with { To = [SiteOperator], At = CallCentre }, (Carrier, Role.Operator), (SiteOperator, Role.Operator)));
        town.Do(town.Arrival());
        town.Accepts(town.Confirmed(SiteOperator, Role.Operator));

        var kept = Until(Phase.Arrived);
        kept.Accepts(kept.Confirmed(SiteKeeper, Role.Keeper));
    }

    [Fact]
    public void Whoever_kept_it_locked_away_before_it_left_did_not_bring_it()
    {
        var town = Until(Phase.Sealed);
        town.Do(town.Appoint(Witness, Role.Keeper));
        town.Do(town.Passed(act => act with { To = [Witness], At = DataCentre, Stored = true }, (Sealer, Role.Operator), (Witness, Role.Keeper)));
        town.Do(town.Passed(
            act => act with { To = [Carrier, CityCarrier], At = DataCentre }, (Witness, Role.Keeper), (Carrier, Role.Operator), (CityCarrier, Role.Operator)));
        town.Do(town.Arrival());

        town.Accepts(town.Confirmed(Witness, Role.Witness));
    }

    [Fact]
    public void Nobody_of_the_courier_that_brought_it_confirms()
    {
        var town = Until(Phase.Sealed, plan => plan with { Method = Applications.TransferMethod.Courier, Courier = CourierCompany });
        var driver = new PersonId("d-driver");
        town.Join(driver, Role.Operator);
        town.Do(town.LeaveWithCourier());
        town.Do(town.By(town.HandIn().Act, null, (SiteKeeper, Role.Keeper)));
        town.Do(town.Arrival());

        town.Refuses(town.Confirmed(driver, Role.Operator), (R17, ConfirmerBroughtIt));
        town.Accepts(town.Confirmed(SiteOperator, Role.Operator));
    }

    [Fact]
    public void A_confirmation_from_elsewhere_does_not_count()
    {
        var town = Until(Phase.Arrived);
        var act = (ConfirmRelease)town.Confirmed(Officer, Role.SecurityOfficer).Act;

        town.Refuses(town.By(act with { Presence = null }, KeyOf(OpenStation).Id, (Officer, Role.SecurityOfficer)), (R17, PresenceNotShown));
        town.Refuses(town.By(act, KeyOf(Bench).Id, (Officer, Role.SecurityOfficer)), (R10, StationNotPermitted), (R17, PresenceNotShown));
        town.Refuses(town.By(act with { Presence = new(Bench, Hash("code")) }, KeyOf(Bench).Id, (Officer, Role.SecurityOfficer)), (R10, StationNotPermitted));
        town.Refuses(town.By(act, null, (Officer, Role.SecurityOfficer)), (R10, StationNotPermitted), (R17, PresenceNotShown));
    }

    [Fact]
    public void Opening_keeps_the_hour_to_the_millisecond()
    {
        var town = Confirmed();

        town.Refuses(town.At(Window.OpenBy.AddMilliseconds(1)).Released(Side.Owner), (R17, TooLate));
        town.Accepts(town.At(Window.OpenBy).Released(Side.Owner));
    }

    [Fact]
    public void Each_side_takes_off_its_own_layer_with_its_own_holder()
    {
        var town = Confirmed();
        var act = town.Released(Side.Owner).Act;

        town.Refuses(town.By(act, ContractorHolder), (R17, NotThisHolder));
        town.Refuses(town.By(act, KeyOf(OpenStation).Id), (R17, NotThisHolder));
        town.Refuses(town.By(act, null), (R17, NotThisHolder), (R31, StationSignatureMissing));
    }

    [Fact]
    public void The_owners_layer_comes_off_first_and_each_once()
    {
        var town = Confirmed();

        town.Refuses(town.Released(Side.Contractor), (R17, OwnersLayerIsFirst));
        town.Do(town.Released(Side.Owner));
        town.Refuses(town.Released(Side.Owner), (R17, ReleasedAlready));
    }

    [Fact]
    public void After_one_key_has_died_no_layer_comes_off()
    {
        var town = Confirmed();
        town.Do(town.Released(Side.Owner));
        town.Do(town.Destroyed(Town.Keys.Owner, OwnerHolder, DestructionCause.Loss));

        town.Refuses(town.Released(Side.Contractor), (R20, KeyDead));
    }

    [Fact]
    public void After_giving_up_nothing_is_confirmed_released_or_loaded()
    {
        var town = Confirmed();
        town.Accepts(town.GaveUp());

        town.Refuses(town.Released(Side.Owner), (R17, LoadedAlready), (R20, KeyDead));
        town.Refuses(town.Confirmed(Witness, Role.Witness), (R17, SideHasConfirmed), (R17, LoadedAlready));
        town.Refuses(town.Loaded(), (R17, NotReleased), (R18, LoadedAlready));
        town.Refuses(town.Arrival(1), (R17, HasEnded));
    }

    [Fact]
    public void Three_keys_lie_in_three_hands()
    {
        var town = Until(Phase.Endorsed);

        town.Refuses(town.Approved(act => act with { Keys = Town.Keys with { Contractor = Town.Keys.Owner } }), (R17, KeyNamedTwice), (R17, KeyInAnotherHand));
        town.Refuses(town.Approved(act => act with { Keys = Town.Keys with { Destination = Town.Keys.Owner } }), (R17, KeyNamedTwice), (R17, KeyInAnotherHand));
        town.Refuses(town.Approved(act => act with { Keys = Town.Keys with { Destination = Town.Keys.Contractor } }), (R17, KeyNamedTwice), (R17, KeyInAnotherHand));
        town.Refuses(town.Approved(act => act with { Keys = new ThreeKeys(Town.Keys.Contractor, Town.Keys.Owner, Town.Keys.Destination) }), (R17, KeyInAnotherHand));
    }

    private static Town Confirmed()
    {
        var town = Until(Phase.Arrived);
        town.Do(town.Confirmed(Officer, Role.SecurityOfficer));
        town.Do(town.Confirmed(SiteOperator, Role.Operator));
        return town;
    }
}
