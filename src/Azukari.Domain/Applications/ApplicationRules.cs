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

    internal static IEnumerable<Refusal> Against(Engagement facts, Endorse act) => AgainstDeciding(facts, act.CarryOut)
        .Concat(facts.Find(act.CarryOut)?.Endorsed is null ? [] : [new Refusal(Rule.R9, Reason.DecidedAlready, act.CarryOut.Value)]);

    /// <summary>What nobody can endorse, approve or decline: something never asked for, or decided before.</summary>
    internal static IEnumerable<Refusal> AgainstDeciding(Engagement facts, CarryOutId id)
    {
        if (facts.Find(id) is not { } carryOut) yield return new(Rule.R7, Reason.NotAsked, id.Value);
        else if (carryOut.Permit is not null || carryOut.Declined is not null) yield return new(Rule.R9, Reason.DecidedAlready, id.Value);
    }
}
