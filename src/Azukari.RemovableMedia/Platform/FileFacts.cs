using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Azukari.RemovableMedia.Platform;

/// <summary>What <c>statx</c> says of a file or folder. Chosen over <c>stat</c> because its layout is the same on every architecture.</summary>
/// <param name="Device">The block device itself, or else the file system's; major 0 where none stands behind it.</param>
/// <param name="MountId">The first column of the mount table.</param>
/// <param name="IsMountRoot">Whether a mount begins here.</param>
/// <param name="TakesDirect">False where direct reading is admitted but served from the page cache, as for ext4 that journals data; null where the
/// file system does not tell.</param>
internal sealed record FileFacts(DeviceNumber Device, ulong MountId, bool IsMountRoot, int Kind, long Length, bool? TakesDirect)
{
    private const int CurrentFolder = -100;
    private const int DoNotFollow = 0x100;
    private const int ThisVeryFile = 0x1000;
    private const uint DirectAlignment = 0x2000;
    private const uint BasicMountIdAndAlignment = 0x7ff | 0x1000 | DirectAlignment;
    private const ulong MountRoot = 0x2000;
    private const int Regular = 8;
    private const int Folder = 4;
    private const int Block = 6;

    public bool IsRegular => Kind == Regular;

    public bool IsFolder => Kind == Folder;

    public bool IsBlockDevice => Kind == Block;

    /// <summary>Null where nothing is at that path.</summary>
    public static FileFacts? Of(string path, bool follow = false) =>
        Ask(CurrentFolder, path, follow ? 0 : DoNotFollow, out var facts) is var number and not 0
            ? number is Errno.NotThere or Errno.NotAFolder ? null : throw Errno.ToException(number, MediumFault.ReadError, Path.GetFileName(path))
            : facts;

    public static FileFacts Of(SafeFileHandle file, string name) =>
        Ask((int)file.DangerousGetHandle(), "", ThisVeryFile, out var facts) is var number and not 0
            ? throw Errno.ToException(number, MediumFault.ReadError, name)
            : facts!;

    private static unsafe int Ask(int folder, string path, int flags, out FileFacts? answer)
    {
        var raw = stackalloc byte[256];
        answer = null;
        if (Libc.Statx(folder, path, flags, BasicMountIdAndAlignment, raw) != 0) return Marshal.GetLastPInvokeError();

        ReadOnlySpan<byte> facts = new(raw, 256);
        var kind = MemoryMarshal.Read<ushort>(facts[28..]) >> 12;
        answer = new FileFacts(
            kind == Block ? Number(facts[128..]) : Number(facts[136..]),
            MemoryMarshal.Read<ulong>(facts[144..]),
            (MemoryMarshal.Read<ulong>(facts[8..]) & MountRoot) != 0,
            kind,
            MemoryMarshal.Read<long>(facts[40..]),
            (MemoryMarshal.Read<uint>(facts) & DirectAlignment) == 0 ? null : MemoryMarshal.Read<uint>(facts[152..]) != 0);
        return 0;
    }

    private static DeviceNumber Number(ReadOnlySpan<byte> facts) => new(MemoryMarshal.Read<uint>(facts), MemoryMarshal.Read<uint>(facts[4..]));
}

/// <summary>A block device by number, as sysfs and the mount table write it: <c>8:17</c>.</summary>
internal readonly record struct DeviceNumber(uint Major, uint Minor)
{
    /// <summary>Whether the device can still be seen; numbers with major 0 stand for no device and count as seen.</summary>
    public bool IsThere => Major == 0 || Directory.Exists($"/sys/dev/block/{this}") || !Directory.Exists("/sys/dev/block");

    public override string ToString() => $"{Major}:{Minor}";
}
