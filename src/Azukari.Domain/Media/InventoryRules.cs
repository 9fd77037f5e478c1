using System.Collections.Immutable;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.Media;

/// <summary>R21: the periodic count of media against the register, and what of it is given up.</summary>
public static class InventoryRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, TakeInventory act)
    {
        foreach (var twice in act.Present.GroupBy(id => id).Where(group => group.Count() > 1)) yield return new(Rule.R21, Reason.MediumCountedTwice, twice.Key.Value);
        foreach (var unknown in act.Present.Where(id => !facts.Media.ContainsKey(id))) yield return new(Rule.R21, Reason.MediumNotRegistered, unknown.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, WriteOffMedium act)
    {
        foreach (var refusal in MediaRules.AgainstUse(facts, act.Medium)) yield return refusal;
        if (facts.Inventory?.Missing.Contains(act.Medium) != true) yield return new(Rule.R21, Reason.MediumNotMissed, act.Medium.Value);

        // What was sealed on it is somebody's data: its carry-out ends as lost, with a report and dead keys.
        if (facts.Find(facts.Media.GetValueOrDefault(act.Medium)?.InUseBy)?.Seal is not null) yield return new(Rule.R21, Reason.MediumInUse, act.Medium.Value);
    }

    /// <summary>What the register says should lie at its home now: everything in use but what a carry-out has taken out.</summary>
    public static ImmutableHashSet<MediumId> Expected(Engagement facts) =>
    [
        .. facts.Media.Values
            .Where(medium => medium is { Ended: null } and not { Destroyed.IsWitnessed: true } && !(facts.Find(medium.InUseBy) is { } carryOut && Home.IsAway(facts, carryOut)))
            .Select(medium => medium.Id),
    ];
}
