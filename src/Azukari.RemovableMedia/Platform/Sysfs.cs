using System.Globalization;

namespace Azukari.RemovableMedia.Platform;

/// <summary>What the kernel knows of a block device.</summary>
/// <param name="Serial">The device's own, trimmed; null if it answers none. Not yet held against the spelling.</param>
/// <param name="IsAllOfIt">What is mounted takes up the whole device: no second partition, and no more than an alignment gap beside it.</param>
internal sealed record DeviceFacts(BlockDevice Names, string? Serial, long CapacityBytes, bool IsAllOfIt);

internal static class Sysfs
{
    // What tools leave free before the first and after the last partition, with room to spare.
    private const long AlignmentGap = 16 * 1024 * 1024;

    /// <param name="root">Where sysfs is mounted.</param>
    /// <returns>Null where the number names no block device.</returns>
    public static DeviceFacts? Describe(Mount mount, string root = "/sys")
    {
        var link = Path.Combine(root, "dev/block", mount.Device.ToString());

        // Some file systems, btrfs among them, mount under a number of their own; their source names the device.
        if (!Directory.Exists(link)) link = Path.Combine(root, "class/block", Path.GetFileName(mount.Source));
        if (!Directory.Exists(link) || !mount.Source.StartsWith("/dev/", StringComparison.Ordinal)) return null;

        var here = Directory.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName ?? link;
        var whole = IsPartition(here) ? Path.GetDirectoryName(here)! : here;
        return new DeviceFacts(
            new BlockDevice("/dev/" + Path.GetFileName(here), "/dev/" + Path.GetFileName(whole), Text(whole, "device/vendor"), Text(whole, "device/model")),
            SerialAbove(whole, root),
            Bytes(whole),
            here == whole || (Bytes(whole) - Bytes(here) <= AlignmentGap && Directory.GetDirectories(whole).Count(IsPartition) == 1));
    }

    /// <param name="node">E.g. <c>/dev/sdb</c>.</param>
    public static DeviceFacts? OfNode(string node) =>
        FileFacts.Of(node) is { IsBlockDevice: true } facts ? Describe(new Mount(0, facts.Device, "/", "", "", node)) : null;

    private static bool IsPartition(string folder) => File.Exists(Path.Combine(folder, "partition"));

    // Counted in sectors of 512 bytes, whatever the device's own are.
    private static long Bytes(string device) => long.Parse(Text(device, "size") ?? "0", CultureInfo.InvariantCulture) * 512;

    // The serial number stands with the disk or with something it hangs on. The first USB device on the way up is the stick; beyond it are hubs and
    // controllers, which have serial numbers too.
    private static string? SerialAbove(string device, string root)
    {
        for (var at = device; at.Length > root.Length + "/devices".Length; at = Path.GetDirectoryName(at)!)
        {
            if ((Text(at, "serial") ?? Text(at, "device/serial")) is { } serial) return serial;
            if (File.Exists(Path.Combine(at, "idVendor"))) return null;
        }

        return null;
    }

    private static string? Text(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) && File.ReadAllText(path).Trim('\0', ' ', '\n') is { Length: > 0 } text ? text : null;
    }
}
