namespace Azukari.Domain.Media;

/// <summary>The kinds of media; they differ in how they can be erased (R5, R19).</summary>
public enum MediumKind
{
    /// <summary>A USB stick or card. An overwrite of it is Clear, never Purge.</summary>
    Flash,

    /// <summary>A magnetic disk.</summary>
    Disk,

    /// <summary>A write-once disc; it ends destroyed.</summary>
    WriteOnce,

    /// <summary>A tape.</summary>
    Tape,
}

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
public sealed record MediumMeasured(string Serial, bool SerialIsDeclared, long CapacityBytes);
