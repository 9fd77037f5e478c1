using System.Collections.Immutable;
using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;

namespace Azukari.Domain.Permits;

/// <summary>R9, urgent: one approver decides; the missing signatures follow within one working day, or it is an incident.</summary>
public static class UrgentRules
{
    /// <summary>Whose signatures are still missing under an urgent grant; nobody's where nothing became of it.</summary>
    public static ImmutableArray<Role> Missing(CarryOut carryOut) => carryOut is not { Urgent: not null, Withdrawn: null, Voided: null } ? [] :
    [
        .. carryOut.Applicant is null ? [Role.ProjectManager] : Array.Empty<Role>(),
        .. carryOut.Endorsed is null ? [Role.InformationManager] : Array.Empty<Role>(),
    ];

    internal static IEnumerable<Refusal> Against(Engagement facts, GrantUrgently act, Attempt attempt, DateTimeOffset now)
    {
        var asked = facts.Find(act.CarryOut);

        // What was applied for is granted as it stands; another plan under its number would be a change that nobody signed.
        if (asked is not null && act.Plan is not null) yield return new(Rule.R7, Reason.AskedAlready, act.CarryOut.Value);
        if (asked is not null || act.Plan is null) foreach (var refusal in ApplicationRules.AgainstDeciding(facts, act.CarryOut)) yield return refusal;
        if (act.Why is null) yield return new(Rule.R9, Reason.UrgencyNotStated, act.CarryOut.Value);
        if (asked is not null) foreach (var refusal in ApartRules.Against(asked, attempt)) yield return refusal;
        if ((asked?.Plan ?? act.Plan) is not { } plan) yield break;

        if (now > plan.Window?.OutBy) yield return new(Rule.R9, Reason.TooLate, act.CarryOut.Value);
        foreach (var refusal in PermitRules.AgainstKeys(facts, plan.OpenAt, act.Keys)) yield return refusal;
        foreach (var refusal in PlanRules.Against(facts, act.CarryOut, plan, now)) yield return refusal;
        foreach (var refusal in SeriesMemberRules.Against(facts, act.CarryOut, asked?.Series, plan, now)) yield return refusal;
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, Countersign act, Attempt attempt)
    {
        if (facts.Find(act.CarryOut) is not { Urgent: not null } carryOut)
        {
            yield return new(Rule.R9, Reason.NotUrgent, act.CarryOut.Value);
            yield break;
        }

        var missing = Missing(carryOut);
        foreach (var signer in attempt.Signers.Where(signer => !missing.Contains(signer.Role))) yield return new(Rule.R9, Reason.SignatureNotMissing, signer.Person.Value);
        foreach (var refusal in ApartRules.Against(carryOut, attempt)) yield return refusal;
    }
}
