using System.Collections.Immutable;
using Azukari.Domain.Engagements;

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
        return before with { Inventory = new(mark, present, InventoryRules.Expected(before).Except(present)) };
    }

    private static Engagement Changed(Engagement before, MediumId id, Func<Medium, Medium> change) =>
        before.Media.TryGetValue(id, out var medium) ? before with { Media = before.Media.SetItem(id, change(medium)) } : before;
}
