using SkiaSharp;

namespace Azukari.Cli.Documents;

/// <summary>Sheets of A4, filled from the top; what does not fit begins the next one. All measures are points.</summary>
internal sealed class PdfSheet : IDisposable
{
    internal const float Millimetre = 72f / 25.4f, Leading = 1.45f;
    private const float Short = 210 * Millimetre, Long = 297 * Millimetre, SideMargin = 12 * Millimetre, EdgeMargin = 15 * Millimetre, NumberSize = 7;

    private readonly SKDocument document;
    private readonly SKPaint soft = new() { Color = new SKColor(0x5a, 0x5a, 0x5e), IsAntialias = true };
    private readonly SKPaint line = new() { Color = new SKColor(0x8a, 0x8a, 0x8d), IsStroke = true, StrokeWidth = 0.5f };
    private readonly SKPaint head = new() { Color = new SKColor(0xf1, 0xf1, 0xf4) };
    private readonly SKPaint ink = new() { Color = new SKColor(0x1a, 0x1a, 0x1c), IsAntialias = true };
    private SKCanvas? canvas;
    private int number;

    internal PdfSheet(Stream into, string title, bool landscape, PdfFonts fonts)
    {
        (Fonts, IsLandscape) = (fonts, landscape);
        document = SKDocument.CreatePdf(into, new SKDocumentPdfMetadata { Title = title, Creator = "Azukari", Producer = "Azukari", EncodingQuality = 101, RasterDpi = 300 });
    }

    internal PdfFonts Fonts { get; }

    internal bool IsLandscape { get; }

    internal const float Left = SideMargin;

    internal float Width => (IsLandscape ? Long : Short) - 2 * SideMargin;

    /// <summary>Where the next thing begins.</summary>
    internal float Top { get; private set; }

    /// <summary>What is left of this sheet.</summary>
    internal float Room => canvas is null ? 0 : Bottom - Top;

    /// <summary>What a sheet holds.</summary>
    internal float Whole => Bottom - EdgeMargin;

    private float Height => IsLandscape ? Short : Long;

    private float Bottom => Height - EdgeMargin;

    private SKCanvas Canvas => canvas ?? throw new InvalidOperationException("there is no sheet yet");

    /// <summary>Begins another sheet unless this much still fits.</summary>
    internal bool Need(float height)
    {
        if (canvas is not null && height <= Room) return false;

        if (canvas is not null) document.EndPage();
        (canvas, Top) = (document.BeginPage(IsLandscape ? Long : Short, Height), EdgeMargin);
        Fonts.Draw(canvas, $"{++number}", (Left * 2 + Width) / 2, Height - EdgeMargin / 2, NumberSize, soft);
        return true;
    }

    internal void Skip(float height) => Top += height;

    /// <summary>Writes one line at a place of this sheet, without moving on.</summary>
    internal void Put(string text, float left, float top, float size, bool isSoft = false) => Fonts.Draw(Canvas, text, left, top + size * 1.1f, size, isSoft ? soft : ink);

    internal void Box(float left, float top, float width, float height, bool isHead = false)
    {
        if (isHead) Canvas.DrawRect(left, top, width, height, head);
        Canvas.DrawRect(left, top, width, height, line);
    }

    internal void Bar(float left, float top, float width, float height) => Canvas.DrawRect(left, top, width, height, ink);

    /// <summary>Writes a paragraph over the whole width and moves on below it.</summary>
    internal void Paragraph(string text, float size, Side side = Side.Left, bool isSoft = false)
    {
        foreach (var words in Wrap(text, Width, size))
        {
            Need(size * Leading);
            var free = Width - Fonts.Width(words, size);
            Put(words, Left + side switch { Side.Left => 0, Side.Middle => free / 2, Side.Right => free }, Top, size, isSoft);
            Skip(size * Leading);
        }
    }

    internal IEnumerable<string> Wrap(string text, float width, float size) => PdfText.Wrap(text, width, part => Fonts.Width(part, size));

    internal void End()
    {
        Need(0);
        document.EndPage();
        document.Close();
    }

    public void Dispose()
    {
        document.Dispose();
        soft.Dispose();
        line.Dispose();
        head.Dispose();
        ink.Dispose();
    }

    internal enum Side
    {
        Left,
        Middle,
        Right,
    }
}
