using Azukari.Domain.Applications;
using Azukari.Domain.Permits;

namespace Azukari.Domain.Tests;

/// <summary>What becomes of an application or permit before it is used: withdrawn, amended, put off.</summary>
internal sealed partial class Town
{
    private static (PersonId, Role)[] AllThree => [(Manager, Role.ProjectManager), (Executive, Role.InformationManager), (Approver, Role.Approver)];

    internal Attempt Withdrawn() => By(new Withdraw(CaseId), null, (Manager, Role.ProjectManager));

    /// <summary>An amendment, signed by exactly those whom the town would ask for it.</summary>
    internal Attempt Amended(Func<CarryPlan, CarryPlan> change)
    {
        var act = new Amend(CaseId, change(Facts.Find(CaseId)?.Plan ?? Plan));
        var needed = AmendmentRules.WhoSigns(Facts, act);
        return By(act, null, [.. AllThree.Where(hand => needed.Contains(hand.Item2))]);
    }

    /// <summary>Granted by one approver, with nobody of the contractor at hand.</summary>
    internal Attempt GrantedUrgently(Func<GrantUrgently, GrantUrgently>? change = null)
    {
        var act = new GrantUrgently(CaseId, Facts.Find(CaseId) is null ? Plan : null, Keys, Hash("cannot wait"));
        return By(change?.Invoke(act) ?? act, null, (Approver, Role.Approver));
    }

    internal Attempt Countersigned(PersonId person, Role role) => By(new Countersign(CaseId), null, (person, role));

    internal Attempt Extended(Func<CarryWindow, CarryWindow> change) =>
        By(new Extend(CaseId, change(Facts.Find(CaseId)?.Plan.Window ?? Window)), null, (Manager, Role.ProjectManager), (Approver, Role.Approver));
}
