using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.People;

/// <summary>R2: what is open passes to somebody who has the duty and makes no two people one.</summary>
internal static class TransferRules
{
    // What two people must have filled. The witness and the operator signed one seal; that is past and passes to nobody.
    private static readonly (Role One, Role Other)[] Apart =
    [
        (Role.ProjectManager, Role.InformationManager), (Role.Approver, Role.ProjectManager), (Role.Approver, Role.InformationManager), (Role.Approver, Role.Witness),
    ];

    internal static IEnumerable<Refusal> Against(Engagement facts, TransferDuties act, Attempt attempt, DateTimeOffset now)
    {
        if (act.From == act.To) yield return new(Rule.R2, Reason.SamePersonTwice, act.To.Value);
        foreach (var refusal in StandingRules.Against(facts, act.To, now)) yield return refusal;

        // Whoever has left already is not in the way: that is why it passes.
        if (!facts.People.TryGetValue(act.From, out var from)) yield return new(Rule.R1, Reason.PersonNotEnrolled, act.From.Value);
        if (facts.SideOf(act.From) is not { } side || from is null || !facts.People.TryGetValue(act.To, out var to)) yield break;

        if (facts.SideOf(act.To) != side) yield return new(Rule.R2, Reason.RoleOfOtherSide, act.To.Value);
        foreach (var refusal in TermRules.AgainstOtherSide(facts, side, attempt)) yield return refusal;

        foreach (var open in facts.OpenCarryOuts)
        {
            if (Lacks(open, from, to, now)) yield return new(Rule.R2, Reason.DutyLacking, open.Id.Value);
            if (Collapses(facts, open, act)) yield return new(Rule.R2, Reason.DutiesCollapse, open.Id.Value);
        }
    }

    /// <summary>The three who answer for it need that very duty; of the pool, one of the duties in which the person before was in it.</summary>
    private static bool Lacks(CarryOut open, Person from, Person to, DateTimeOffset now) => TransferFold.DutiesOf(open, from.Id).Any(duty => duty is Role.Operator
        ? !from.Terms.Any(term => to.Holds(term.Role, now))
        : !to.Holds(duty, now));

    private static bool Collapses(Engagement facts, CarryOut open, TransferDuties act)
    {
        var (passed, after) = (TransferFold.DutiesOf(open, act.From).ToArray(), TransferFold.Passed(open, act.From, act.To));

        return Apart.Any(pair => (passed.Contains(pair.One) || passed.Contains(pair.Other)) && after.HasFilled(pair.One, act.To) && after.HasFilled(pair.Other, act.To))
            || (open.Plan.Method == TransferMethod.Accompanied && BanRules.IsCompany(facts, open.Plan.Custodians) && !BanRules.IsCompany(facts, after.Plan.Custodians));
    }
}
