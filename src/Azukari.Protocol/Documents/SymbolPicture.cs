using System.Collections.Immutable;

namespace Azukari.Protocol.Documents;

/// <summary>A QR symbol as its modules, for whatever draws it: a page, a sheet of paper.</summary>
public sealed class SymbolPicture
{
    /// <summary>Modules of white around a symbol, without which cameras do not find it (ISO/IEC 18004).</summary>
    public const int QuietZone = 4;

    private readonly ImmutableArray<bool> _dark;

    /// <summary>Takes the modules.</summary>
    /// <param name="text">What a camera reads.</param>
    /// <param name="side">Modules on one side, without the quiet zone.</param>
    /// <param name="dark">Row by row from the top left, true where it is dark; as many as the square of the side.</param>
    public SymbolPicture(string text, int side, ImmutableArray<bool> dark) => (Text, Side, _dark) = dark.Length == side * side
        ? (text, side, dark)
        : throw new ArgumentException("a symbol is a square of modules", nameof(dark));

    /// <summary>What a camera reads.</summary>
    public string Text { get; }

    /// <summary>Modules on one side, without the quiet zone.</summary>
    public int Side { get; }

    /// <summary>The dark modules as horizontal bars: left, top and length in modules, the quiet zone not counted. Bars leave no hair lines between modules on paper.</summary>
    public IEnumerable<(int Left, int Top, int Length)> Bars()
    {
        for (var top = 0; top < Side; top++)
        {
            for (var left = 0; left < Side; left++)
            {
                var length = _dark.AsSpan(top * Side + left, Side - left).IndexOf(false) is var light and >= 0 ? light : Side - left;
                if (length > 0) yield return (left, top, length);
                left += length;
            }
        }
    }
}
