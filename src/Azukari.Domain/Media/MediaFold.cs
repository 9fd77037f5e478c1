using System.Collections.Immutable;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;

namespace Azukari.Domain.Media;

/// <summary>How the media register follows from the record.</summary>
internal static class MediaFold
{
    internal static Engagement Admitted(Engagement before, AdmitMedium act, Mark mark) =>
        before with { Media = before.Media.Add(act.Medium, new(act.Medium, act, null) { Since = mark }) };

    internal static Engagement Ended(Engagement before, MediumId id, MediumEndKind kind, Mark mark) =>
        Changed(before, id, medium => medium with { Ended = new(mark, kind), InUseBy = null });

    /// <summary>A free medium that two saw destroyed has left use; one with a payload on it waits for the end of its carry-out.</summary>
    internal static Engagement Destroyed(Engagement before, DestroyMedium act, ImmutableArray<Signer> signers, Mark mark)
    {
        var hands = signers.Select(signer => signer.Person).ToImmutableHashSet();
        var isWitnessed = hands.Count >= 2 && signers.Any(signer => signer.Role is Role.Witness or Role.SecurityOfficer && before.SideOf(signer.Organisation) == Side.Owner);
        var after = Changed(before, act.Medium, medium => medium with { Destroyed = new(mark, act.How, hands, isWitnessed) });

        return isWitnessed && act.CarryOut is null ? Ended(after, act.Medium, MediumEndKind.Destroyed, mark) : after;
    }

    internal static Engagement Counted(Engagement before, TakeInventory act, Mark mark)
    {
        ImmutableHashSet<MediumId> present = [.. act.Present];
        var missing = InventoryRules.Expected(before).Except(present);

        return missing.OrderBy(id => id.Value, StringComparer.Ordinal).Aggregate(before with { Inventory = new(mark, present, missing) }, (state, id) => Missed(state, id, mark));
    }

    /// <summary>R21: a missing medium is an incident at once. With a payload on it, it is that of its carry-out; an empty one's is its own.</summary>
    private static Engagement Missed(Engagement before, MediumId id, Mark mark) => IncidentFold.Opened(
        before, before.Find(before.Media[id].InUseBy) is { Seal: not null } carryOut ? carryOut.Id : null, IncidentCause.MissingAtInventory, mark, id.Value);

    private static Engagement Changed(Engagement before, MediumId id, Func<Medium, Medium> change) =>
        before.Media.TryGetValue(id, out var medium) ? before with { Media = before.Media.SetItem(id, change(medium)) } : before;
}
