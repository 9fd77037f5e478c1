using System.Globalization;
using System.Text;

namespace Azukari.Protocol.Wording;

/// <summary>How what others wrote is put among our words.</summary>
internal static class Printed
{
    private const int Fingerprint = 16;

    /// <summary>The text on one line, read in one direction.</summary>
    /// <remarks>A line feed could forge a line of a statement, and a bidirectional or invisible mark could make it read differently from what is signed.</remarks>
    internal static string Safely(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) safe.Append((IsSeen(rune) ? rune : Rune.ReplacementChar).ToString());

        return safe.ToString();
    }

    /// <summary>The first 64 bits of a digest in groups of four digits, for comparing by eye. It proves nothing; the statement holds the whole.</summary>
    internal static string Short(Domain.Digest digest) => string.Join(' ', digest.Value[..Fingerprint].Chunk(4).Select(group => new string(group)));

    internal static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static bool IsSeen(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
}
