namespace Azukari.Domain.Sealing;

/// <summary>分冊と正副: media that bear the same payload are one volume, counted once.</summary>
public static class Volumes
{
    /// <summary>One medium of each payload, in the receipt's order.</summary>
    public static IEnumerable<SealedVolume> Distinct(IEnumerable<SealedVolume> volumes) => volumes.DistinctBy(volume => volume.Payload);

    /// <summary>The volume that stands first with this payload; there is one.</summary>
    public static SealedVolume First(IEnumerable<SealedVolume> volumes, Digest payload) => volumes.First(volume => volume.Payload == payload);
}
