namespace Azukari.RemovableMedia.Platform;

/// <summary>What stands behind a folder.</summary>
/// <param name="OwnsFileSystem">The folder is the root of a file system, all of it: filling its free space touches nobody else's, and covers all
/// there is.</param>
/// <param name="Device">The block device that is mounted exactly here; null for a mere folder and for file systems in memory or on a network.</param>
internal sealed record Place(string FileSystem, bool OwnsFileSystem, DeviceFacts? Device)
{
    // These write a changed block somewhere else and leave the old one where it was.
    private static readonly string[] s_elsewhere = ["btrfs", "f2fs", "nilfs2", "zfs", "bcachefs", "overlay"];

    public bool OverwritesInPlace => !s_elsewhere.Contains(FileSystem);

    /// <summary>How large the file system is that holds the folder, and how much of it is free.</summary>
    public static T Space<T>(string folder, Func<DriveInfo, T> ask) =>
        ManagedFaults.Translate(folder, MediumFault.ReadError, () => ask(new DriveInfo(Path.GetFullPath(folder))));

    public static Place Of(string folder) => ManagedFaults.Translate(folder, MediumFault.ReadError, () => Look(folder));

    private static Place Look(string folder)
    {
        if (!OperatingSystem.IsLinux()) return new Place("unknown", false, null);

        var facts = FileFacts.Of(folder, follow: true) ?? throw new MediumException(MediumFault.NotMounted, $"{folder}: no such folder");
        if (MountTable.Find(facts.MountId) is not { } mount) return new Place("unknown", false, null);

        var whole = facts.IsMountRoot && mount.Root == "/" && mount.Point != "/";
        return new Place(mount.FileSystem, whole, whole ? Sysfs.Describe(mount) : null);
    }
}
