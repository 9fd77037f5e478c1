using Azukari.Domain.Engagements;

namespace Azukari.Domain;

/// <summary>R21: what "home again" means, for the rules and for whoever asks what is outside.</summary>
public static class Home
{
    /// <summary>Whether the media are in the locked place where they belong.</summary>
    public static bool IsStored(Engagement facts, CarryOut carryOut) =>
        carryOut.Custody?.Now is { Stored: true, At: { } site }
        && (carryOut.Seal?.Measured.Volumes.All(volume => facts.Media.TryGetValue(volume.Medium, out var medium) && medium.Admitted.Home == site) ?? false);

    /// <summary>Whether a sealed consignment, or the medium it travelled on, is out of its house.</summary>
    public static bool IsOutside(Engagement facts, CarryOut carryOut) => carryOut.Custody is { HasLeft: true } && carryOut.Closed is null && !IsStored(facts, carryOut);

    /// <summary>The three one-time keys of a permit, or none before it.</summary>
    public static IReadOnlyList<Digest> KeysOf(CarryOut carryOut) =>
        carryOut.Permit is { Keys: var keys } ? [keys.Owner, keys.Contractor, keys.Destination] : [];

    internal static bool IsComplete(Engagement facts, CarryOut carryOut) =>
        carryOut.Seal is { } seal && IsStored(facts, carryOut)
        && seal.Measured.Volumes.All(volume => carryOut.Erasure.GetValueOrDefault(volume.Medium)?.Confirmed is not null);
}
