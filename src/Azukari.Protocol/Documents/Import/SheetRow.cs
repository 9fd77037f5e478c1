using Azukari.Domain;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents.Import;

/// <summary>One row while it is read. A cell that is wrong leaves a finding and gives null; the row is read on, so that everything is found at once.</summary>
internal sealed class SheetRow(int number, IReadOnlyDictionary<string, FormColumn> columns, Func<string, string> cellOf, List<Finding> findings)
{
    internal int Number => number;

    internal void Wrong(string column, FindingText text) => findings.Add(Finding.At(number, columns[column], text));

    /// <summary>The cell's text; null where it is blank, or holds the words that an exported register writes where nothing is known.</summary>
    internal string? Text(string column)
    {
        var cell = FormulaGuard.Unguard(cellOf(column)).Trim();
        return cell.Length == 0 || Enum.GetValues<Ground>().Select(GroundWording.Absent).OfType<Words>().Any(absent => cell == absent.Ja || cell == absent.En) ? null : cell;
    }

    internal string? Needed(string column)
    {
        if (Text(column) is { } text) return text;

        Wrong(column, FindingWording.Blank);
        return null;
    }

    internal T? Code<T>(string column, Func<string, T> create, bool needed = false) where T : Code
    {
        if ((needed ? Needed(column) : Text(column)) is not { } text) return null;
        if (Plain(text) is var plain && Domain.Code.IsValid(plain)) return create(plain);

        Wrong(column, FindingWording.NotCode);
        return null;
    }

    internal DateOnly? Day(string column)
    {
        if (Text(column) is not { } text) return null;
        if (DayText.Parse(text) is { } day) return day;

        Wrong(column, FindingWording.NotDate);
        return null;
    }

    /// <summary>One of a closed set of words: as the register has them in either language, or as the record has them.</summary>
    internal T? Choice<T>(string column, Func<T, Words> wording, bool needed = false) where T : struct, Enum
    {
        if ((needed ? Needed(column) : Text(column)) is not { } text) return null;

        foreach (var choice in Enum.GetValues<T>())
            if (Same(text, wording(choice).Ja) || Same(text, wording(choice).En) || Same(text, choice.ToString())) return choice;

        Wrong(column, FindingWording.NotChoice);
        return null;
    }

    internal long? Count(string column)
    {
        if (Text(column) is not { } text) return null;
        if (long.TryParse(Plain(text).Replace(",", "", StringComparison.Ordinal), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count)) return count;

        Wrong(column, FindingWording.NotNumber);
        return null;
    }

    /// <summary>A text for an erasable row, as it was written: names are never normalised.</summary>
    internal string? Particular(string column, bool needed = false)
    {
        if ((needed ? Needed(column) : Text(column)) is not { } text) return null;
        if (Documents.Particulars.IsText(text)) return text;

        Wrong(column, FindingWording.NotParticular);
        return null;
    }

    /// <summary>Full-width letters and digits as Japanese keyboards write them, as the record has them.</summary>
    internal static string Plain(string text) => FullWidth.Fold(text);

    private static bool Same(string cell, string word) => Plain(cell).Replace("-", "", StringComparison.Ordinal).Equals(Plain(word).Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
