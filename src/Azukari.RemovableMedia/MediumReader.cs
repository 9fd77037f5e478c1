using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia;

/// <summary>How bytes were read: how far a read-back is a statement about the medium and not about this computer's memory.</summary>
public enum ReadPath
{
    /// <summary>Past the page cache: the device answered.</summary>
    Direct,

    /// <summary>The page cache was asked to forget the file first. Very likely the device answered; the kernel does not promise it.</summary>
    CacheDropped,

    /// <summary>Nothing can be said: no device is behind the folder, or the system offers no such way.</summary>
    Cached,
}

/// <summary>Reads back what is on a medium (R12, R16, R19).</summary>
public static class MediumReader
{
    /// <summary>Opens a file by the most honest way that its file system takes; <see cref="UncachedStream.Path"/> says which it was.</summary>
    /// <remarks>What is still waiting to be written is flushed first, and a failure of that is reported as <see cref="MediumFault.FlushError"/>.</remarks>
    public static UncachedStream OpenUncached(string path) => Open(path, grows: false);

    internal static UncachedStream Open(string path, bool grows)
    {
#pragma warning disable CA2000 // The stream owns the file.
        if (!OperatingSystem.IsLinux()) return new UncachedStream(ManagedFile.Open(path, Purpose.Read), ReadPath.Cached) { Grows = grows };

        var facts = FileFacts.Of(path);
        var device = facts is not null && HasDevice(facts);
        if (device && facts!.TakesDirect != false && OpenDirect(path) is { } direct) return new UncachedStream(direct, ReadPath.Direct) { Grows = grows };

        return new UncachedStream(OpenForgotten(path), device ? ReadPath.CacheDropped : ReadPath.Cached) { Grows = grows };
#pragma warning restore CA2000
    }

    private static LinuxFile? OpenDirect(string path)
    {
        var file = LinuxFile.OpenDirect(path);
        if (file is null || file.TakesDirectReads()) return file;

        file.Dispose();
        return null;
    }

    private static LinuxFile OpenForgotten(string path)
    {
        var file = LinuxFile.Open(path, Purpose.Read);
        file.Flush();
        file.DropCache(0, 0);
        return file;
    }

    // tmpfs and its like accept direct reading and serve it from memory, so the wish alone says nothing. A file system in a user's process (FUSE) reads
    // its device through the page cache of the device, which we cannot make forget.
    private static bool HasDevice(FileFacts facts)
    {
        if (facts.IsBlockDevice) return true;
        var fileSystem = MountTable.Find(facts.MountId)?.FileSystem ?? "";
        return !fileSystem.StartsWith("fuse", StringComparison.Ordinal) && (facts.Device.Major != 0 || fileSystem is "btrfs" or "bcachefs");
    }
}
