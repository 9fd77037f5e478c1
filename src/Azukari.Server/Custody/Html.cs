using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Azukari.Server.Custody;

/// <summary>A piece of a page. What stands in the source is markup, what is put into its holes is text and is encoded: no other way in exists.</summary>
[InterpolatedStringHandler]
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All); // Japanese stays Japanese; what is markup is encoded all the same.

    private readonly StringBuilder markup;

    public Html(int literalLength, int formattedCount) => markup = new(literalLength + (formattedCount * 16));

    internal static Html Nothing => $"";

    public void AppendLiteral(string source) => markup.Append(source);

    public void AppendFormatted(string text) => markup.Append(Encoder.Encode(text));

    public void AppendFormatted(long number) => markup.Append(number.ToString("N0", CultureInfo.InvariantCulture));

    public void AppendFormatted(Html piece) => markup.Append(piece.markup);

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces) AppendFormatted(piece);
    }

    public override string ToString() => markup.ToString();
}
