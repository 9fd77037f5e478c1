using Azukari.Domain.Engagements;
using Azukari.Domain.People;

namespace Azukari.Domain.Applications;

/// <summary>Applying and endorsing (R7, R9).</summary>
internal static class ApplicationRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, Apply act, Attempt attempt, DateTimeOffset now)
    {
        if (facts.Find(act.CarryOut) is not null) yield return new(Rule.R7, Reason.AskedAlready, act.CarryOut.Value);

        foreach (var refusal in PlanRules.Against(facts, act.CarryOut, act.Plan, now)) yield return refusal;
        foreach (var refusal in SeriesMemberRules.Against(facts, act.CarryOut, act.Series, act.Plan, now)) yield return refusal;

        // Whoever endorsed the series has endorsed each of its carry-outs: asking for one and supervising oneself is nobody's supervision.
        foreach (var endorser in attempt.Signers.Where(signer => act.Series is { } series && facts.Series.GetValueOrDefault(series)?.Endorser == signer.Person))
            yield return new(Rule.R2, Reason.SamePersonTwice, endorser.Person.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, Endorse act, Attempt attempt)
    {
        foreach (var refusal in AgainstDeciding(facts, act.CarryOut)) yield return refusal;
        if (facts.Find(act.CarryOut) is not { } asked) yield break;

        if (asked.Endorsed is not null) yield return new(Rule.R9, Reason.DecidedAlready, act.CarryOut.Value);
        foreach (var refusal in ApartRules.Against(asked, attempt)) yield return refusal;
    }

    /// <summary>What is sealed travels, and comes home; it cannot be taken back on paper.</summary>
    internal static IEnumerable<Refusal> Against(Engagement facts, Withdraw act)
    {
        if (facts.Find(act.CarryOut) is not { } carryOut) yield return new(Rule.R7, Reason.NotAsked, act.CarryOut.Value);
        else if (carryOut.HasEnded) yield return new(Rule.R9, Reason.HasEnded, act.CarryOut.Value);
        else if (carryOut.Seal is not null) yield return new(Rule.R9, Reason.SealedAlready, act.CarryOut.Value);
    }

    /// <summary>What nobody can endorse, approve or decline: something never asked for, or decided before.</summary>
    internal static IEnumerable<Refusal> AgainstDeciding(Engagement facts, CarryOutId id)
    {
        if (facts.Find(id) is not { } carryOut) yield return new(Rule.R7, Reason.NotAsked, id.Value);
        else if (carryOut.Permit is not null || carryOut.HasEnded) yield return new(Rule.R9, Reason.DecidedAlready, id.Value);
    }
}
