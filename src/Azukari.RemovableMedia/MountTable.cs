namespace Azukari.RemovableMedia;

/// <summary>A file system mounted exactly at a folder.</summary>
internal sealed record MountTable(string DeviceNumber)
{
    /// <summary>The mount at this very folder, or null where the folder is only a part of another file system.</summary>
    internal static MountTable? Find(string folder)
    {
        const string table = "/proc/self/mountinfo";
        if (!File.Exists(table)) return null;

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var line = File.ReadLines(table).LastOrDefault(line => line.Split(' ') is { Length: > 4 } fields && Unescape(fields[4]) == full);
        return line is null ? null : new(line.Split(' ')[2]);
    }

    /// <summary>The serial number of the device, or of the disk that it is a partition of. Loop devices and network shares have none.</summary>
    internal string? DeviceSerial()
    {
        var device = $"/sys/dev/block/{DeviceNumber}";
        var place = Directory.Exists(device) ? Directory.ResolveLinkTarget(device, returnFinalTarget: true)?.FullName : null;

        for (var folder = place; folder is { Length: > 12 }; folder = Path.GetDirectoryName(folder))
        {
            foreach (var name in new[] { "serial", "device/serial" })
            {
                var file = Path.Combine(folder, name);
                if (File.Exists(file) && File.ReadAllText(file).Trim() is var serial && RemovableMedium.IsSerial(serial)) return serial;
            }
        }

        return null;
    }

    private static string Unescape(string field) => field.Replace("\\040", " ", StringComparison.Ordinal).Replace("\\011", "\t", StringComparison.Ordinal).Replace("\\134", "\\", StringComparison.Ordinal);
}
