using System.Collections.Immutable;
using Azukari.Protocol.Documents;

namespace Azukari.Cli.Documents;

/// <summary>A line in a cell.</summary>
internal sealed record PdfLine(string Text, bool IsSoft);

/// <summary>Rows of cells with lines around them. A row stays on one sheet if a sheet holds it; the head stands on every sheet.</summary>
internal sealed class PdfTable(PdfSheet sheet, ImmutableArray<float> widths, float size)
{
    internal const float Padding = 2.5f;

    private float Step => size * PdfSheet.Leading;

    /// <summary>Draws the rows.</summary>
    /// <param name="head">The labels of the columns, or null where each row begins with its own.</param>
    /// <param name="rows">Each a cell for every column.</param>
    internal void Draw(ImmutableArray<string>? head, IEnumerable<ImmutableArray<ImmutableArray<PdfLine>>> rows)
    {
        var top = head is { } labels ? Wrapped([.. labels.Select(label => ImmutableArray.Create(new PdfLine(label, false)))]) : default(ImmutableArray<ImmutableArray<PdfLine>>?);
        var isFirst = true;
        foreach (var row in rows.Select(Wrapped))
        {
            var rest = row;
            do
            {
                var fits = Height(rest) <= sheet.Whole - (top is { } labelled ? Height(labelled) : 0);
                if (sheet.Need((fits ? Height(rest) : 4 * Step) + (isFirst && top is { } over ? Height(over) : 0)) || isFirst)
                    if (top is { } again) Row(again, headColumns: widths.Length);
                isFirst = false;

                var lines = fits ? int.MaxValue : (int)((sheet.Room - 2 * Padding) / Step);
                Row([.. rest.Select(cell => cell[..Math.Min(lines, cell.Length)])], headColumns: top is null ? 1 : 0);
                rest = [.. rest.Select(cell => cell[Math.Min(lines, cell.Length)..])];
            }
            while (rest.Any(cell => cell.Length > 0));
        }
    }

    /// <summary>The lines of a value as they are printed: absent ones by their word, marks behind.</summary>
    internal static ImmutableArray<PdfLine> LinesOf(FormValue value, bool japanese)
    {
        var lines = value.Lines.Reveal("written into the document's PDF").Select(line => new PdfLine(line.In(japanese), false));
        if (GroundWording.Absent(value.Ground) is { } absent) return [new(absent.In(japanese), true), .. lines];
        return GroundWording.Mark(value.Ground) is { } mark ? [.. lines, new($"[{mark.In(japanese)}]", true)] : [.. lines];
    }

    private void Row(ImmutableArray<ImmutableArray<PdfLine>> cells, int headColumns)
    {
        var (left, height) = (PdfSheet.Left, Height(cells));
        for (var column = 0; column < cells.Length; column++)
        {
            sheet.Box(left, sheet.Top, widths[column], height, isHead: column < headColumns);
            var top = sheet.Top + Padding;
            foreach (var line in cells[column])
            {
                sheet.Put(line.Text, left + Padding, top, size, line.IsSoft);
                top += Step;
            }

            left += widths[column];
        }

        sheet.Skip(height);
    }

    private float Height(ImmutableArray<ImmutableArray<PdfLine>> cells) => cells.Max(cell => Math.Max(1, cell.Length)) * Step + 2 * Padding;

    private ImmutableArray<ImmutableArray<PdfLine>> Wrapped(ImmutableArray<ImmutableArray<PdfLine>> cells) =>
        [.. cells.Select((cell, column) => cell.SelectMany(line => sheet.Wrap(line.Text, widths[column] - 2 * Padding, size).Select(text => line with { Text = text })).ToImmutableArray())];
}
