using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Azukari.Holder;

/// <summary>Files that are there when we say so and gone when we say so. .NET hides a failing fsync on Linux; this does not.</summary>
internal static partial class DurableFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes beside, flushes, and puts it in place in one step.</summary>
    internal static void Write(string path, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(path + ".new", options))
        {
            file.Write(content);
            file.Flush();
            Flush(file.SafeFileHandle);
        }

        File.Move(path + ".new", path, overwrite: true);
        FlushFolder(path);
    }

    /// <summary>Overwrites, flushes, removes. What a file system keeps elsewhere this cannot reach; the tombstone's level says no more.</summary>
    internal static void Destroy(string path)
    {
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None))
        {
            file.Write(RandomNumberGenerator.GetBytes((int)file.Length));
            file.Flush();
            Flush(file.SafeFileHandle);
        }

        File.Delete(path);
        FlushFolder(path);
    }

    private static void FlushFolder(string path)
    {
        if (!OperatingSystem.IsLinux()) return;

        using var folder = open(Path.GetDirectoryName(Path.GetFullPath(path))!, 0);
        Flush(folder);
    }

    private static void Flush(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux()) RandomAccess.FlushToDisk(file);
        else if (fsync(file) != 0) throw new IOException($"the disk did not take it: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int fsync(SafeFileHandle file);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial SafeFileHandle open(string path, int flags);
}
