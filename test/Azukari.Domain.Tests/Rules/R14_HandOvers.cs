using Azukari.Domain.Applications;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R14: every hand-over is signed by giver and receiver; the company never falls below what the method demands.</summary>
public sealed class R14_HandOvers
{
    [Fact]
    public void Who_would_take_what_was_never_sealed_is_judged_all_the_same()
    {
        var town = Founded();
        var alone = town.Passed(act => act with { To = [Carrier], At = DataCentre, Method = TransferMethod.Alone }, (Carrier, Role.Operator));

        town.Refuses(alone, (R8, AloneIsNotAMethod), (R10, NoPermit), (R12, NotSealed), (R14, CustodiansTooFew));
    }

    [Fact]
    public void Every_receiver_signs()
    {
        var town = Until(Phase.Sealed);

        Assert.Equal([new Refusal(R14, ReceiverMissing, CityCarrier.Value)], town.Refused(town.By(town.Leave().Act, null, (Sealer, Role.Operator), (Carrier, Role.Operator))));
    }

    [Fact]
    public void Somebody_who_neither_gives_nor_receives_does_not_sign()
    {
        var town = Until(Phase.Sealed);
        var act = town.Leave().Act;

        town.Refuses(
            town.By(act, null, (Sealer, Role.Operator), (Carrier, Role.Operator), (CityCarrier, Role.Operator), (SiteOperator, Role.Operator)), (R14, GiverNotCustodian));
    }

    [Fact]
    public void An_erasure_of_less_than_the_payload_is_recorded_and_opens_no_house()
    {
        var town = Until(Phase.Outside);
        town.Accepts(town.SiteErased(act => act with { Measured = act.Measured with { Bytes = 4095 } }));
        town.At(Window.EraseBy).Accepts(
            town.Passed(act => act with { To = [HomeKeeper], At = DataCentre, Stored = true }, (SiteKeeper, Role.Keeper), (HomeKeeper, Role.Keeper)));

        town.Refuses(FromTheShelf(town), (R10, TooLate));
    }

    [Fact]
    public void A_hand_over_has_a_receiver_and_not_two_kinds_of_them()
    {
        var town = Until(Phase.Outside);

        town.Refuses(town.Passed(act => act with { At = CallCentre }, (SiteKeeper, Role.Keeper)), (R14, NobodyReceives));
        var both = town.TakeBack(act => act with { SealNumber = SealNumber, Courier = new(CourierCompany, "t", "r") });
        town.Refuses(both, (R10, CourierNotApproved), (R14, NobodyReceives));
    }

    [Fact]
    public void A_medium_of_something_else_is_not_handed_over_with_it()
    {
        var town = Until(Phase.Outside);

        town.Refuses(town.TakeBack(act => act with { Media = [Stick, SecondStick], SealNumber = SealNumber, At = CallCentre }), (R14, MediumNotInCarryOut));
    }

    [Fact]
    public void A_medium_that_a_hand_over_leaves_out_would_be_home_on_paper_only()
    {
        var town = Until(Phase.Outside, plan => plan with { Media = [Stick, SecondStick] });

        Assert.Equal(
            [new Refusal(R14, NobodyReceives, SecondStick.Value)], town.Refused(town.TakeBack(act => act with { Media = [Stick], SealNumber = SealNumber, At = CallCentre })));
        town.Refuses(town.TakeBack(act => act with { Media = [], SealNumber = SealNumber, At = CallCentre }), (R14, NobodyReceives));
    }

    [Fact]
    public void It_is_handed_over_at_a_registered_site_or_on_the_way()
    {
        var town = Until(Phase.Outside);

        town.Refuses(town.TakeBack(act => act with { SealNumber = SealNumber, At = new("dinner") }), (R7, SiteUnknown));
    }

    [Fact]
    public void No_locked_place_is_on_the_way()
    {
        var town = Until(Phase.Outside);

        town.Refuses(town.BringHome(act => act with { At = null }), (R7, SiteUnknown));
    }

    [Fact]
    public void Somebody_outside_the_pool_does_not_receive_it()
    {
        var town = Until(Phase.Outside);
        var attempt = town.Passed(act => act with { To = [Manager], At = CallCentre }, (SiteKeeper, Role.Keeper), (Manager, Role.ProjectManager));

        town.Refuses(attempt, (R14, ReceiverNotAuthorised));
    }

