using Azukari.Domain.Applications;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R9: one approval for several carry-outs of the same template, fields, sites and method in one quarter.</summary>
public sealed class R09_Series
{
    private static readonly DateTimeOffset NextQuarter = new(2022, 7, 1, 0, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void It_is_asked_for_endorsed_and_approved_by_three_people()
    {
        var town = Founded();
        town.Do(town.Decree(policy => policy with { MostInSeries = 2 }));
        town.Refuses(town.By(town.SeriesAsked().Act, null, (Executive, Role.InformationManager)), (R2, RoleNotForThisAct), (R9, ProjectManagerMissing));
        town.Do(town.SeriesAsked());
        town.Refuses(town.SeriesApproved(), (R9, NotEndorsed));
        town.Refuses(town.SeriesEndorsed() with { Signers = [] }, (R9, InformationManagerMissing));
        town.Do(town.Appoint(Manager, Role.InformationManager));
        town.Refuses(town.By(town.SeriesEndorsed().Act, null, (Manager, Role.InformationManager)), (R2, SamePersonTwice));
        town.Do(town.SeriesEndorsed());
        town.Refuses(town.SeriesApproved() with { Signers = [] }, (R9, ApproverMissing));
        town.Do(town.SeriesApproved());

        Assert.Equal((Manager, Executive, Approver), (town.TheSeries.Asker, town.TheSeries.Endorser, town.TheSeries.Approver));
        town.Refuses(town.SeriesEndorsed(), (R9, DecidedAlready));
        town.Refuses(town.SeriesApproved(), (R9, DecidedAlready));
        town.Refuses(town.SeriesAsked(), (R9, NameTakenAlready));
    }

    [Fact]
    public void A_carry_out_of_it_needs_no_endorsement_of_its_own_but_the_approvers_go()
    {
        var town = Founded().HasSeries();
        town.Do(town.AskedUnder());
        town.Refuses(town.At(Window.From).Sealed(), (R8, BannedInPrinciple), (R10, NoPermit));

        town.Accepts(town.At(Asking).Approved());
        town.Accepts(town.At(Window.From).Sealed());
    }

    [Fact]
    public void What_is_not_of_the_same_template_fields_sites_and_method_is_outside()
    {
        var town = Founded().HasSeries();
        town.Do(town.SignedTemplate(act => act with { Template = new("letters") }));

        Func<CarryPlan, CarryPlan>[] others =
        [
            plan => plan with { Template = new("letters") },
            plan => plan with { Data = [new(Residents, ["id"])] },
            plan => plan with { Data = [new(Residents, ["name", "id"])] },
            plan => plan with { Method = TransferMethod.Courier, Courier = CourierCompany },
        ];
        foreach (var other in others) town.Refuses(town.AskedUnder(other), (R9, SeriesOutside));

        var said = town.Refused(town.AskedUnder(plan => plan with { Source = CallCentre, SealAt = OpenStation, Destination = DataCentre, OpenAt = SealStation }));
        Assert.Contains(new(R9, SeriesOutside, "places"), said);
    }

    [Fact]
    public void There_are_as_many_as_were_approved_and_what_came_to_nothing_does_not_count()
    {
        CarryOutId second = new("carry-2"), third = new("carry-3");
        CarryPlan OnOtherStick(CarryPlan plan) => plan with { Media = [SecondStick] };
        var town = Founded().HasSeries();
        town.Do(town.AskedUnder());
        town.Do(town.AskedUnder(OnOtherStick, second));
        town.Do(town.AdmitStick(new("usb-3")));
        Attempt Third() => town.AskedUnder(plan => plan with { Media = [new("usb-3")] }, third);
        town.Refuses(Third(), (R9, SeriesFull));

        town.Do(town.Withdrawn());
        town.Accepts(Third());
    }

    [Fact]
    public void How_many_there_may_be_is_the_policys_matter_and_without_it_there_is_no_series()
    {
        var town = Founded();
        town.Refuses(town.SeriesAsked(), (R9, SeriesTooMany));
        town.Do(town.Decree(policy => policy with { MostInSeries = 2 }));
        town.Refuses(town.SeriesAsked(scope => scope with { Most = 3 }), (R9, SeriesTooMany));
        town.Refuses(town.SeriesAsked(scope => scope with { Most = 0 }), (R9, SeriesTooMany));
    }

    [Fact]
    public void When_its_quarter_is_over_it_covers_nothing()
    {
        var town = Founded().HasSeries();
        var july = Window with { From = NextQuarter.AddHours(9), OutBy = NextQuarter.AddHours(10), OpenBy = NextQuarter.AddHours(12), WorkEnds = NextQuarter.AddHours(18), EraseBy = NextQuarter.AddHours(19) };
        town.Refuses(town.AskedUnder(plan => plan with { Window = july }), (R9, SeriesQuarterOver));
        town.Do(town.AskedUnder());

        town.Do(town.At(NextQuarter).Listed(City));
        town.Do(town.Listed(Contractor));
        town.Do(town.Listed(Subcontractor));
        town.Refuses(town.Approved(), (R9, SeriesQuarterOver), (R9, TooLate));
        town.Refuses(town.SeriesAsked(), (R9, NameTakenAlready), (R9, SeriesQuarterOver));
    }

    [Fact]
    public void Once_ended_by_either_side_it_covers_nothing_that_is_not_sealed()
    {
        var town = Founded().HasSeries();
        town.Do(town.AskedUnder());
        town.Do(town.Approved());
        Assert.IsType<Outcome.Accepted>(town.Decide(town.By(town.SeriesEnded().Act, null, (Manager, Role.ProjectManager))));
        town.Do(town.SeriesEnded());

        town.Refuses(town.SeriesEnded(), (R9, SeriesEnded));
        town.Refuses(town.SeriesEndorsed(), (R9, SeriesEnded), (R9, DecidedAlready));
        town.Refuses(town.AskedUnder(plan => plan with { Media = [SecondStick] }, new("carry-2")), (R9, SeriesEnded));
        town.Refuses(town.At(Window.From).Sealed(), (R9, SeriesEnded));
        town.Refuses(town.By(town.SeriesEnded().Act, null, (Officer, Role.SecurityOfficer)), (R2, RoleNotForThisAct), (R9, SeriesEnded), (R9, ProjectManagerMissing));
    }

    [Fact]
    public void Nothing_is_covered_by_a_series_that_nobody_knows_or_has_approved()
    {
        var town = Founded();
        town.Refuses(town.AskedUnder(), (R9, SeriesUnknown));
        town.Refuses(town.SeriesApproved(), (R9, SeriesUnknown));
        town.Refuses(town.SeriesEnded(), (R9, SeriesUnknown));

        town.Do(town.Decree(policy => policy with { MostInSeries = 2 }));
        town.Do(town.SeriesAsked());
        town.Refuses(town.AskedUnder(), (R9, SeriesNotApproved));
    }

    [Fact]
    public void A_change_or_an_extension_does_not_lead_out_of_it()
    {
        var town = Founded().HasSeries();
        town.Do(town.AskedUnder());
        town.Do(town.Approved());
        town.Refuses(town.Amended(plan => plan with { Data = [new(Residents, ["id"])] }), (R9, SeriesOutside));

        town.Do(town.Decree(policy => policy with { LongestHours = 24 * 30 }));
        town.Refuses(town.Extended(window => window with { EraseBy = NextQuarter }), (R9, SeriesQuarterOver));
    }

    [Fact]
    public void No_two_duties_become_one_because_of_it()
    {
        var town = Founded().HasSeries();
        town.Do(town.AskedUnder());
        foreach (var (person, role) in new[] { (Witness, Role.Approver), (Approver, Role.Witness) }) town.Do(town.Appoint(person, role));
        town.Do(town.By(town.Approved().Act, null, (Witness, Role.Approver)));

        // Whoever approved the series has approved each of its carry-outs.
        town.Refuses(town.At(Window.From).Sealed(null, (Sealer, Role.Operator), (Approver, Role.Witness)), (R2, WitnessIsApprover));
    }

    [Fact]
    public void A_go_that_is_not_used_by_its_last_day_is_void()
    {
        var town = Founded().HasSeries();
        town.Do(town.AskedUnder());
        town.Do(town.Approved());

        Assert.NotNull(town.Wait(Window.OutBy).Case.Voided);
        Assert.Empty(town.TheSeries.Members(town.Facts));
    }
}
