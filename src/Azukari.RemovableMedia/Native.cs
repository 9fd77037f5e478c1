using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Azukari.RemovableMedia;

/// <summary>What .NET does not do on Linux: say when fsync failed, and read past the page cache.</summary>
internal static partial class Native
{
    private const int DontNeed = 4, ReadOnly = 0, NoSpace = 28;

    /// <summary>Returns only when the device said that the bytes are on it. <c>FileStream.Flush(true)</c> returns also when it said they are not.</summary>
    internal static void Flush(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux()) RandomAccess.FlushToDisk(file);
        else if (fsync(file) != 0) throw Failed("the medium did not take what was written");
    }

    /// <summary>Makes a new name in a folder durable, or the lack of one.</summary>
    internal static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux()) return;

        using var handle = open(folder, ReadOnly);
        if (handle.IsInvalid || fsync(handle) != 0) throw Failed("the medium did not take the change of its folder");
    }

    /// <summary>Drops what the page cache holds of a flushed file, so that the next read comes from the device.</summary>
    internal static void ForgetCached(SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux()) _ = posix_fadvise(file, 0, 0, DontNeed);
    }

    private static MediumException Failed(string what)
    {
        var error = Marshal.GetLastPInvokeError();
        return new(error == NoSpace ? MediumFault.Full : MediumFault.FlushError, $"{what}: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int fsync(SafeFileHandle file);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial SafeFileHandle open(string path, int flags);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int posix_fadvise(SafeFileHandle file, nint offset, nint length, int advice);
}
