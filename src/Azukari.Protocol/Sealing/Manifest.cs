using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;

namespace Azukari.Protocol.Sealing;

/// <summary>What travels, in clear and without personal data: permit, counts, sizes, digests (design §3). Signed by the sealing station in namespace <c>azukari.manifest.v1</c>.</summary>
/// <remarks>Bindings point one way: permit ← manifest ← envelope ← seal receipt.</remarks>
public sealed record Manifest(
    EngagementId Engagement, CarryOutId CarryOut, Digest Permit, Digest DataPackage, long People, ImmutableArray<SealedDataset> Data,
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
