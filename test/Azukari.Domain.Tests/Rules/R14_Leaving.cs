namespace Azukari.Domain.Tests.Rules;

/// <summary>R14 where it starts something: what leaving a house is, and what it needs.</summary>
public sealed class R14_Leaving
{
    [Fact]
    public void Leaving_needs_the_givers_signature()
    {
        var town = Until(Phase.Sealed);

        town.Refuses(town.By(town.Leave().Act, null, (Carrier, Role.Operator), (CityCarrier, Role.Operator)), (R14, GiverMissing));
    }

    [Fact]
    public void Nobody_leaves_alone_and_nobody_leaves_without_the_owners()
    {
        var town = Until(Phase.Sealed, plan => plan with { Custodians = [Carrier, CityCarrier, SiteOperator] });

        town.Refuses(Leaving(town, Carrier), (R14, CustodiansTooFew));
        town.Refuses(Leaving(town, Carrier, SiteOperator), (R14, CustodiansTooFew));
    }

    [Fact]
    public void The_sealer_does_not_carry_it_alone_to_a_shelf_elsewhere()
    {
        var town = Until(Phase.Sealed);
        var shelf = town.Passed(act => act with { To = [SiteKeeper], At = CallCentre, Stored = true }, (Sealer, Role.Operator), (SiteKeeper, Role.Keeper));

        town.Refuses(shelf, (R10, CustodianNotPermitted), (R14, CustodiansTooFew));
    }

    [Fact]
    public void The_sealer_does_not_carry_it_alone_to_meet_the_carriers_elsewhere()
    {
        var town = Until(Phase.Sealed);

        town.Refuses(town.Leave(act => act with { At = CallCentre }), (R14, CustodiansTooFew));
    }

    [Fact]
    public void Leaving_the_locked_place_in_which_it_was_stored_first_is_still_leaving()
    {
        var town = Until(Phase.Sealed);
        town.Accepts(Shelved(town));
        Assert.Equal(Phase.Sealed, Phases.PhaseOf(town.Facts, town.Case));
        Assert.False(Home.IsOutside(town.Facts, town.Case));

        town.At(Window.OutBy.AddMilliseconds(1)).Refuses(FromTheShelf(town), (R10, TooLate));
        town.At(Window.OutBy).Accepts(FromTheShelf(town));
        Assert.True(Home.IsOutside(town.Facts, town.Case));
    }

    [Fact]
    public void Leaving_home_again_while_the_payload_is_on_it_is_leaving()
    {
        var town = Until(Phase.Outside);
        town.At(Day(21, 11, 30)).Accepts(town.TakeBack(act => act with { SealNumber = SealNumber, At = CallCentre }));
        town.Accepts(town.BringHome());

        town.Refuses(FromTheShelf(town), (R10, TooLate));
    }

    [Fact]
    public void The_source_and_the_home_are_houses_even_when_they_are_two()
    {
        var (annex, stick) = (new SiteId("annex"), new MediumId("usb-3"));
        foreach (var house in new[] { DataCentre, annex })
        {
            var town = Founded();
            town.Do(town.Register(annex, NetworkLayer.MyNumber));
            town.Do(town.AdmitStick(stick, act => act with { Home = annex }));
            town.Do(town.Ask(plan => plan with { Media = [stick] }));
            town.Do(town.Endorsed());
            town.Do(town.Approved());
            town.At(Window.From).Do(town.Sealed());
            town.Do(town.Leave());
            town.At(Window.OutBy.AddMilliseconds(1)).Accepts(town.BringHome(act => act with { At = house }));

            town.Refuses(town.Passed(
                act => act with { To = [Carrier, CityCarrier] }, (HomeKeeper, Role.Keeper), (Carrier, Role.Operator), (CityCarrier, Role.Operator)), (R10, TooLate));
        }
    }

    [Fact]
    public void What_is_erased_has_no_seal_to_read_and_no_company_to_keep_and_leaves_any_house_at_any_hour()
    {
        var town = Until(Phase.Outside);
        town.Do(town.SiteErased());
        town.Accepts(town.Passed(act => act with { To = [Carrier], SealNumber = null }, (SiteKeeper, Role.Keeper), (Carrier, Role.Operator)));
        town.Accepts(town.BringHome(act => act with { SealNumber = null }));

        town.At(Day(30, 0, 0)).Accepts(town.Passed(act => act with { To = [Carrier], SealNumber = null }, (HomeKeeper, Role.Keeper), (Carrier, Role.Operator)));
    }

    [Fact]
    public void What_nobody_took_over_arrives_nowhere()
    {
        var town = Until(Phase.Sealed);

        town.Refuses(town.Arrival(), (R14, NobodyReceives));
    }

    [Fact]
    public void Leaving_keeps_the_hour_to_the_millisecond()
    {
        var town = Until(Phase.Sealed);

        town.Refuses(town.At(Window.OutBy.AddMilliseconds(1)).Leave(), (R10, TooLate));
        town.Accepts(town.At(Window.OutBy).Leave());
    }

    [Fact]
    public void Nothing_leaves_with_a_seal_that_is_broken_or_has_another_number()
    {
        var town = Until(Phase.Sealed);

        town.Refuses(town.Leave(act => act with { Intact = false }), (R14, SealNumberDiffers));
        town.Refuses(town.Leave(act => act with { SealNumber = "A-002" }), (R14, SealNumberDiffers));
    }

    private static Attempt Leaving(Town town, params PersonId[] people) => town.Passed(
        act => act with { To = [.. people], At = DataCentre }, [(Sealer, Role.Operator), .. people.Select(person => (person, Role.Operator))]);

    private static Attempt Shelved(Town town) =>
        town.Passed(act => act with { To = [HomeKeeper], At = DataCentre, Stored = true }, (Sealer, Role.Operator), (HomeKeeper, Role.Keeper));

    private static Attempt FromTheShelf(Town town) => town.Passed(
        act => act with { To = [Carrier, CityCarrier], At = DataCentre }, (HomeKeeper, Role.Keeper), (Carrier, Role.Operator), (CityCarrier, Role.Operator));
}
