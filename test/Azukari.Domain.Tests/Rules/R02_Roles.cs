namespace Azukari.Domain.Tests.Rules;

/// <summary>R2: who holds which duty, and which duties exclude each other.</summary>
public sealed class R02_Roles
{
    [Fact]
    public void A_duty_that_is_not_held_fills_nothing_but_paper()
    {
        var town = Founded();

        town.Refuses(town.By(town.Ask().Act, null, (Sealer, Role.ProjectManager)), (R2, RoleNotHeld));
    }

    [Fact]
    public void A_duty_ends_with_its_last_moment_to_the_millisecond()
    {
        var town = Founded();
        town.Do(town.Appoint(Manager, Role.ProjectManager, Asking));

        town.Refuses(town.At(Asking.AddMilliseconds(1)).Ask(), (R2, RoleNotHeld));
        town.Accepts(town.At(Asking).Ask());
    }

    [Fact]
    public void Whoever_was_taken_off_a_duty_does_not_act_through_a_station_either()
    {
        var town = Until(Phase.Arrived);
        town.Do(town.Appoint(SiteOperator, Role.Operator, town.Clock.AddSeconds(-1)));

        town.Refuses(town.Confirmed(SiteOperator, Role.Operator), (R2, RoleNotHeld));
    }

    [Fact]
    public void A_signature_that_the_act_does_not_ask_for_spoils_it()
    {
        var town = Founded();

        town.Refuses(town.By(town.Ask().Act, null, (Manager, Role.ProjectManager), (Executive, Role.InformationManager)), (R2, RoleNotForThisAct));
    }

    [Fact]
    public void The_owners_duties_are_not_given_to_the_contractors_people_nor_the_other_way_round()
    {
        var town = Founded();

        town.Refuses(town.Appoint(Carrier, Role.Witness), (R2, RoleOfOtherSide));
        town.Refuses(town.Appoint(Officer, Role.ProjectManager), (R2, RoleOfOtherSide));
    }

    [Fact]
    public void Somebody_unknown_is_given_no_duty()
    {
        var town = Founded();

        town.Refuses(town.Appoint(Newcomer, Role.Operator), (R1, PersonNotEnrolled));
    }

    [Fact]
    public void A_side_gives_its_own_people_their_duties_and_a_subcontractor_gives_none()
    {
        var town = Founded();
        var act = town.Appoint(SiteOperator, Role.Keeper).Act;

        town.Refuses(town.By(act, null, (CityRoot, Role.Representative)), (R2, AppointmentNotByOwnSide));
        town.Refuses(town.By(act, null, (SubRoot, Role.Representative)), (R2, AppointmentNotByOwnSide));
        town.Refuses(town.By(act, null), (R2, RepresentativeMissing));
    }

    [Fact]
    public void One_person_does_not_sign_twice_to_be_two()
    {
        var town = Until(Phase.Permitted);
        town.Do(town.Appoint(Witness, Role.Operator));

        town.Refuses(town.At(Window.From).Sealed(null, (Witness, Role.Operator), (Witness, Role.Witness)), (R2, SamePersonTwice));
    }

    [Fact]
    public void Nobody_supervises_an_application_of_their_own()
    {
        var town = Until(Phase.Asked);
        town.Do(town.Appoint(Manager, Role.InformationManager));

        town.Refuses(town.By(town.Endorsed().Act, null, (Manager, Role.InformationManager)), (R2, SamePersonTwice));
    }

    [Fact]
    public void The_approver_neither_applied_nor_endorsed()
    {
        var town = Until(Phase.Endorsed);

        town.Facts = town.Facts with { CarryOuts = town.Facts.CarryOuts.SetItem(CaseId, town.Case with { Endorser = Approver }) };
        town.Refuses(town.Approved(), (R2, ApproverIsApplicant));
        town.Facts = town.Facts with { CarryOuts = town.Facts.CarryOuts.SetItem(CaseId, town.Case with { Endorser = Executive, Applicant = Approver }) };
        town.Refuses(town.Approved(), (R2, ApproverIsApplicant));
    }

    [Fact]
    public void The_witness_is_not_the_approver()
    {
        var town = Until(Phase.Permitted);
        town.Do(town.Appoint(Approver, Role.Witness));

        town.Refuses(town.At(Window.From).Sealed(null, (Sealer, Role.Operator), (Approver, Role.Witness)), (R2, WitnessIsApprover));
    }

    [Fact]
    public void Every_duty_belongs_to_a_side()
    {
        foreach (var role in Enum.GetValues<Role>()) Assert.True(role.BelongsTo(Side.Owner) || role.BelongsTo(Side.Contractor));
    }
}
