using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Azukari.Protocol.Documents;

/// <summary>A piece of a page. What stands in the source is markup, what is put into its holes is text and is encoded: no other way in exists.</summary>
[InterpolatedStringHandler]
public sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All); // Japanese stays Japanese; what is markup is encoded all the same.

    private readonly StringBuilder markup;

    /// <summary>Begins a piece; the compiler calls it for an interpolated string.</summary>
    public Html(int literalLength, int formattedCount) => markup = new(literalLength + (formattedCount * 16));

    /// <summary>No markup at all.</summary>
    public static Html Nothing => $"";

    /// <summary>What stands in the source.</summary>
    public void AppendLiteral(string source) => markup.Append(source);

    /// <summary>Text, encoded.</summary>
    public void AppendFormatted(string text) => markup.Append(Encoder.Encode(text));

    /// <summary>A number, in groups of three digits.</summary>
    public void AppendFormatted(long number) => markup.Append(number.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>Another piece, which is encoded already.</summary>
    public void AppendFormatted(Html piece) => markup.Append(piece.markup);

    /// <summary>Pieces one after another.</summary>
    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces) AppendFormatted(piece);
    }

    /// <inheritdoc/>
    public override string ToString() => markup.ToString();
}
