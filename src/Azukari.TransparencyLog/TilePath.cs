using System.Text;

namespace Azukari.TransparencyLog;

/// <summary>Where the files of a log lie (tlog-tiles). Paths are relative to the log's prefix and have no leading slash.</summary>
public static class TilePath
{
    /// <summary>Where the latest published checkpoint lies.</summary>
    public const string Checkpoint = "checkpoint";

    private const string Tiles = "tile/";
    private const string Entries = "entries";

    /// <summary>The path of a tile of hashes.</summary>
    public static string Of(Tile tile) => $"{Tiles}{tile.Level}/{Number(tile.Index)}{Partial(tile.Width)}";

    /// <summary>The path of the bundle that holds the entries below the level 0 tile of that index and width.</summary>
    public static string OfEntries(long index, int width)
    {
        Tile tile = new(0, index, width);
        return $"{Tiles}{Entries}/{Number(tile.Index)}{Partial(tile.Width)}";
    }

    /// <summary>Reads back what <see cref="Of"/> wrote. False for every other spelling, so that one tile has one address.</summary>
    public static bool TryParse(string path, out Tile tile)
    {
        bool read = TryParts(path, out string level, out long index, out int width);
        read &= Wire.TryDecimal(Encoding.UTF8.GetBytes(level), out long number) && number <= Tile.HighestLevel;
        tile = read ? new((int)number, index, width) : default;
        return read && string.Equals(Of(tile), path, StringComparison.Ordinal);
    }

    /// <summary>Reads back what <see cref="OfEntries"/> wrote, as the level 0 tile above the bundle.</summary>
    public static bool TryParseEntries(string path, out Tile tile)
    {
        bool read = TryParts(path, out _, out long index, out int width);
        tile = read ? new(0, index, width) : default;
        return read && string.Equals(OfEntries(index, width), path, StringComparison.Ordinal);
    }

    private static string Partial(int width) => width == Tile.FullWidth ? "" : $".p/{width}";

    private static string Number(long index)
    {
        string text = $"{index % 1000:D3}";
        for (long rest = index / 1000; rest > 0; rest /= 1000)
        {
            text = $"x{rest % 1000:D3}/{text}";
        }

        return text;
    }

    // Generous on purpose: the callers write the address again and compare, which leaves one spelling.
    private static bool TryParts(string path, out string level, out long index, out int width)
    {
        (level, index, width) = ("", 0, Tile.FullWidth);
        string[] halves = path.Split(".p/");
        string[] parts = halves[0].Split('/', 3);
        if (halves.Length > 2 || parts.Length < 3 || (halves.Length == 2 && !TryWidth(halves[1], out width)))
        {
            return false;
        }

        level = parts[1];
        string digits = parts[2].Replace("x", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal).TrimStart('0');
        return digits.Length == 0 || Wire.TryDecimal(Encoding.UTF8.GetBytes(digits), out index);
    }

    private static bool TryWidth(string text, out int width)
    {
        bool read = Wire.TryDecimal(Encoding.UTF8.GetBytes(text), out long value) && value is > 0 and < Tile.FullWidth;
        width = read ? (int)value : Tile.FullWidth;
        return read;
    }
}
