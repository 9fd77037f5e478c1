using System.Collections.Immutable;
using Azukari.Protocol.Documents;
using Azukari.Protocol.Wording;

namespace Azukari.Cli.Documents;

/// <summary>A card in the size in which it is stuck on.</summary>
internal static class PdfCard
{
    private const float Heading = 11, Text = 8, Small = 6, Number = 13, Gap = 3 * PdfSheet.Millimetre;

    private const float CardWidth = 110 * PdfSheet.Millimetre, SymbolSide = 36 * PdfSheet.Millimetre, LabelWidth = 24 * PdfSheet.Millimetre;

    internal static void Draw(PdfSheet sheet, Part.Card card)
    {
        var inner = CardWidth - 2 * Gap;
        ImmutableArray<string> notices = [.. card.Notices.SelectMany(notice => new[] { notice.Ja, notice.En }).SelectMany(text => sheet.Wrap(text, inner, Text))];
        ImmutableArray<string> scan = [.. Both(card.Scan).SelectMany(text => sheet.Wrap(text, SymbolSide, Small))];
        var (step, smallStep) = (Text * PdfSheet.Leading, Small * PdfSheet.Leading);
        var fields = card.All.Select(field => (Field: field, Labels: Both(field.Label), Lines: Lines(field).SelectMany(line => sheet.Wrap(line, inner - SymbolSide - LabelWidth - 2 * Gap, SizeOf(field))).ToArray())).ToArray();
        var front = Math.Max(SymbolSide + scan.Length * smallStep, fields.Sum(field => HeightOf(field.Field, field.Lines.Length)));
        var height = 2 * Gap + Heading * PdfSheet.Leading + Gap + front + Gap + notices.Length * step;

        sheet.Need(height);
        var (left, top) = (PdfSheet.Left + Gap, sheet.Top + Gap);
        sheet.Box(PdfSheet.Left, sheet.Top, CardWidth, height);
        sheet.Put(string.Join("  ", Both(card.Heading)), left, top, Heading);
        top += Heading * PdfSheet.Leading + Gap;

        Symbol(sheet, card.Symbol, left, top);
        for (var n = 0; n < scan.Length; n++) sheet.Put(scan[n], left, top + SymbolSide + n * smallStep, Small);

        var at = top;
        foreach (var (field, labels, lines) in fields)
        {
            var (x, tall) = (left + SymbolSide + Gap, HeightOf(field, lines.Length));
            sheet.Box(x, at, LabelWidth, tall, isHead: true);
            sheet.Box(x + LabelWidth, at, inner - SymbolSide - Gap - LabelWidth, tall);
            for (var n = 0; n < labels.Length; n++) sheet.Put(labels[n], x + 2, at + 2 + n * smallStep, Small + (n == 0 ? 1 : 0));
            for (var n = 0; n < lines.Length; n++) sheet.Put(lines[n], x + LabelWidth + 3, at + 2 + n * SizeOf(field) * PdfSheet.Leading, SizeOf(field));
            at += tall;
        }

        for (var n = 0; n < notices.Length; n++) sheet.Put(notices[n], left, top + front + Gap + n * step, Text);
        sheet.Skip(height + 8 * PdfSheet.Millimetre);
    }

    private static void Symbol(PdfSheet sheet, SymbolPicture symbol, float left, float top)
    {
        var module = SymbolSide / (symbol.Side + 2 * SymbolPicture.QuietZone);
        foreach (var bar in symbol.Bars())
            sheet.Bar(left + (bar.Left + SymbolPicture.QuietZone) * module, top + (bar.Top + SymbolPicture.QuietZone) * module, bar.Length * module, module * 1.01f); // No hair line between rows of modules.
    }

    private static string[] Both(Words words) => words.Ja == words.En ? [words.Ja] : [words.Ja, words.En];

    private static IEnumerable<string> Lines(FormField field) => field.Value.Lines.Reveal("written onto a label").SelectMany(Both);

    private static float SizeOf(FormField field) => field.Key == "seal" ? Number : Text;

    private static float HeightOf(FormField field, int lines) => Math.Max(2 * (Small + 1) * PdfSheet.Leading, lines * SizeOf(field) * PdfSheet.Leading) + 4;
}
