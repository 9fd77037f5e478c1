using Azukari.Domain.Applications;
using Azukari.Domain.People;
using Azukari.Domain.Permits;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R1: the first start needs two people of the owner.</summary>
public sealed class R01_Owner
{
    [Fact]
    public void While_the_owner_has_one_person_that_person_approves_nothing()
    {
        var town = Begun();

        town.Refuses(Approval(town), (R1, OwnerAlone));
        Act[] approvals = [new Approve(CaseId, Keys), new GrantUrgently(CaseId, null, Keys, null), new ApproveSeries(new("series-1")), town.Admit(Subcontractor, OrganisationKind.Company, Contractor, SubRoot).Act];
        foreach (var act in approvals) Assert.Contains((R1, OwnerAlone), Said(town, act));
        Assert.DoesNotContain((R1, OwnerAlone), Said(town, new Decline(CaseId, DeclineReason.OnlineWillDo)));
    }

    [Fact]
    public void A_second_person_counts_once_enrolled_and_seen_and_until_leaving()
    {
        var town = Begun();
        town.Do(town.Enrol(Officer, CityRoot));
        town.Refuses(Approval(town), (R1, OwnerAlone));

        town.Do(town.See(Officer));
        town.Do(Approval(town));
        town.Do(town.Left(Officer));

        town.Do(town.By(new SubmitManual(2, Hash("manual 2")), null, (ContractorRoot, Role.ProjectManager)));
        town.Refuses(Approval(town, 2), (R1, OwnerAlone));
    }

    [Fact]
    public void Two_of_the_contractor_do_not_make_two_of_the_owner()
    {
        var town = Begun();
        town.Do(town.Enrol(Manager, ContractorRoot));
        town.Do(town.See(Manager));

        town.Refuses(Approval(town), (R1, OwnerAlone));
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

    private static Attempt Approval(Town town, int version = 1) => town.By(new ApproveManual(version), null, (CityRoot, Role.Approver));

    private static IEnumerable<(Rule, Reason)> Said(Town town, Act act) => town.Refused(town.By(act, null, (CityRoot, Role.Approver))).Select(refusal => (refusal.Rule, refusal.Because));
}
