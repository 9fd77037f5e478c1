namespace Azukari.Domain.Tests.Rules;

/// <summary>R2: a transfer reassigns what is open, and makes no two people one.</summary>
public sealed class R02_Transfers
{
    private static readonly PersonId NextManager = new("c-next"), NextApprover = new("o-next"), NextCarrier = new("c-third");

    [Fact]
    public void What_is_open_passes_to_the_successor()
    {
        var town = Until(Phase.Sealed);
        town.Join(NextManager, Role.ProjectManager);
        town.Join(NextApprover, Role.Approver);
        town.Join(NextCarrier, Role.Operator);
        foreach (var (from, to) in new[] { (Manager, NextManager), (Approver, NextApprover), (Carrier, NextCarrier) }) town.Do(town.Transferred(from, to));

        Assert.Equal((NextManager, NextApprover), (town.Case.Applicant, town.Case.Permit?.Approver));
        Assert.Equal([NextCarrier, CityCarrier], town.Case.Plan.Custodians);
        town.At(Window.OutBy);
        Assert.Contains(town.Refused(town.Leave()), refusal => refusal.Because == CustodianNotPermitted);
        town.Accepts(town.Passed(act => act with { To = [NextCarrier, CityCarrier], At = DataCentre }, (Sealer, Role.Operator), (NextCarrier, Role.Operator), (CityCarrier, Role.Operator)));
    }

    [Fact]
    public void Whoever_has_it_in_the_hand_keeps_it_until_it_is_handed_over()
    {
        var town = Until(Phase.Sealed);
        town.Do(town.At(Window.OutBy).Leave());
        town.Join(NextCarrier, Role.Operator);
        town.Do(town.Transferred(Carrier, NextCarrier));

        Assert.Contains(Carrier, town.Case.Plan.Custodians);
        Assert.DoesNotContain(NextCarrier, town.Case.Plan.Custodians);
        town.Accepts(town.HandIn());
    }

    [Fact]
    public void Whoever_has_left_already_is_succeeded_all_the_same_and_still_counts_as_named()
    {
        var town = Until(Phase.Permitted);
        town.Join(NextCarrier, Role.Operator);
        town.Do(town.Left(Carrier));
        town.Do(town.Transferred(Carrier, NextCarrier));

        town.AcceptsWithout(town.Lost(Carrier), (R1, PersonHasLeft));
        Assert.NotNull(town.Case.KillOrdered);
    }

    [Fact]
    public void What_was_filled_before_it_passed_on_still_keeps_two_people_apart()
    {
        var asked = Until(Phase.Asked);
        asked.Join(NextManager, Role.ProjectManager);
        asked.Do(asked.Transferred(Manager, NextManager));
        asked.Do(asked.Appoint(Manager, Role.InformationManager));
        asked.Refuses(asked.By(asked.Endorsed().Act, null, (Manager, Role.InformationManager)), (R2, SamePersonTwice));

        var permitted = Until(Phase.Permitted);
        permitted.Join(NextApprover, Role.Approver);
        permitted.Do(permitted.Transferred(Approver, NextApprover));
        permitted.Do(permitted.Appoint(Approver, Role.Witness));
        permitted.Refuses(permitted.At(Window.From).Sealed(null, (Sealer, Role.Operator), (Approver, Role.Witness)), (R2, WitnessIsApprover));
    }

    [Fact]
    public void The_successor_has_the_duty_already()
    {
        var town = Until(Phase.Sealed);
        town.Join(NextManager, Role.Keeper);
        town.Join(NextApprover, Role.Witness);

        town.Refuses(town.Transferred(Manager, NextManager), (R2, DutyLacking));
        town.Refuses(town.Transferred(Executive, NextManager), (R2, DutyLacking));
        town.Refuses(town.Transferred(Approver, NextApprover), (R2, DutyLacking));
        town.Refuses(town.Transferred(Carrier, NextManager), (R2, DutyLacking));
    }

    [Fact]
    public void Two_separate_duties_never_come_into_one_hand()
    {
        var town = Until(Phase.Sealed);
        town.Do(town.Appoint(Executive, Role.ProjectManager));
        town.Refuses(town.Transferred(Manager, Executive), (R2, DutiesCollapse));

        town.Do(town.Appoint(Witness, Role.Approver));
        town.Refuses(town.Transferred(Approver, Witness), (R2, DutiesCollapse));
    }

    [Fact]
    public void Two_who_accompany_do_not_become_one()
    {
        var town = Until(Phase.Permitted, plan => plan with { Custodians = [Carrier, CityCarrier] });
        town.Do(town.Appoint(Officer, Role.Operator));
        town.Refuses(town.Transferred(Carrier, CityCarrier), (R2, RoleOfOtherSide), (R2, DutiesCollapse));
        town.Accepts(town.Transferred(CityCarrier, Officer));
    }

    [Fact]
    public void The_owner_stays_with_those_who_accompany_and_a_larger_pool_may_shrink()
    {
        var town = Until(Phase.Permitted, plan => plan with { Custodians = [Carrier, CityCarrier, SiteOperator] });

        town.Accepts(town.Transferred(SiteOperator, Carrier));
        Assert.Equal([Carrier, CityCarrier], town.Case.Plan.Custodians);
    }

    [Fact]
    public void Only_the_own_side_transfers_and_only_to_somebody_fit_to_be_named()
    {
        var town = Until(Phase.Sealed);
        town.Engage(ContractorRoot, (NextManager, Role.ProjectManager));

        town.Refuses(town.Transferred(Manager, NextManager), (R1, PersonNotOnList), (R3, ManualNotAcknowledged), (R4, TrainingNotRecorded));
        town.Refuses(town.Transferred(Manager, Manager), (R2, SamePersonTwice));
        town.Refuses(town.By(town.Transferred(Carrier, Sealer).Act, null, (CityRoot, Role.Representative)), (R2, AppointmentNotByOwnSide));
        town.Refuses(town.Transferred(new PersonId("c-nobody"), Sealer), (R1, PersonNotEnrolled));
    }

    [Fact]
    public void What_has_ended_stays_as_it_was()
    {
        var town = Until(Phase.Closed);
        town.Join(NextManager, Role.ProjectManager);
        town.Do(town.Transferred(Manager, NextManager));

        Assert.Equal(Manager, town.Case.Applicant);
    }
}
