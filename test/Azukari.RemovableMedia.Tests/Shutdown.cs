using System.Runtime.InteropServices;
using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia.Tests;

/// <summary>Makes a mounted ext4 answer EIO from now on, as ext4 itself offers for tests; what lies on a device above it fails with it.</summary>
internal static partial class Shutdown
{
    private const nuint GoingDown = 0x8004587d; // FS_IOC_SHUTDOWN
    private const uint WithoutFlushingTheLog = 2;

    public static void FileSystemOf(string folder)
    {
        var descriptor = Libc.Open(folder, Libc.ReadOnly | Libc.Directory, 0);
        var how = WithoutFlushingTheLog;
        var answer = Control(descriptor, GoingDown, ref how);
        Libc.Close(descriptor);
        Assert.SkipUnless(answer == 0 || Environment.GetEnvironmentVariable("CI") == "true", "this kernel's ext4 cannot be shut down");
        Assert.Equal(0, answer);
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int descriptor, nuint request, ref uint argument);
}
