namespace Azukari.Protocol.Documents;

/// <summary>A cell that a spreadsheet would take for a formula is written with an apostrophe before it, and read without.</summary>
/// <remarks>Full-width signs count too: Excel takes ＝ for =. Reversible: a text that begins with apostrophes and then such a sign gets one more.</remarks>
public static class FormulaGuard
{
    private const string Starts = "=+-@\t\r＝＋－＠";

    /// <summary>The text as it is put into a cell.</summary>
    public static string Guard(string text) => IsTaken(text) ? $"'{text}" : text;

    /// <summary>The text that was put into the cell.</summary>
    public static string Unguard(string cell) => cell.StartsWith('\'') && IsTaken(cell) ? cell[1..] : cell;

    private static bool IsTaken(string text) => text.TrimStart('\'') is [var first, ..] && Starts.Contains(first, StringComparison.Ordinal);
}