    [Fact]
    public void A_courier_takes_it_on_the_givers_signature_and_hands_it_in_on_the_receivers()
    {
        var town = WithCourier();
        town.Accepts(town.LeaveWithCourier());
        Assert.True(Home.IsOutside(town.Facts, town.Case));
        Assert.Empty(town.Case.Custody!.Now.Holders);

        town.Accepts(HandedIn(town, town.Case.Custody!.Now.Courier));
        town.Accepts(town.Arrival());
    }

    [Fact]
    public void The_hand_in_bears_the_numbers_with_which_the_courier_took_it_or_the_entry_says_that_it_does_not()
    {
        Func<Custody.CourierLeg, Custody.CourierLeg?>[] others = [_ => null, leg => leg with { Tracking = "track-2" }, leg => leg with { Receipt = "receipt-2" }, leg => leg with { Company = Subcontractor }];

        foreach (var other in others)
        {
            var town = WithCourier();
            town.Do(town.LeaveWithCourier());
            town.AcceptsWithout(HandedIn(town, other(town.Case.Custody!.Now.Courier!)), (R14, ParcelDiffers));
        }
    }

    [Fact]
    public void What_no_courier_had_no_courier_hands_in()
    {
        var town = Until(Phase.Sealed);
        town.Do(town.Leave());

        town.AcceptsWithout(town.HandIn(act => act with { Delivered = new(CourierCompany, "track-1", "receipt-1") }), (R14, ParcelDiffers));
    }

    [Fact]
    public void Accompanied_carriage_states_its_route_and_a_courier_has_its_own()
    {
        var town = Until(Phase.Sealed);
        town.Refuses(town.Leave(act => act with { Route = null }), (R14, RouteNotStated));
        town.Accepts(town.Leave());
        Assert.Equal(Hash("route"), town.Case.Custody!.Now.Route);
        Assert.Contains(Hash("route"), town.Case.Commitments());

        var courier = WithCourier();
        courier.Accepts(courier.LeaveWithCourier(act => act with { Route = null }));
    }

    [Fact]
    public void A_courier_consignment_leaves_with_its_courier_only()
    {
        var town = WithCourier();

        town.Refuses(town.Leave(), (R10, CourierNotNamed));
        town.Refuses(town.LeaveWithCourier(act => act with { Courier = act.Courier! with { Company = Subcontractor } }), (R10, CourierNotApproved));
    }

    [Fact]
    public void No_courier_has_it_because_nobody_said_so()
    {
        var town = WithCourier();
        town.Refuses(town.LeaveWithCourier() with { Signers = [] }, (R14, GiverMissing), (R14, ReceiverMissing));

        town.Refuses(town.LeaveWithCourier(act => act with { Courier = act.Courier! with { Tracking = "" } }), (R14, ReceiverMissing));
        town.Refuses(town.LeaveWithCourier(act => act with { Courier = act.Courier! with { Receipt = " " } }), (R14, ReceiverMissing));

        town.Do(town.LeaveWithCourier());
        town.Refuses(town.LeaveWithCourier() with { Signers = [] }, (R14, ReceiverMissing));
    }

    [Fact]
    public void As_many_as_the_method_demands_carry_it_on_the_way_back_too_or_the_entry_says_how_few()
    {
        var town = Until(Phase.Outside);

        town.AcceptsWithout(town.Passed(act => act with { To = [Carrier] }, (SiteKeeper, Role.Keeper), (Carrier, Role.Operator)), (R14, CustodiansTooFew));
    }

    [Fact]
    public void A_closed_carry_out_is_not_handed_over()
    {
        var town = Until(Phase.Closed);

        town.Refuses(town.Passed(act => act with { To = [HomeKeeper], At = DataCentre, Stored = true }, (HomeKeeper, Role.Keeper)), (R21, HasEnded));
    }

    private static Town WithCourier() => Until(Phase.Sealed, plan => plan with { Method = Applications.TransferMethod.Courier, Courier = CourierCompany });

    private static Attempt HandedIn(Town town, Custody.CourierLeg? delivered) => town.By(((Custody.HandOver)town.HandIn().Act) with { Delivered = delivered }, null, (SiteKeeper, Role.Keeper));

    private static Attempt FromTheShelf(Town town) => town.Passed(
        act => act with { To = [Carrier, CityCarrier], At = DataCentre }, (HomeKeeper, Role.Keeper), (Carrier, Role.Operator), (CityCarrier, Role.Operator));
}
