using Azukari.Domain.Applications;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R8: banned in principle.</summary>
public sealed class R08_Ban
{
    [Fact]
    public void Alone_is_not_a_method()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Method = TransferMethod.Alone }), (R8, AloneIsNotAMethod));
    }

    [Fact]
    public void Nobody_leaves_alone_whatever_was_permitted()
    {
        var town = Until(Phase.Sealed);

        town.Refuses(town.Leave(act => act with { Method = TransferMethod.Alone }), (R8, AloneIsNotAMethod), (R10, MethodDiffers));
        town.Accepts(town.Leave(act => act with { Method = TransferMethod.Accompanied }));
    }

    [Fact]
    public void Without_a_granted_application_nothing_is_written_to_a_medium()
    {
        var town = Founded();

        town.Refuses(town.Sealed(), (R8, BannedInPrinciple), (R10, NoPermit));
    }

    [Fact]
    public void Online_takes_no_medium()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Method = TransferMethod.Online }), (R8, OnlineNeedsNoMedium));
    }

    [Fact]
    public void Accompanied_means_two_and_one_of_them_the_owners()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Custodians = [CityCarrier] }), (R8, AccompaniedNeedsTwo));
        town.Refuses(town.Ask(plan => plan with { Custodians = [CityCarrier, CityCarrier] }), (R8, AccompaniedNeedsTwo));
        town.Refuses(town.Ask(plan => plan with { Custodians = [Carrier, Sealer] }), (R8, AccompaniedNeedsTwo));
    }

    [Fact]
    public void A_courier_is_named_and_of_the_chain_and_a_courier()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Method = TransferMethod.Courier }), (R8, CourierNotNamed));
        foreach (var company in new[] { Subcontractor, new OrganisationId("van-man") })
            town.Refuses(town.Ask(plan => plan with { Method = TransferMethod.Courier, Courier = company }), (R8, CourierNotApproved));
        town.Accepts(town.Ask(plan => plan with { Method = TransferMethod.Courier, Courier = CourierCompany }));
    }

    [Fact]
    public void A_courier_whose_approval_was_taken_back_takes_nothing_out()
    {
        var town = Until(Phase.Sealed, plan => plan with { Method = TransferMethod.Courier, Courier = CourierCompany });
        town.Do(town.Withdrawn(CourierCompany));

        town.Refuses(town.LeaveWithCourier(), (R8, CourierNotApproved));
    }

    [Fact]
    public void A_window_that_is_put_off_is_as_long_as_the_policy_in_force_allows()
    {
        var town = Until(Phase.Permitted);
        town.Refuses(town.Extended(window => window with { EraseBy = window.EraseBy.AddMilliseconds(1) }), (R8, WindowTooLong));

        town.Facts = town.Facts with { Policy = null };
        town.Refuses(town.Extended(window => window with { OpenBy = window.OpenBy.AddHours(1) }), (R8, NoPolicyInForce));
    }

    [Fact]
    public void No_courier_is_named_beside_another_method()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Courier = new("van-man") }), (R8, CourierNotApproved));
    }

    [Fact]
    public void Without_a_policy_in_force_nothing_is_asked_or_granted()
    {
        var town = Until(Phase.Endorsed);
        town.Do(town.Decree(act => act with { LastDay = town.Clock }));

        Assert.IsType<Outcome.Accepted>(town.Decide(town.Approved()));
        town.Refuses(town.At(town.Clock.AddMilliseconds(1)).Approved(), (R8, NoPolicyInForce));
        town.Facts = town.Facts with { Policy = null };
        town.Refuses(town.Approved(), (R8, NoPolicyInForce));
    }

    [Fact]
    public void Only_the_owners_approver_makes_policy_templates_and_the_catalogue()
    {
        var town = Founded();

        foreach (var attempt in new[] { town.Decree(), town.SignedTemplate(), town.Catalogue() })
            town.Refuses(town.By(attempt.Act, null, (Officer, Role.SecurityOfficer)), (R2, RoleNotForThisAct), (R8, ApproverMissing));
    }

    [Fact]
    public void More_media_than_policy_allows_are_too_many()
    {
        var town = Founded();
        town.Do(town.Decree(act => act with { MostMedia = 1 }));

        town.Refuses(town.Ask(plan => plan with { Media = [Stick, SecondStick] }), (R8, TooManyMedia));
    }

    [Fact]
    public void The_window_is_as_long_as_policy_allows_and_not_a_millisecond_longer()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Window = Window with { EraseBy = Window.From.AddHours(11).AddMilliseconds(1) } }), (R8, WindowTooLong));
        town.Accepts(town.Ask(plan => plan with { Window = Window with { EraseBy = Window.From.AddHours(11) } }));
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_policy_of_any_size_is_compared_and_breaks_nothing(int size)
    {
        var town = Founded();
        town.Do(town.Decree(act => act with { LongestHours = size, MarginPercent = size, MostMedia = size }));

        if (size > 0) town.Accepts(town.Ask());
        else town.Refuses(town.Ask(), (R7, MarginTooLarge), (R8, TooManyMedia), (R8, WindowTooLong));
    }

    [Fact]
    public void A_purpose_without_a_template_in_force_is_refused()
    {
        var town = Founded();
        town.Refuses(town.Ask(plan => plan with { Template = null }), (R8, NoTemplateInForce));
        town.Refuses(town.Ask(plan => plan with { Template = new("any") }), (R8, NoTemplateInForce));

        town.Do(town.SignedTemplate(act => act with { LastDay = town.Clock }));
        Assert.IsType<Outcome.Accepted>(town.Decide(town.Ask()));
        town.Refuses(town.At(town.Clock.AddMilliseconds(1)).Ask(), (R8, NoTemplateInForce));
    }

    [Fact]
    public void A_field_beyond_the_template_needs_its_own_reason()
    {
        var town = Founded();

        var said = town.Refused(town.Ask(plan => plan with { Data = [new(Residents, ["id", "tax"])] }));
        Assert.Equal([new Refusal(R8, FieldBeyondTemplate, "residents.tax")], said);
        town.Accepts(town.Ask(plan => plan with { Data = [new(Residents, ["id", "tax"])], Handling = Handled with { BeyondTemplate = [new(Residents, "tax", Hash("why tax"))] } }));
    }

    [Fact]
    public void What_the_crossing_table_does_not_list_does_not_cross()
    {
        var town = Founded();
        town.Do(town.Decree(act => act with { Crossings = [new(NetworkLayer.Isolated, NetworkLayer.MyNumber)] }));

        town.Refuses(town.Ask(), (R8, CrossingNotAllowed));
    }
}
