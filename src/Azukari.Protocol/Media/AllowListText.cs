using System.Collections.Immutable;
using System.Text;
using Azukari.Protocol.Documents;

namespace Azukari.Protocol.Media;

/// <summary>R34: the allow-list in the words of the device control that reads it. What is not on it is kept out.</summary>
public static class AllowListText
{
    /// <summary>Rules for USBGuard, after usbguard-rules.conf(5), in the order in which it tries them.</summary>
    /// <remarks>A serial number is the device's own word. So a device is let in only with the interfaces of a mass-storage device (class 08) and nothing beside: one that is a
    /// keyboard as well matches no rule that allows. The last rule speaks of storage alone, so that the file can stand before an office's own rules.</remarks>
    public static string UsbGuard(IEnumerable<string> serials)
    {
        var rules = new StringBuilder();
        foreach (var serial in serials)
        {
            rules.Append("allow serial ").Append(Quoted(serial)).Append(" with-interface equals { 08:*:* }\n");
            rules.Append("allow serial ").Append(Quoted(serial)).Append(" with-interface equals { 08:06:50 08:06:62 }\n"); // The same stick where it also offers USB Attached SCSI.
        }

        return rules.Append("block with-interface one-of { 08:*:* }\n").ToString();
    }

    /// <summary>The list for the Windows policy "Allow installation of devices that match any of these device instance IDs", one a line.</summary>
    /// <param name="serials">What may be let in.</param>
    /// <param name="seen">Instance IDs that the computer has seen. Windows matches whole IDs, of which a serial number is only the last part, and a register does not know the rest.</param>
    /// <returns>The lines, and the serial numbers of which no ID was seen: until that computer has met the medium once, Windows keeps it out.</returns>
    public static (string Lines, ImmutableArray<string> NotSeen) Windows(IEnumerable<string> serials, IEnumerable<string> seen)
    {
        var all = serials.ToArray();
        var ids = seen.Where(id => id.All(letter => letter is > ' ' and < '\x7F')).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToArray();
        var lines = new StringBuilder();
        foreach (var id in ids.Where(id => all.Any(serial => IsOf(id, serial)))) lines.Append(id).Append("\r\n");

        return (lines.ToString(), [.. all.Where(serial => !ids.Any(id => IsOf(id, serial)))]);
    }

    /// <summary>A table for any other device control: one column, CRLF.</summary>
    public static string Csv(IEnumerable<string> serials)
    {
        var table = new StringBuilder("serial\r\n");
        foreach (var serial in serials) table.Append(Cell(FormulaGuard.Guard(serial))).Append("\r\n");

        return table.ToString();
    }

    /// <summary>A string of the rule language: quotes and backslashes are escaped, and so is everything that is not visible ASCII, byte by byte.</summary>
    private static string Quoted(string serial)
    {
        var text = new StringBuilder("\"");
        foreach (var part in Encoding.UTF8.GetBytes(serial))
        {
            if (part is (byte)'"' or (byte)'\\') text.Append('\\').Append((char)part);
            else if (part is >= 0x20 and < 0x7F) text.Append((char)part);
            else text.Append("\\x").Append(part.ToString("x2"));
        }

        return text.Append('"').ToString();
    }

    /// <summary>The last part of an instance ID is the serial number; the disk under a USB device adds "&amp;" and a number.</summary>
    private static bool IsOf(string id, string serial)
    {
        var last = id[(id.LastIndexOf('\\') + 1)..];
        return last.Equals(serial, StringComparison.OrdinalIgnoreCase)
            || (last.StartsWith(serial + "&", StringComparison.OrdinalIgnoreCase) && last[(serial.Length + 1)..] is { Length: > 0 } number && number.All(char.IsAsciiDigit));
    }

    private static string Cell(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
