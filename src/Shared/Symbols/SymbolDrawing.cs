using System.Collections.Immutable;
using Azukari.Protocol.Documents;
using QRCoder;

namespace Azukari.Shared;

/// <summary>Draws QR symbols. Beside the libraries, because only hosts that print have the package for it.</summary>
internal static class SymbolDrawing
{
    /// <summary>A symbol that is still read with a quarter of it scratched or soiled: it travels on the outside of a medium.</summary>
    internal static SymbolPicture ForLabels(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        return Of(code, text);
    }

    internal static SymbolPicture Of(QRCodeData code, string text)
    {
        var side = code.ModuleMatrix.Count - (2 * SymbolPicture.QuietZone); // The package draws the quiet zone too.
        var dark = ImmutableArray.CreateBuilder<bool>(side * side);
        for (var top = 0; top < side; top++)
            for (var left = 0; left < side; left++)
                dark.Add(code.ModuleMatrix[top + SymbolPicture.QuietZone][left + SymbolPicture.QuietZone]);
        return new(text, side, dark.MoveToImmutable());
    }
}
