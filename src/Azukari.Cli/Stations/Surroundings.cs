using System.Globalization;

namespace Azukari.Cli.Stations;

/// <summary>What the operating system does around us: where memory may end up, and who may plug in what. It reads and changes nothing.</summary>
/// <param name="root">The root of the file system that is looked at.</param>
internal sealed class Surroundings(string root)
{
    internal IEnumerable<Look> All() => OperatingSystem.IsLinux() ? [Swap(), Core(), Usb(), Devices()] : [Unseen("swap"), Unseen("core-dumps"), Unseen("usb-policy"), Devices()];

    /// <summary>Plaintext and keys are in memory while a consignment is sealed or opened; memory that is swapped out stays on a disk.</summary>
    private Look Swap()
    {
        var open = LinesOf("proc/swaps").Skip(1).Select(line => line.Split([' ', '\t'], 2)[0]).Where(device => device.Length > 0 && !IsInMemory(device) && !IsEncrypted(device)).ToArray();
        return open.Length == 0
            ? Look.Good("swap", "", "スワップは無いか、暗号化されています。", "there is no swap, or it is encrypted")
            : Look.Decide("swap", string.Join(' ', open), "メモリーの内容がディスクに残ることがあります。スワップを止めるか、暗号化してください。", "what is in memory may stay on a disk; turn swap off or encrypt it");
    }

    private Look Core()
    {
        var limit = LinesOf("proc/self/limits").FirstOrDefault(line => line.StartsWith("Max core file size", StringComparison.Ordinal)) ?? "";
        var pattern = LinesOf("proc/sys/kernel/core_pattern").FirstOrDefault() ?? "";

        // A pipe takes dumps whatever the limit says.
        return pattern.Length == 0 || (!pattern.StartsWith('|') && limit.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.., _, _, _] words && words[^3] == "0")
            ? Look.Good("core-dumps", "", "異常終了時にメモリーの内容は残りません。", "a crash leaves no copy of memory")
            : Look.Decide("core-dumps", pattern, "異常終了すると、メモリーの内容がファイルに残ることがあります。", "a crash may leave a copy of memory in a file");
    }

    /// <summary>R34: a stick that nobody tells us about is stopped by the computer or not at all.</summary>
    private Look Usb()
    {
        var buses = FoldersOf("sys/bus/usb/devices", "usb*").ToArray();
        var open = buses.Where(bus => LinesOf(Path.Combine(bus, "authorized_default")).FirstOrDefault()?.Trim() is not "0").ToArray();
        var hasRules = File.Exists(Path.Combine(root, "etc/usbguard/rules.conf"));

        if (buses.Length == 0) return Look.Good("usb-policy", "", "USBはありません。", "there is no USB here");
        return open.Length == 0
            ? Look.Good("usb-policy", hasRules ? "usbguard" : "", "許可していないUSB機器は使えません。", "USB devices that are not allowed are not taken")
            : Look.Decide("usb-policy", open.Length.ToString(CultureInfo.InvariantCulture), "どのUSB機器も使えます。登録媒体だけを許可してください（usbguardなど）。", "any USB device is taken; allow the registered media only, say with usbguard");
    }

    private static Look Devices() => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
        ? Look.Good("whole-device", "", "媒体全体を消去し、確かめることができます。", "whole media can be cleared and looked through")
        : Look.Decide("whole-device", "", "媒体全体の消去と確認には管理者権限（Linux）が要ります。この端末では封緘・開封・現地消去ができます。", "clearing whole media needs Linux and root; this computer can seal, open and erase at the site");

    private static Look Unseen(string code) => Look.Decide(code, "", "この種類の計算機では調べられません。管理者に確かめてください。", "this cannot be seen on this kind of computer; ask whoever administers it");

    private bool IsEncrypted(string device)
    {
        var name = Path.GetFileName(device);
        return LinesOf($"sys/block/{name}/dm/uuid").FirstOrDefault()?.StartsWith("CRYPT-", StringComparison.Ordinal) == true;
    }

    private static bool IsInMemory(string device) => Path.GetFileName(device).StartsWith("zram", StringComparison.Ordinal);

    private IEnumerable<string> LinesOf(string path)
    {
        try
        {
            return File.ReadAllLines(Path.Combine(root, path));
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return []; // The kernel has no such thing, or does not show it to us.
        }
    }

    private IEnumerable<string> FoldersOf(string path, string pattern) => Directory.Exists(Path.Combine(root, path)) ? Directory.EnumerateFileSystemEntries(Path.Combine(root, path), pattern) : [];
}
