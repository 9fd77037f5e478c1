namespace Azukari.Domain.Erasure;

/// <summary>What a station measured while it erased or looked.</summary>
/// <param name="Medium">The property number.</param>
/// <param name="Serial">The serial number it read.</param>
/// <param name="Method">The method's code, e.g. <c>overwrite-random-readback</c>.</param>
/// <param name="Bytes">Bytes overwritten or looked through.</param>
/// <param name="Mismatches">Blocks that did not read back as written, or findings of data that should be gone.</param>
/// <param name="FreeSpaceCovered">Whether unused space was overwritten or looked through too.</param>
/// <param name="Tool">The program and its version, for the certificate; null where it did not say.</param>
public sealed record ErasureMeasured(MediumId Medium, string Serial, string Method, long Bytes, long Mismatches, bool FreeSpaceCovered, string? Tool = null);

/// <summary>現地消去: the payload is overwritten and read back at the site, before a second person (R19, first step). Recorded as "keys dead, not yet sanitised".</summary>
public sealed record EraseAtSite(CarryOutId CarryOut, Presence? Presence, ErasureMeasured Measured) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    /// <inheritdoc/>
    public override bool IsSafety => true;

    private protected override void Closed() { }
}

/// <summary>消去: the whole medium is cleared at its home (R19, second step).</summary>
public sealed record ClearMedium(CarryOutId CarryOut, Presence? Presence, ErasureMeasured Measured) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    /// <inheritdoc/>
    public override bool IsSafety => true;

    private protected override void Closed() { }
}

/// <summary>消去の検証: another person looks through the medium on another device (R19).</summary>
public sealed record VerifyErasure(CarryOutId CarryOut, Presence? Presence, ErasureMeasured Measured) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>消去の確認: the owner's officer confirms (R19). The last of these closes the carry-out, when every medium is home (R21).</summary>
public sealed record ConfirmErasure(CarryOutId CarryOut, MediumId Medium) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}
