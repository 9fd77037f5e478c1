using System.Collections.Immutable;

namespace Azukari.Domain.Incidents.Laws;

/// <summary>A reportable situation that holds, or may.</summary>
/// <param name="Item">Its number in the law.</param>
/// <param name="Since">The moment from which it holds, or null for from the first knowledge on.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Unverified">Whether that was not read itself.</param>
public sealed record Triggered(string Item, DateTimeOffset? Since, string Source, bool Unverified);

/// <summary>Which of a law's reportable situations hold. What "may have" happened counts; what is unknown counts as the worst (R26).</summary>
public static class Triggers
{
    /// <summary>The situations in the pack's order; none where nothing happened to anybody's data or where the exemption is demonstrated.</summary>
    public static ImmutableArray<Triggered> Of(LawPack pack, BreachFacts facts)
    {
        var isExempt = facts.ExemptionDemonstrated && pack.Exemption == ExemptionEffect.Everything;
        if (facts.Nature == BreachNature.None || !facts.IsOver(0) || isExempt || !pack.Binds(facts.Entity)) return [];

        return [.. pack.Triggers.Where(trigger => Holds(trigger, facts))
            .Select(trigger => new Triggered(trigger.Item, trigger.PersonsOver is { } limit ? OverSince(facts, limit) : null, trigger.Source, trigger.Unverified))];
    }

    private static bool Holds(PackTrigger trigger, BreachFacts facts) =>
        (trigger.Classes.IsEmpty || trigger.Classes.Any(kind => facts.Classes.Contains(kind)))
        && (!trigger.ImproperPurpose || facts.ImproperPurpose)
        && (!trigger.OpenToAll || facts.OpenToAll)
        && !(trigger.UnlessRiskUnlikely && facts.Risk == RiskAssessment.Unlikely)
        && (trigger.PersonsOver is not { } limit || facts.IsOver(limit));

    /// <summary>A count that grows past the threshold counts from that moment; one that was over it all along, from the first knowledge on.</summary>
    private static DateTimeOffset? OverSince(BreachFacts facts, long limit)
    {
        var counts = facts.People.OrderBy(count => count.Since).ToArray();
        var lastBelow = Array.FindLastIndex(counts, count => !count.IsOver(limit));

        return lastBelow < 0 ? null : counts[lastBelow + 1].Since;
    }
}
