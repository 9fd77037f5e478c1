using System.Collections.Immutable;

namespace Azukari.Domain.Incidents.Laws;

/// <summary>What one law asks of one legal entity now.</summary>
public sealed record PackObligation(LawPack Pack, ImmutableArray<Triggered> Triggers, ImmutableArray<BreachDeadline> Deadlines);

/// <summary>R26: several laws run at once, each by its own count.</summary>
public static class BreachObligations
{
    /// <summary>The packs that bind the entity on the civil day on which it came to know; a law that came later does not reach back.</summary>
    public static ImmutableArray<LawPack> InForce(IEnumerable<LawPack> packs, LegalEntity entity, DateOnly day) =>
        [.. packs.Where(pack => pack.Binds(entity) && pack.IsInForce(day))];

    /// <summary>What every law asks of the entity; a law under which nothing is reportable is not listed.</summary>
    public static ImmutableArray<PackObligation> Of(IEnumerable<LawPack> packs, BreachFacts facts, ClosedDays closedDays)
    {
        if (facts.StartsAt is not { } known) return [];

        return [.. InForce(packs, facts.Entity, facts.Calendar.DateOf(known))
            .Select(pack => new PackObligation(pack, Triggers.Of(pack, facts), BreachClocks.Of(pack, facts, closedDays)))
            .Where(obligation => !obligation.Triggers.IsEmpty)];
    }
}
