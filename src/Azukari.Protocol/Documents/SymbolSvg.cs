namespace Azukari.Protocol.Documents;

/// <summary>A symbol as a drawing in a page, which gives it its size.</summary>
public static class SymbolSvg
{
    /// <summary>The drawing, with its quiet zone.</summary>
    public static Html Of(SymbolPicture symbol)
    {
        var side = symbol.Side + (2 * SymbolPicture.QuietZone);
        var bars = string.Concat(symbol.Bars().Select(bar => $"M{bar.Left + SymbolPicture.QuietZone} {bar.Top + SymbolPicture.QuietZone}h{bar.Length}v1h-{bar.Length}z"));
        return $"<svg role=\"img\" aria-label=\"QR\" viewBox=\"{$"0 0 {side} {side}"}\" shape-rendering=\"crispEdges\"><path d=\"{bars}\"/></svg>";
    }
}
