using Azukari.Domain.Engagements;

namespace Azukari.Domain.Applications;

/// <summary>Applying and endorsing (R7, R9).</summary>
internal static class ApplicationRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, Apply act, Attempt attempt, DateTimeOffset now)
    {
        if (facts.Find(act.CarryOut) is not null) yield return new(Rule.R7, Reason.AskedAlready, act.CarryOut.Value);

        foreach (var refusal in PlanRules.Against(facts, act.CarryOut, act.Plan, now)) yield return refusal;
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, Endorse act, Attempt attempt)
    {
        foreach (var refusal in AgainstDeciding(facts, act.CarryOut)) yield return refusal;
        if (facts.Find(act.CarryOut) is not { } asked) yield break;

        if (asked.Endorsed is not null) yield return new(Rule.R9, Reason.DecidedAlready, act.CarryOut.Value);

        // Whoever holds both duties fills one of them: asking and supervising oneself is nobody's supervision.
        foreach (var applicant in attempt.Signers.Where(signer => asked.HasFilled(Role.ProjectManager, signer.Person))) yield return new(Rule.R2, Reason.SamePersonTwice, applicant.Person.Value);
    }

    /// <summary>What nobody can endorse, approve or decline: something never asked for, or decided before.</summary>
    internal static IEnumerable<Refusal> AgainstDeciding(Engagement facts, CarryOutId id)
    {
        if (facts.Find(id) is not { } carryOut) yield return new(Rule.R7, Reason.NotAsked, id.Value);
        else if (carryOut.Permit is not null || carryOut.Declined is not null) yield return new(Rule.R9, Reason.DecidedAlready, id.Value);
    }
}
