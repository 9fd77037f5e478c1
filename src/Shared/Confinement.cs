using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Azukari.Shared;

/// <summary>Keeps what this process has in memory out of files: no core dump, no other process of the same user looks in, and no swap where the system allows that.</summary>
/// <remarks>Linux only; elsewhere it does nothing. Whoever is root sees everything, here as everywhere.</remarks>
internal static partial class Confinement
{
    private const int SetDumpable = 4, CoreSize = 4;
    private const int LockCurrent = 1, LockFuture = 2, LockOnFault = 4;

    internal static void Apply()
    {
        if (!OperatingSystem.IsLinux()) return;

        var none = default(Limit);
        if (Control(SetDumpable, 0, 0, 0, 0) != 0 || SetLimit(CoreSize, in none) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "core dumps cannot be switched off");

        // Refused unless the limit on locked memory is lifted (LimitMEMLOCK=infinity). Pages are locked when they are touched, since the runtime reserves far more than it uses.
        _ = LockAll(LockCurrent | LockFuture | LockOnFault);
    }

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int option, nuint value, nuint third, nuint fourth, nuint fifth);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetLimit(int resource, in Limit limit);

    [LibraryImport("libc", EntryPoint = "mlockall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int LockAll(int flags);

    private struct Limit
    {
#pragma warning disable CS0649, IDE0044 // Zero is what is asked for.
        public nuint Soft, Hard;
#pragma warning restore CS0649, IDE0044
    }
}
