namespace Azukari.RemovableMedia;

/// <summary>Where a serial number comes from. Only the device's own is evidence of which medium it is.</summary>
public enum SerialSource
{
    /// <summary>The device answered it.</summary>
    Device,

    /// <summary>It stands in a file on the medium, which anybody who can write to the medium can copy.</summary>
    Declared,
}

/// <summary>Which medium is in the reader.</summary>
/// <param name="Serial">By the spelling of <see cref="Serials"/>.</param>
/// <param name="FileSystem">As the mount table names it, e.g. <c>exfat</c>; <c>unknown</c> where there is no mount table.</param>
/// <param name="CapacityBytes">Of the whole device; for a folder without a device of its own, of the file system that holds it.</param>
/// <param name="BlockDevice">Null for a folder that stands in for a medium.</param>
public sealed record MediumIdentity(string Serial, SerialSource SerialSource, string FileSystem, long CapacityBytes, BlockDevice? BlockDevice);

/// <summary>The device behind a mounted medium.</summary>
/// <param name="Node">The mounted device or partition, e.g. <c>/dev/sdb1</c>.</param>
/// <param name="WholeNode">The device that it is a part of, e.g. <c>/dev/sdb</c>; the same where it is not partitioned.</param>
/// <param name="Vendor">As the device answers it, for the certificate; null if it does not.</param>
/// <param name="Model">Likewise.</param>
public sealed record BlockDevice(string Node, string WholeNode, string? Vendor, string? Model);
