using Azukari.Domain.Sealing;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R10: the permit fixes everything; whatever is outside it is refused.</summary>
public sealed class R10_Permit
{
    [Fact]
    public void Without_a_permit_nothing_is_sealed_or_given_up()
    {
        var town = Until(Phase.Endorsed).At(Window.From);

        town.Refuses(town.Sealed(), (R8, BannedInPrinciple), (R10, NoPermit));
        town.Refuses(town.GaveUp(), (R10, NoPermit));
    }

    [Fact]
    public void Sealing_keeps_the_hour_to_the_millisecond()
    {
        var town = Until(Phase.Permitted);

        town.Refuses(town.At(Window.From.AddMilliseconds(-1)).Sealed(), (R10, TooEarly));
        town.Refuses(town.At(Window.OutBy.AddMilliseconds(1)).Sealed(), (R10, TooLate));
        town.Accepts(town.At(Window.From).Sealed());
        var last = Until(Phase.Permitted).At(Window.OutBy);
        last.Accepts(last.Sealed());
    }

    [Fact]
    public void A_permit_without_a_window_is_closed_at_every_hour()
    {
        var town = Until(Phase.Permitted).At(Window.From);
        Forget(town);
        town.Refuses(town.Sealed(), (R10, TooEarly), (R10, TooLate));

        var outside = Until(Phase.Sealed);
        Forget(outside);
        outside.Refuses(outside.Leave(), (R10, TooLate));

        var arrived = Until(Phase.Arrived);
        Forget(arrived);
        arrived.Refuses(arrived.Arrival(1), (R10, TooLate));
        arrived.Refuses(arrived.Confirmed(Officer, Role.SecurityOfficer), (R17, TooLate));
    }

    [Fact]
    public void People_exactly_at_the_limit_are_sealed_and_one_more_is_not()
    {
        Ready().Accepts(Sealing(110));
        Ready().Refuses(Sealing(111), (R10, PeopleTooMany));

        static Attempt Sealing(long people) => Ready().Sealed(sealedAs => sealedAs with { People = people, Data = [new(Residents, ["id", "name"], people, people)] });
    }

    [Fact]
    public void A_field_or_a_dataset_that_is_not_in_the_permit_is_not_sealed()
    {
        var town = Ready();

        town.Refuses(town.Sealed(sealedAs => sealedAs with { Data = [new(Residents, ["id", "name", "tax"], 100, 100)] }), (R10, FieldNotPermitted), (R10, FieldsDiffer));
        town.Refuses(town.Sealed(sealedAs => sealedAs with { Data = [.. sealedAs.Data, new(Benefits, ["id"], 100, 100)] }), (R10, FieldNotPermitted));
    }

    [Fact]
    public void Fewer_fields_than_permitted_are_not_what_was_permitted()
    {
        var town = Ready();

        town.Refuses(town.Sealed(sealedAs => sealedAs with { Data = [new(Residents, ["id"], 100, 100)] }), (R10, FieldsDiffer));
    }

    [Fact]
    public void Another_medium_or_none_or_one_twice_is_refused()
    {
        var town = Ready();

        town.Refuses(town.Sealed(sealedAs => sealedAs with { Volumes = [Volume(SecondStick)] }), (R10, MediumNotPermitted));
        town.Refuses(town.Sealed(sealedAs => sealedAs with { Volumes = [] }), (R10, MediumNotPermitted));
        town.Refuses(town.Sealed(sealedAs => sealedAs with { Volumes = [Volume(Stick), Volume(Stick)] }), (R10, MediumNotPermitted));
        town.Refuses(town.Sealed(sealedAs => sealedAs with { Volumes = [Volume(new("own-stick"))] }), (R5, MediumNotRegistered), (R10, MediumNotPermitted), (R10, SerialDiffers));
    }

    [Fact]
    public void Another_serial_number_is_another_medium()
    {
        var town = Ready();
        town.Refuses(town.Sealed(sealedAs => sealedAs with { Volumes = [Volume(Stick) with { Serial = "4711" }] }), (R10, SerialDiffers));

        var outside = Until(Phase.Outside);
        outside.Refuses(outside.Arrival(change: measured => measured with { Serial = "4711" }), (R10, SerialDiffers));
        outside.Refuses(outside.Arrival(medium: SecondStick), (R10, MediumNotPermitted));
    }

    [Fact]
    public void Another_station_neither_seals_nor_opens()
    {
        var town = Ready();
        var act = (SealConsignment)town.Sealed().Act with { Presence = new(Bench, Hash("code")) };
        town.Refuses(town.By(act, KeyOf(Bench).Id, (Sealer, Role.Operator), (Witness, Role.Witness)), (R10, StationNotPermitted));

        var outside = Until(Phase.Outside);
        outside.Refuses(outside.By(outside.Arrival().Act, KeyOf(Bench).Id), (R10, StationNotPermitted));
        var released = Until(Phase.Released);
        released.Refuses(released.By(released.Loaded().Act, KeyOf(Bench).Id), (R10, StationNotPermitted));
    }

    [Fact]
    public void The_envelope_is_wrapped_to_the_permits_three_keys()
    {
        var town = Ready();

        town.Refuses(town.Sealed(sealedAs => sealedAs with { Keys = Town.Keys with { Destination = Hash("mine") } }), (R10, KeysDiffer));
    }

    [Fact]
    public void What_leaves_goes_to_people_whom_the_permit_names()
    {
        var town = Until(Phase.Sealed);
        var attempt = town.Passed(
            act => act with { To = [Carrier, CityCarrier, SiteOperator], At = DataCentre },
            (Sealer, Role.Operator), (Carrier, Role.Operator), (CityCarrier, Role.Operator), (SiteOperator, Role.Operator));

        town.Refuses(attempt, (R10, CustodianNotPermitted), (R14, ReceiverNotAuthorised));
    }

    private static Town Ready() => Until(Phase.Permitted).At(Window.From);

    private static void Forget(Town town) =>
        town.Facts = town.Facts with { CarryOuts = town.Facts.CarryOuts.SetItem(CaseId, town.Case with { Plan = town.Case.Plan with { Window = null } }) };
}
