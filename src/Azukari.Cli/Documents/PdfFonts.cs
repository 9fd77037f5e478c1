using System.Globalization;
using System.Text;
using Azukari.Cli.Front;
using SkiaSharp;

namespace Azukari.Cli.Documents;

/// <summary>The typefaces of this computer that have Japanese. A character that the first of them lacks, such as 𠮷, is taken from the next; one that none has stops the document.</summary>
internal sealed class PdfFonts : IDisposable
{
    // Sans serif, complete ones first. What a computer has is found by file name: the native library has no font service of its own on Linux.
    private static readonly string[] Wanted =
    [
        "NotoSansCJK-Regular", "NotoSansCJKjp-Regular", "NotoSansJP-Regular", "NotoSansJP", "SourceHanSans-Regular", "SourceHanSansJP-Regular", "YuGothM", "YuGothR", "meiryo", "msgothic",
        "ipaexg", "ipag", "fonts-japanese-gothic", "BIZ-UDGothicR", "NotoSerifCJK-Regular", "ipaexm", "simsunb",
    ];

    private const float Unit = 1000;

    private readonly IReadOnlyList<SKFont> fonts;
    private readonly Dictionary<Rune, (SKFont Font, float Advance)> glyphs = [];

    private PdfFonts(IReadOnlyList<SKFont> fonts) => this.fonts = fonts;

    /// <summary>The typefaces of this computer.</summary>
    /// <exception cref="StopException">There is none with Japanese.</exception>
    internal static PdfFonts Find() => In(Folders());

    internal static PdfFonts In(params IEnumerable<string> folders)
    {
        var files = folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.tt?", Everywhere).Concat(Directory.EnumerateFiles(folder, "*.otf", Everywhere)))
            .GroupBy(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
        var found = Wanted.Select(name => files.GetValueOrDefault(name)).OfType<string>().Select(SKTypeface.FromFile).OfType<SKTypeface>()
            .Select(typeface => new SKFont(typeface) { Subpixel = true, Hinting = SKFontHinting.None, LinearMetrics = true }).ToArray();

        return found.Any(font => font.ContainsGlyph('預')) ? new(found) : throw StopException.BadInput(
            "PDF を作るための日本語フォントが、このコンピューターにありません。", "this computer has no Japanese font, and a PDF carries its own",
            "Noto Sans CJK など（Debian では fonts-noto-cjk）を入れるか、HTML で作成してブラウザーから印刷してください。", "Install one such as Noto Sans CJK (Debian: fonts-noto-cjk), or make the page and print it from a browser.");
    }

    /// <summary>How wide a text is; no two characters are kerned.</summary>
    /// <exception cref="StopException">No typeface has one of its characters: a name is not printed with a hole in it.</exception>
    internal float Width(string text, float size)
    {
        var width = 0f;
        foreach (var rune in text.EnumerateRunes()) width += Glyph(rune).Advance;
        return width * size;
    }

    /// <summary>Draws one line.</summary>
    internal void Draw(SKCanvas canvas, string text, float left, float baseline, float size, SKPaint ink)
    {
        var (begin, at) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (at > begin && Glyph(rune).Font != Glyph(Rune.GetRuneAt(text, begin)).Font)
            {
                left += Run(canvas, text[begin..at], left, baseline, size, ink);
                begin = at;
            }

            at += rune.Utf16SequenceLength;
        }

        if (at > begin) Run(canvas, text[begin..at], left, baseline, size, ink);
    }

    /// <summary>With what was written beside what is drawn: fonts draw 日 and the radical ⽇ alike, and whoever searches the file or has it read aloud would get the radical.</summary>
    private float Run(SKCanvas canvas, string text, float left, float baseline, float size, SKPaint ink)
    {
        var font = Glyph(Rune.GetRuneAt(text, 0)).Font;
        font.Size = size;
        var glyphs = font.GetGlyphs(text);
        var written = Encoding.UTF8.GetBytes(text);
        using var builder = new SKTextBlobBuilder();
        var run = builder.AllocateTextRun(font, glyphs.Length, 0, 0, written.Length, null);
        glyphs.CopyTo(run.Glyphs);
        written.CopyTo(run.Text);
        var (glyph, at) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            run.Clusters[glyph++] = (uint)at;
            at += rune.Utf8SequenceLength;
        }

        using var blob = builder.Build()!;
        canvas.DrawText(blob, left, baseline, ink);
        return Width(text, size);
    }

    private (SKFont Font, float Advance) Glyph(Rune rune)
    {
        if (glyphs.TryGetValue(rune, out var known)) return known;

        var font = fonts.FirstOrDefault(font => font.ContainsGlyph(rune.Value)) ?? throw Lacking(rune);
        font.Size = Unit;
        return glyphs[rune] = (font, font.MeasureText(rune.ToString()) / Unit);
    }

    public void Dispose()
    {
        foreach (var font in fonts)
        {
            font.Typeface.Dispose();
            font.Dispose();
        }
    }

    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MatchCasing = MatchCasing.CaseInsensitive };

    private static string[] Folders() => OperatingSystem.IsWindows()
        ? [Environment.GetFolderPath(Environment.SpecialFolder.Fonts)]
        : ["/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "fonts")];

    private static StopException Lacking(Rune rune)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
        return StopException.BadInput(
            $"このコンピューターのフォントには「{rune}」（{number}）がありません。", $"no font of this computer has '{rune}' ({number})",
            "その字を含む日本語フォント（Noto Sans CJK など）を入れるか、HTML で作成してください。", "Install a font that has it, such as Noto Sans CJK, or make the page instead.");
    }
}
