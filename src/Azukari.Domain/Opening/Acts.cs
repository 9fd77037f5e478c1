using System.Collections.Immutable;
using Azukari.Domain.Sealing;

namespace Azukari.Domain.Opening;

/// <summary>到着の証明: the destination has the complete, unaltered ciphertext in its reader (R16). It does not prove that no copy exists.</summary>
public sealed record ProveArrival(CarryOutId CarryOut, ArrivalMeasured Measured) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>What the destination station read.</summary>
/// <param name="Medium">The property number on the label.</param>
/// <param name="Serial">The serial number it read.</param>
/// <param name="Payload">SHA-256 of what it read.</param>
/// <param name="Nonce">The question it answers.</param>
/// <param name="AnswerDigest">SHA-256 of its answer, recomputed by whoever checks its signature.</param>
/// <param name="Answer">The answer, as 64 hexadecimal digits.</param>
public sealed record ArrivalMeasured(MediumId Medium, string Serial, Digest Payload, Digest Nonce, Digest AnswerDigest, Digest Answer);

/// <summary>One person of one side confirms that the arrived consignment may be opened here and now (R17). Two are needed, one of each side.</summary>
public sealed record ConfirmRelease(CarryOutId CarryOut, Presence? Presence) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>A key holder has decided to take off its layer, and writes so before it does (R17).</summary>
public sealed record ReleaseLayer(CarryOutId CarryOut, Side Side) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>投入完了: the rows are in the destination, in one transaction with a marker, and the station has destroyed its key (R18, R20).</summary>
public sealed record ConfirmLoaded(CarryOutId CarryOut, LoadMeasured Measured) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>What the destination station loaded and then destroyed.</summary>
/// <param name="Manifest">The manifest's digest, as in the marker row.</param>
/// <param name="People">Distinct people loaded.</param>
/// <param name="Data">Counts of each dataset.</param>
/// <param name="KeyDestroyed">The station's own tombstone.</param>
public sealed record LoadMeasured(Digest Manifest, long People, ImmutableArray<SealedDataset> Data, Closing.Tombstone KeyDestroyed);

/// <summary>The destination gave up: nothing was loaded, its key is destroyed (R17).</summary>
public sealed record GiveUp(CarryOutId CarryOut, GiveUpMeasured Measured) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    /// <inheritdoc/>
    public override bool IsSafety => true;

    private protected override void Closed() { }
}

/// <summary>What the destination station destroyed when it gave up.</summary>
public sealed record GiveUpMeasured(Closing.Tombstone KeyDestroyed);
