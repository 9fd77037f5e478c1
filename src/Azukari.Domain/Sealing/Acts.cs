using System.Collections.Immutable;

namespace Azukari.Domain.Sealing;

/// <summary>封緘: two people, one of them the owner's witness, have the station seal (R11, R12). The people sign before it begins, the station signs what it measured.</summary>
public sealed record SealConsignment(CarryOutId CarryOut, Presence? Presence, SealMeasured Measured) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>The seal receipt: what the sealing station counted, wrote and read back.</summary>
/// <param name="Manifest">SHA-256 of the signed manifest.</param>
/// <param name="Envelope">SHA-256 of the release envelope, with all three layers on.</param>
/// <param name="SealNumber">The number on the label.</param>
/// <param name="People">Distinct people over all datasets, exactly.</param>
/// <param name="Data">Rows, distinct people and fields of each dataset.</param>
/// <param name="Volumes">One payload for each medium. A person is in exactly one volume; a spare (正副) bears the payload of another volume and adds nobody.</param>
/// <param name="Keys">The recipients to which the envelope was wrapped.</param>
/// <param name="ReadBack">True when a second process read the medium, decrypted it and found the same counts.</param>
public sealed record SealMeasured(
    Digest Manifest, Digest Envelope, string SealNumber, long People, ImmutableArray<SealedDataset> Data, ImmutableArray<SealedVolume> Volumes,
    Permits.ThreeKeys Keys, bool ReadBack);

/// <summary>What was sealed of one dataset.</summary>
public sealed record SealedDataset(DatasetId Dataset, ImmutableArray<string> Fields, long Rows, long People);

/// <summary>One complete encrypted payload on one medium.</summary>
/// <param name="Medium">The property number.</param>
/// <param name="Serial">The serial number that was read when sealing.</param>
/// <param name="Bytes">The size of <c>payload.age</c>.</param>
/// <param name="Payload">SHA-256 of <c>payload.age</c>.</param>
/// <param name="Challenges">Questions that only the complete ciphertext can answer (R16).</param>
/// <param name="People">Distinct people in this volume, exactly; nobody is in two, so that any set of volumes adds up (R24).</param>
/// <param name="Data">Rows and distinct people of each dataset in this volume; a dataset of which it has nothing may be left out.</param>
public sealed record SealedVolume(
    MediumId Medium, string Serial, long Bytes, Digest Payload, ImmutableArray<ArrivalChallenge> Challenges, long People, ImmutableArray<VolumeCount> Data);

/// <summary>What of one dataset is in one volume.</summary>
public sealed record VolumeCount(DatasetId Dataset, long Rows, long People)
{
    /// <summary>The counts of a volume that holds the whole.</summary>
    public static ImmutableArray<VolumeCount> Of(IEnumerable<SealedDataset> data) => [.. data.Select(one => new VolumeCount(one.Dataset, one.Rows, one.People))];
}

/// <summary>A question about the ciphertext: HMAC-SHA-256 of the payload under this nonce. Only the answer's digest is known until the medium arrives.</summary>
public sealed record ArrivalChallenge(Digest Nonce, Digest AnswerDigest);
