using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia;

/// <summary>The home step of R19, below the file system: every byte that the device lets a host address.</summary>
public static partial class MediumEraser
{
    /// <summary>Overwrites a whole device that is not mounted, reads it back and compares. It has no file system after that.</summary>
    /// <param name="deviceNode">The whole device, e.g. <c>/dev/sdb</c>, not a partition.</param>
    /// <param name="expectedSerial">The device's own; one that answers none cannot be told from another and is refused as <see
    /// cref="MediumFault.NoSerial"/>.</param>
    /// <exception cref="MediumException">Also where the device, or a part of it, is in use: <see cref="MediumFault.WriteError"/>, before anything is
    /// touched.</exception>
    /// <exception cref="PlatformNotSupportedException">There is no Linux beneath.</exception>
    /// <remarks>A cancelled or failed act leaves a device that is overwritten in part. Repeating it from the start is always right.</remarks>
    public static EraseReport ClearDevice(
        string deviceNode,
        string expectedSerial,
        TimeProvider clock,
        IProgress<MediumProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException("a device is overwritten on Linux only");

        var device = Sysfs.OfNode(deviceNode) ?? throw new MediumException(MediumFault.NotMounted, $"{deviceNode}: no such block device");
        if (!device.IsAllOfIt || device.Names.Node != device.Names.WholeNode)
            throw new MediumException(MediumFault.Mismatch, $"{deviceNode}: is a part of {device.Names.WholeNode}");
        if (!Serials.IsSerial(device.Serial)) throw new MediumException(MediumFault.NoSerial, $"{deviceNode}: answers no serial number");
        if (device.Serial != expectedSerial) throw new MediumException(MediumFault.WrongSerial, $"expected {expectedSerial}, found {device.Serial}");

        var medium = new MediumIdentity(device.Serial!, SerialSource.Device, "none", device.CapacityBytes, device.Names);
        var started = clock.GetUtcNow();
        using var work = new Overwriting(progress, cancellation);
        work.OverwriteDevice(deviceNode, device.CapacityBytes);
        return Report("overwrite-device-random-readback", medium, work, [], 0, [], started, clock);
    }
}
