using System.Collections.Immutable;
using Azukari.Cli.Front;
using Azukari.Protocol.Documents;

namespace Azukari.Cli.Documents;

/// <summary>A document as PDF, from the same model as its page, with the fonts in it: it prints the same everywhere and needs no browser.</summary>
internal static class PdfPage
{
    private const float Title = 15, Heading = 11, Text = 9, Small = 7.5f, Note = 7, LabelWidth = 48 * PdfSheet.Millimetre;

    // As on the page: a register with more columns becomes a sheet for each row.
    private const int WidestTable = 16;

    /// <summary>The file.</summary>
    /// <exception cref="StopException">This computer lacks a font, or a font lacks a character.</exception>
    internal static byte[] Write(Document document, bool japanese)
    {
        using var fonts = PdfFonts.Find();
        using var into = new MemoryStream();
        using (var sheet = new PdfSheet(into, document.Title.In(japanese), IsWide(document), fonts))
        {
            sheet.Paragraph(document.Title.In(japanese), Title, PdfSheet.Side.Middle);
            sheet.Skip(Text);
            foreach (var line in document.Origin) sheet.Paragraph(line.In(japanese), Small, PdfSheet.Side.Right, isSoft: true);
            foreach (var part in document.Parts) Draw(sheet, part, japanese);
            if (!document.Origin.IsEmpty)
            {
                sheet.Skip(Text);
                sheet.Paragraph(DocumentPage.Note.In(japanese), Note, isSoft: true);
            }

            sheet.End();
        }

        return into.ToArray();
    }

    private static bool IsWide(Document document) => document.Parts.Any(part => part is Part.Rows { Columns.Length: > 6 and <= WidestTable });

    private static void Draw(PdfSheet sheet, Part part, bool japanese)
    {
        if (part is Part.Card card)
        {
            PdfCard.Draw(sheet, card);
            return;
        }

        sheet.Skip(Text);
        sheet.Need(6 * Text * PdfSheet.Leading); // No heading stands alone at the foot of a sheet.
        sheet.Paragraph(part.Heading.In(japanese), Heading);
        sheet.Skip(2);
        switch (part)
        {
            case Part.Fields fields: Fields(sheet, fields.All, japanese); break;
            case Part.Rows { All: [] }: sheet.Paragraph(japanese ? "登録はありません。" : "Nothing is registered.", Text, isSoft: true); break;
            case Part.Rows { Columns.Length: > WidestTable } rows: Sheets(sheet, rows, japanese); break;
            case Part.Rows rows: Rows(sheet, rows, japanese); break;
            default: throw new System.Diagnostics.UnreachableException(part.GetType().Name);
        }
    }

    private static void Fields(PdfSheet sheet, IEnumerable<FormField> fields, bool japanese) =>
        new PdfTable(sheet, [LabelWidth, sheet.Width - LabelWidth], Text).Draw(null, fields.Select(field => ImmutableArray.Create<ImmutableArray<PdfLine>>([new(field.Label.In(japanese), false)], PdfTable.LinesOf(field.Value, japanese))));

    private static void Sheets(PdfSheet sheet, Part.Rows rows, bool japanese)
    {
        foreach (var (row, number) in rows.All.Select((row, index) => (row, index + 1)))
        {
            sheet.Need(6 * Text * PdfSheet.Leading);
            sheet.Paragraph($"{rows.Heading.In(japanese)} {number}", Text);
            Fields(sheet, rows.Columns.Zip(row, (column, value) => new FormField(column.Key, column.Label, value)), japanese);
            sheet.Skip(Text);
        }
    }

    private static void Rows(PdfSheet sheet, Part.Rows rows, bool japanese)
    {
        ImmutableArray<string> head = [.. rows.Columns.Select(column => column.Label.In(japanese))];
        ImmutableArray<ImmutableArray<ImmutableArray<PdfLine>>> cells = [.. rows.All.Select(row => row.Select(value => PdfTable.LinesOf(value, japanese)).ToImmutableArray())];
        new PdfTable(sheet, Widths(sheet, head, cells), Note).Draw(head, cells);
    }

    /// <summary>Columns as wide as what stands in them, within bounds, so that the sheet is filled.</summary>
    private static ImmutableArray<float> Widths(PdfSheet sheet, ImmutableArray<string> head, ImmutableArray<ImmutableArray<ImmutableArray<PdfLine>>> cells)
    {
        float[] wanted = [.. head.Select((label, column) => Math.Clamp(cells.SelectMany(row => row[column]).Select(line => line.Text).Append(label).Max(text => sheet.Fonts.Width(text, Note)) + 2 * PdfTable.Padding + 1, 6 * Note, 16 * Note))];
        return [.. wanted.Select(width => width * sheet.Width / wanted.Sum())];
    }
}
