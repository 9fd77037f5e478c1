using System.Collections.Immutable;
using Azukari.Domain.Engagements;

namespace Azukari.Protocol.Documents.Import;

/// <summary>From cells to rows under known labels; what each row means is for the reader of that kind of sheet.</summary>
public static class SheetReader
{
    /// <summary>What this sheet would do on these facts.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="sheet">The cells.</param>
    /// <param name="facts">The record's facts; a day's first and last moment are those of its zone.</param>
    public static Imported Read(ImportKind kind, Sheet sheet, Engagement facts) => kind switch
    {
        ImportKind.People => new PeopleSheet(facts).Read(sheet),
        ImportKind.Datasets => new DatasetSheet(facts).Read(sheet),
        ImportKind.Sites => new SiteSheet(facts).Read(sheet),
        ImportKind.Media => new MediaSheet(facts).Read(sheet),
        ImportKind.Particulars => ParticularSheet.Read(sheet),
    };

    /// <summary>A file that is no text at all.</summary>
    public static Imported NotText() => Imported.Broken(Finding.At(0, null, FindingWording.NotText));

    internal static Imported Read(Sheet sheet, ImmutableArray<FormColumn> columns, string[] needed, Func<IReadOnlyList<SheetRow>, List<Finding>, (IEnumerable<Domain.Act> Acts, Particulars Particulars)> meaning)
    {
        var findings = new List<Finding>();
        var known = columns.ToDictionary(column => column.Key, StringComparer.Ordinal);
        var places = Places(sheet, columns, needed, findings);

        var rows = findings.Count > 0 ? [] : sheet.Rows.Select((cells, index) => (cells, Number: index + 1)).Skip(1).Where(row => row.cells.Any(cell => cell.Trim().Length > 0))
            .Select(row => new SheetRow(row.Number, known, key => places.TryGetValue(key, out var at) && at < row.cells.Length ? row.cells[at] : "", findings)).ToArray();
        if (sheet.BrokenAt is { } broken) findings.Add(Finding.At(broken, null, FindingWording.NotCsv));
        if (findings.Count == 0 && rows.Length == 0) findings.Add(Finding.At(0, null, FindingWording.NoRows));

        var (acts, particulars) = meaning(rows, findings);
        return findings.Count > 0
            ? new([.. findings.OrderBy(finding => finding.Row == 0 ? int.MaxValue : finding.Row)], [], Particulars.Nothing, rows.Length)
            : new([], [.. acts], particulars, rows.Length);
    }

    /// <summary>Where each known column stands. Columns that are not ours are passed over: an exported register has more of them than are read.</summary>
    private static Dictionary<string, int> Places(Sheet sheet, ImmutableArray<FormColumn> columns, string[] needed, List<Finding> findings)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var labels = sheet.Rows is [var first, ..] ? first : [];
        for (var at = 0; at < labels.Length; at++)
        {
            var label = SheetRow.Plain(labels[at]);
            var column = columns.FirstOrDefault(column => label == SheetRow.Plain(column.Label.Ja) || label.Equals(column.Label.En, StringComparison.OrdinalIgnoreCase) || label == column.Key);
            if (column is not null && !places.TryAdd(column.Key, at)) findings.Add(Finding.At(1, column, FindingWording.ColumnTwice));
        }

        findings.AddRange(columns.Where(column => needed.Contains(column.Key) && !places.ContainsKey(column.Key)).Select(column => Finding.At(1, column, FindingWording.ColumnMissing)));
        return places;
    }
}
