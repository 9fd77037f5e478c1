using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R9: what cannot wait is granted by one, and signed for by the others within one working day.</summary>
public sealed class R09_Urgent
{
    private static readonly DateTimeOffset NextDayEnds = new DateTimeOffset(2022, 6, 22, 0, 0, 0, TimeSpan.FromHours(9)).AddMilliseconds(-1);

    private static bool IsOwed(Town town) => Deadlines.Of(town.Facts).Any(deadline => deadline.Kind == DeadlineKind.UrgentSignatures);

    [Fact]
    public void One_approver_of_the_owner_grants_it_and_nobody_else()
    {
        var town = Founded();
        town.Refuses(town.By(town.GrantedUrgently().Act, null, (Manager, Role.ProjectManager)), (R2, RoleNotForThisAct), (R9, ApproverMissing));
        town.Accepts(town.GrantedUrgently());

        Assert.Equal(Phase.Permitted, Phases.PhaseOf(town.Facts, town.Case));
        Assert.Equal([Role.ProjectManager, Role.InformationManager], Permits.UrgentRules.Missing(town.Case));
    }

    [Fact]
    public void What_was_applied_for_is_granted_as_it_stands_and_only_the_endorsement_is_owed()
    {
        var town = Until(Phase.Asked);
        town.Accepts(town.GrantedUrgently());
        Assert.Equal([Role.InformationManager], Permits.UrgentRules.Missing(town.Case));
        town.Refuses(town.GrantedUrgently(), (R9, DecidedAlready), (R20, KeyNamedTwice));
    }

    [Fact]
    public void Why_it_cannot_wait_is_stated()
    {
        var town = Founded();

        town.Refuses(town.GrantedUrgently(act => act with { Why = null }), (R9, UrgencyNotStated));
    }

    [Fact]
    public void Two_people_still_seal_and_the_approver_is_not_one_of_them()
    {
        var town = Founded();
        town.Do(town.GrantedUrgently());
        town.Do(town.Appoint(Approver, Role.Witness));

        town.At(Window.From).Refuses(town.Sealed(null, (Sealer, Role.Operator), (Approver, Role.Witness)), (R2, WitnessIsApprover));
        town.Refuses(town.Sealed(null, (Sealer, Role.Operator)), (R11, WitnessMissing));
        town.Accepts(town.Sealed());
    }

    [Fact]
    public void After_its_last_moment_to_leave_it_is_granted_to_nobody()
    {
        var town = Founded();

        town.Refuses(town.At(Window.OutBy.AddMilliseconds(1)).GrantedUrgently(), (R9, TooLate));
    }

    [Fact]
    public void The_missing_signatures_follow_each_once_and_then_nothing_is_owed()
    {
        var town = Founded();
        town.Do(town.GrantedUrgently());
        town.Accepts(town.Countersigned(Manager, Role.ProjectManager));
        Assert.True(IsOwed(town));
        town.Refuses(town.Countersigned(Manager, Role.ProjectManager), (R9, SignatureNotMissing));
        town.Accepts(town.Countersigned(Executive, Role.InformationManager));

        Assert.False(IsOwed(town));
        Assert.Equal((Manager, Executive), (town.Case.Applicant, town.Case.Endorser));
        town.Refuses(town.Countersigned(Executive, Role.InformationManager) with { Signers = [] }, (R9, ProjectManagerMissing));
    }

    [Fact]
    public void What_was_not_granted_urgently_is_not_signed_afterwards()
    {
        var town = Until(Phase.Permitted);

        town.Refuses(town.Countersigned(Manager, Role.ProjectManager), (R9, NotUrgent));
    }

    [Fact]
    public void After_one_working_day_without_them_it_is_an_incident_and_they_may_still_sign()
    {
        var town = Founded();
        town.Do(town.GrantedUrgently());
        town.At(Day(21, 9, 30)).Do(town.Sealed());
        var owed = Assert.Single(Deadlines.Of(town.Facts), deadline => deadline.Kind == DeadlineKind.UrgentSignatures);

        Assert.Equal(NextDayEnds, owed.Due);
        town.Refuses(town.At(NextDayEnds.AddMilliseconds(-1)).Passed(DeadlineKind.UrgentSignatures), (R15, NotDueYet));
        town.At(NextDayEnds).Accepts(town.Passed(DeadlineKind.UrgentSignatures));
        Assert.Contains(Manager, town.Case.Alarms[^1].Told);
        Assert.Equal(Incidents.IncidentCause.SignaturesMissing, Assert.Single(town.Facts.Incidents).Causes.Single().Cause);
        town.Accepts(town.Countersigned(Manager, Role.ProjectManager));
    }

    [Fact]
    public void It_is_owed_even_when_everything_is_home_and_closed_but_not_for_what_never_left()
    {
        var closed = Until(Phase.Closed);
        closed.Facts = closed.Facts with { CarryOuts = closed.Facts.CarryOuts.SetItem(CaseId, closed.Case with { Urgent = new(closed.Case.Asked, Hash("why")), Endorsed = null }) };
        Assert.True(IsOwed(closed));

        var unused = Founded();
        unused.Do(unused.GrantedUrgently());
        unused.Wait(Window.OutBy);
        Assert.False(IsOwed(unused));
        unused.Refuses(unused.Countersigned(Manager, Role.ProjectManager), (R9, SignatureNotMissing));
    }

    [Fact]
    public void A_working_day_is_neither_a_weekend_nor_a_day_on_which_the_owner_is_closed()
    {
        var friday = new DateTimeOffset(2022, 6, 17, 20, 0, 0, TimeSpan.FromHours(9));
        var monday = new DateTimeOffset(2022, 6, 21, 0, 0, 0, TimeSpan.FromHours(9)).AddMilliseconds(-1);

        Assert.Equal(monday, Calendar.Japan.NextWorkingDayEnd(friday));
        Assert.Equal(monday, Calendar.Japan.NextWorkingDayEnd(friday.AddDays(1)));
        Assert.Equal(monday.AddDays(1), (Calendar.Japan with { Closed = [new(2022, 6, 20)] }).NextWorkingDayEnd(friday));
    }
}
