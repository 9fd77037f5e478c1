using System.Collections.Immutable;

namespace Azukari.Domain.Media;

/// <summary>媒体の登録: a medium enters the register at its home, measured by a station (R5).</summary>
/// <param name="Medium">The property number.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Home">The site where it is kept locked away.</param>
/// <param name="Measured">What the station read from the medium itself.</param>
public sealed record AdmitMedium(MediumId Medium, MediumKind Kind, SiteId Home, MediumMeasured Measured) : Act
{
    private protected override void Closed() { }
}

/// <summary>What a station read from a medium.</summary>
/// <param name="Serial">The medium's own serial number.</param>
/// <param name="SerialIsDeclared">True where the number came from a file and not from the device (R31).</param>
/// <param name="CapacityBytes">The capacity in bytes.</param>
/// <param name="Qualified">What it really stores, or null where nobody has tried.</param>
/// <param name="Maker">As the device answers it, for the certificate; null if it does not.</param>
/// <param name="Model">Likewise.</param>
public sealed record MediumMeasured(
    string Serial, bool SerialIsDeclared, long CapacityBytes, MediumQualified? Qualified = null, string? Maker = null, string? Model = null);

/// <summary>What a medium really stores and how fast: written, and read back after all of it was written (R5).</summary>
/// <param name="BytesWritten">How much was written and read back.</param>
/// <param name="Mismatches">Blocks that came back different; anything but 0 is a medium that fails.</param>
/// <param name="WriteBytesPerSecond">Sustained, flush included.</param>
/// <param name="ReadBytesPerSecond">Sustained.</param>
public sealed record MediumQualified(long BytesWritten, long Mismatches, long WriteBytesPerSecond, long ReadBytesPerSecond);

/// <summary>媒体の解除: a medium that is free at home leaves the engagement (R5).</summary>
public sealed record ReleaseMedium(MediumId Medium) : Act
{
    private protected override void Closed() { }
}

/// <summary>媒体の破壊: a broken or write-once medium is destroyed before two witnesses, one of them the owner's (R19). No machine can measure it: it is declared (R31).</summary>
/// <param name="CarryOut">The carry-out whose payload is on it, or null where it belongs to none.</param>
/// <param name="Medium">The property number.</param>
/// <param name="How">How.</param>
public sealed record DestroyMedium(CarryOutId? CarryOut, MediumId Medium, DestructionMethod How) : Act
{
    /// <inheritdoc/>
    public override CarryOutId? Subject => CarryOut;

    /// <inheritdoc/>
    public override bool IsSafety => true;

    private protected override void Closed() { }
}

/// <summary>棚卸し: what lies at its home, counted against the register by the one who keeps it and the owner's officer (R21).</summary>
/// <param name="Present">The property numbers that were found, each once.</param>
public sealed record TakeInventory(ImmutableArray<MediumId> Present) : Act
{
    private protected override void Closed() { }
}

/// <summary>媒体の除却: a medium that an inventory missed and no carry-out answers for is given up as lost, by the owner's officer and the executive (R21).</summary>
public sealed record WriteOffMedium(MediumId Medium) : Act
{
    private protected override void Closed() { }
}
