using System.Globalization;
using System.Text;

namespace Azukari.RemovableMedia.Platform;

/// <summary>One line of <c>/proc/self/mountinfo</c> (proc(5)).</summary>
/// <param name="Root">The folder of the file system that is seen at the mount point; <c>/</c> where all of it is.</param>
internal sealed record Mount(ulong Id, DeviceNumber Device, string Root, string Point, string FileSystem, string Source);

internal static class MountTable
{
    public static Mount? Find(ulong mountId, string table = "/proc/self/mountinfo") => Parse(File.ReadLines(table)).FirstOrDefault(mount => mount.Id == mountId);

    public static IEnumerable<Mount> Parse(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var fields = line.Split(' ');
            var dash = Array.IndexOf(fields, "-", 6); // any number of optional fields stands before the dash
            if (dash < 0 || fields.Length < dash + 3) continue;

            var device = fields[2].Split(':');
            yield return new Mount(
                ulong.Parse(fields[0], CultureInfo.InvariantCulture),
                new DeviceNumber(uint.Parse(device[0], CultureInfo.InvariantCulture), uint.Parse(device[1], CultureInfo.InvariantCulture)),
                Unescape(fields[3]),
                Unescape(fields[4]),
                fields[dash + 1],
                Unescape(fields[dash + 2]));
        }
    }

    // The kernel writes blank, tab, line feed and backslash as three octal digits.
    private static string Unescape(string field)
    {
        if (!field.Contains('\\')) return field;
        var text = new StringBuilder();
        for (var i = 0; i < field.Length; i++)
        {
            if (field[i] == '\\' && i + 3 < field.Length)
            {
                text.Append((char)Convert.ToInt32(field.Substring(i + 1, 3), 8));
                i += 3;
            }
            else
            {
                text.Append(field[i]);
            }
        }

        return text.ToString();
    }
}
