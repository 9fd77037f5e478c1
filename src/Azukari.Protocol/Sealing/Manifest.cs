using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;

namespace Azukari.Protocol.Sealing;

/// <summary>What travels, in clear and without personal data: permit, counts, sizes, digests (design §3). Signed by the sealing station in namespace <c>azukari.manifest.v1</c>.</summary>
/// <param name="Engagement">The engagement.</param>
/// <param name="CarryOut">The case.</param>
/// <param name="Permit">The entry that granted it.</param>
/// <param name="DataPackages">SHA-256 of the <c>datapackage.json</c> in each of <paramref name="Volumes"/>, in their order.</param>
/// <param name="People">Distinct people over all volumes.</param>
/// <param name="Data">What was sealed of each dataset.</param>
/// <param name="Volumes">One for each medium; a spare has the payload of its volume.</param>
/// <param name="Keys">The three recipients of the envelope.</param>
/// <remarks>Bindings point one way: permit ← manifest ← envelope ← seal receipt.</remarks>
public sealed record Manifest(
    EngagementId Engagement, CarryOutId CarryOut, Digest Permit, ImmutableArray<Digest> DataPackages, long People, ImmutableArray<SealedDataset> Data,
    ImmutableArray<ManifestVolume> Volumes, ThreeKeys Keys)
{
    /// <summary>The SSHSIG namespace of its signature.</summary>
    public const string Namespace = "azukari.manifest.v1";

    /// <summary>The largest manifest, in bytes.</summary>
    public const int MaxBytes = 60_000;
}

/// <summary>One volume as the manifest names it.</summary>
public sealed record ManifestVolume(MediumId Medium, string Serial, long Bytes, Digest Payload, long People, ImmutableArray<VolumeCount> Data)
{
    /// <summary>The volume without its questions, whose answers stay with the payload.</summary>
    public static ManifestVolume Of(SealedVolume volume) => new(volume.Medium, volume.Serial, volume.Bytes, volume.Payload, volume.People, volume.Data);
}

/// <summary>What the label on the medium says: no personal data, nothing that opens anything (R13). Signed in namespace <c>azukari.label.v1</c>.</summary>
public sealed record Label(CarryOutId CarryOut, string SealNumber, int Volume, int Volumes, long Bytes, Digest Payload)
{
    /// <summary>The SSHSIG namespace of its signature.</summary>
    public const string Namespace = "azukari.label.v1";

    /// <summary>The largest label, in bytes.</summary>
    public const int MaxBytes = 4_000;
}
