using System.Collections.Immutable;
using System.Text;

namespace Azukari.Extraction.Csv;

/// <summary>A small CSV file read whole, as a spreadsheet saves it: rows may differ in width, NULL and empty are alike.</summary>
/// <remarks>Bounded, since it is held in memory. For what is carried use the sources, which stream.</remarks>
/// <param name="Rows">The cells of every row that could be read, blank rows included.</param>
/// <param name="BrokenAt">The row, from 1, from which on it could not be read; null when all of it was.</param>
public sealed record CsvSheet(ImmutableArray<ImmutableArray<string>> Rows, int? BrokenAt)
{
    /// <summary>The most columns that a row may have.</summary>
    public const int MostColumns = 256;

    /// <summary>Reads a whole file of UTF-8, without a byte order mark.</summary>
    public static CsvSheet Read(ReadOnlySpan<byte> utf8)
    {
        var row = new Row(MostColumns);
        var parser = new CsvParser([.. Enumerable.Range(0, MostColumns)], row, anyWidth: true);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();

        while (!utf8.IsEmpty)
        {
            if (parser.Next(utf8, final: true, out var consumed) != CsvStep.Record) return new(rows.ToImmutable(), rows.Count + 1);

            var cells = ImmutableArray.CreateBuilder<string>(parser.Columns);
            for (var column = 0; column < parser.Columns; column++) cells.Add(Encoding.UTF8.GetString(row[column]));
            rows.Add(cells.MoveToImmutable());
            utf8 = utf8[consumed..];
        }

        return new(rows.ToImmutable(), null);
    }
}
