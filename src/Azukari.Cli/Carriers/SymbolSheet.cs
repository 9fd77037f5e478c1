using System.Globalization;
using System.Text;
using Azukari.Protocol.Documents;
using QRCoder;

namespace Azukari.Cli.Carriers;

/// <summary>The symbols of a message as pictures, and as one page for screen and paper.</summary>
internal static class SymbolSheet
{
    private const int PixelsPerModule = 4;

    internal static async Task WriteAsync(string folder, IReadOnlyList<string> symbols, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);

        // Symbols of an earlier message beside these would be scanned with them.
        foreach (var old in Directory.EnumerateFiles(folder, "symbol-*.png")) File.Delete(old);

        var figures = new StringBuilder();
        foreach (var (text, number) in symbols.Select((text, index) => (text, index + 1)))
        {
            using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
            using var picture = new PngByteQRCode(code);
            await File.WriteAllBytesAsync(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"symbol-{number:000}.png")), picture.GetGraphic(PixelsPerModule), cancellation);
            figures.Append(CultureInfo.InvariantCulture, $"<figure>{SymbolSvg.Of(SymbolDrawing.Of(code, text))}<figcaption>{number} / {symbols.Count}</figcaption></figure>\n");
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "symbols.html"), $"{Front}{figures}</body></html>\n", cancellation);
    }

    // 80 mm hold the largest symbol at 0.6 mm a module, which a hand scanner reads at arm's length.
    private const string Front = """
        <!doctype html>
        <html lang="ja"><head><meta charset="utf-8"><title>預かり：メッセージのコード · message symbols</title>
        <style>body { margin: 1rem; font: 16px/1.5 "Noto Sans JP", "Noto Sans CJK JP", sans-serif; } figure { display: inline-block; width: 80mm; margin: 4mm; break-inside: avoid; }
        svg { width: 80mm; height: 80mm; display: block; } figcaption { text-align: center; }</style></head>
        <body><p>順番は問いません。すべて読み取ってください。<span lang="en">Scan all of them, in any order.</span></p>

        """;
}
