using Azukari.Domain.Engagements;
using Azukari.Domain.Sealing;

namespace Azukari.Domain;

/// <summary>R21: what "home again" means, for the rules and for whoever asks what is outside.</summary>
public static class Home
{
    /// <summary>Whether the media that are left are in the locked place where they belong.</summary>
    public static bool IsStored(Engagement facts, CarryOut carryOut) =>
        carryOut.Custody?.Now is { Stored: true, At: { } site }
        && Remaining(facts, carryOut).All(volume => facts.Media.TryGetValue(volume.Medium, out var medium) && medium.Admitted.Home == site);

    /// <summary>Whether a sealed consignment, or the medium it travelled on, is out of its house.</summary>
    public static bool IsOutside(Engagement facts, CarryOut carryOut) => !carryOut.HasEnded && IsAway(facts, carryOut);

    /// <summary>The three one-time keys of a permit, or none before it.</summary>
    public static IReadOnlyList<Digest> KeysOf(CarryOut carryOut) =>
        carryOut.Permit is { Keys: var keys } ? [keys.Owner, keys.Contractor, keys.Destination] : [];

    /// <summary>Whether a medium was destroyed before two witnesses.</summary>
    public static bool IsDestroyed(Engagement facts, MediumId medium) => facts.Media.GetValueOrDefault(medium)?.Destroyed is { IsWitnessed: true };

    /// <summary>The volumes whose medium still exists.</summary>
    internal static IEnumerable<SealedVolume> Remaining(Engagement facts, CarryOut carryOut) =>
        carryOut.Seal?.Measured.Volumes.Where(volume => !IsDestroyed(facts, volume.Medium)) ?? [];

    /// <summary>Whether every payload is overwritten in full or its medium destroyed. What covered less does not open the house (R35, R32).</summary>
    internal static bool IsErased(Engagement facts, CarryOut carryOut) =>
        carryOut.Seal is not null && Remaining(facts, carryOut).All(volume => carryOut.Erasure.GetValueOrDefault(volume.Medium)?.Covers(volume.Bytes) == true);

    /// <summary>Whether it left and is not back, whatever has been said about it since.</summary>
    internal static bool IsAway(Engagement facts, CarryOut carryOut) =>
        carryOut.Custody is { HasLeft: true } && !carryOut.IsBeyondReturn && Remaining(facts, carryOut).Any() && !IsStored(facts, carryOut);

    internal static bool IsComplete(Engagement facts, CarryOut carryOut) =>
        carryOut is { Seal: { } seal, HasEnded: false } && IsStored(facts, carryOut)
        && seal.Measured.Volumes.All(volume => carryOut.Erasure.GetValueOrDefault(volume.Medium)?.Confirmed is not null);
}
