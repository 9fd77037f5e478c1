using Azukari.Domain.Applications;
using Azukari.Domain.People;
using Azukari.Domain.Permits;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R1: the first start needs two people of the owner who have confirmed each other face to face.</summary>
public sealed class R01_Owner
{
    [Fact]
    public void While_the_owner_has_one_person_that_person_approves_nothing()
    {
        var town = Begun();

        town.Refuses(Approval(town), (R1, OwnerAlone), (R1, FirstNotConfirmed));
        Act[] approvals = [new Approve(CaseId, Keys), new GrantUrgently(CaseId, null, Keys, null), new ApproveSeries(new("series-1")), town.Admit(Subcontractor, OrganisationKind.Company, Contractor, SubRoot).Act];
        foreach (var act in approvals) Assert.Empty(new[] { (R1, OwnerAlone), (R1, FirstNotConfirmed) }.Except(Said(town, act)));
        Assert.DoesNotContain((R1, OwnerAlone), Said(town, new Decline(CaseId, DeclineReason.OnlineWillDo)));
    }

    [Fact]
    public void A_second_person_counts_once_enrolled_and_seen_and_until_leaving()
    {
        var town = Begun();
        town.Do(town.Enrol(Officer, CityRoot));
        town.Refuses(Approval(town), (R1, OwnerAlone), (R1, FirstNotConfirmed));

        town.Do(town.See(Officer));
        town.Do(town.Meet(Officer));
        town.Do(Approval(town));
        town.Do(town.Left(Officer));

        town.Do(town.By(new SubmitManual(2, Hash("manual 2")), null, (ContractorRoot, Role.ProjectManager)));
        town.Refuses(Approval(town, 2), (R1, OwnerAlone));
    }

    [Fact]
    public void Nothing_is_approved_before_the_second_has_confirmed_the_first_as_well()
    {
        var town = Begun();
        town.Do(town.Enrol(Officer, CityRoot));
        town.Refuses(town.Meet(Officer), (R1, PersonNotSeenByOfficer)); // Whom nobody has seen confirms nobody.
        town.Do(town.See(Officer));

        town.Refuses(Approval(town), (R1, FirstNotConfirmed));
        town.Accepts(town.Meet(Officer));
        town.Accepts(Approval(town));
    }

    [Fact]
    public void Two_whom_the_first_has_seen_do_not_stand_for_the_first()
    {
        var town = Begun();
        foreach (var person in new[] { Officer, Witness })
        {
            town.Do(town.Enrol(person, CityRoot));
            town.Do(town.See(person));
        }

        town.Refuses(Approval(town), (R1, FirstNotConfirmed));
        town.Do(town.Appoint(Officer, Role.Representative));
        town.Do(town.Appoint(Officer, Role.Approver));
        town.Do(town.Left(CityRoot)); // Who has left approves nothing and is confirmed by nobody.
        town.Accepts(town.By(new ApproveManual(1), null, (Officer, Role.Approver)));
    }

    [Fact]
    public void The_first_is_confirmed_by_another_of_the_owner()
    {
        var town = Begun();

        town.Refuses(Seen(town, CityRoot, (CityRoot, Role.Representative)), (R1, SeesOneself));
        town.Refuses(Seen(town, CityRoot, (ContractorRoot, Role.Representative)), (R1, SecurityOfficerMissing), (R2, RoleNotForThisAct));
    }

    [Fact]
    public void Without_a_duty_the_second_confirms_nobody_but_the_first()
    {
        var town = Begun();
        town.Do(town.Enrol(Officer, CityRoot));
        town.Do(town.See(Officer));
        town.Do(town.Enrol(Manager, ContractorRoot));

        town.Refuses(Seen(town, Manager, (Officer, Role.Member)), (R1, SecurityOfficerMissing), (R2, RoleNotForThisAct));
        town.Do(town.Meet(Officer));
        town.Refuses(town.Meet(Officer), (R1, SecurityOfficerMissing), (R2, RoleNotForThisAct));
    }

    [Fact]
    public void Two_of_the_contractor_do_not_make_two_of_the_owner()
    {
        var town = Begun();
        town.Do(town.Enrol(Manager, ContractorRoot));
        town.Do(town.See(Manager));

        town.Refuses(Approval(town), (R1, OwnerAlone), (R1, FirstNotConfirmed));
    }

    /// <summary>Founded by one of each side, each of whom gives himself a duty; a manual is submitted.</summary>
    private static Town Begun()
    {
        var town = new Town();
        town.Do(town.Found());
        town.Do(town.Appoint(CityRoot, Role.Approver));
        town.Do(town.Appoint(ContractorRoot, Role.ProjectManager));
        town.Do(town.By(new SubmitManual(1, Hash("manual 1")), null, (ContractorRoot, Role.ProjectManager)));
        return town;
    }

    private static Attempt Seen(Town town, PersonId person, (PersonId, Role) by) => town.By(new SeePerson(person, EmploymentDocument.EmployeeCard), null, by);

    private static Attempt Approval(Town town, int version = 1) => town.By(new ApproveManual(version), null, (CityRoot, Role.Approver));

    private static IEnumerable<(Rule, Reason)> Said(Town town, Act act) => town.Refused(town.By(act, null, (CityRoot, Role.Approver))).Select(refusal => (refusal.Rule, refusal.Because));
}
