using System.Text;

namespace Azukari.Cli.Documents;

/// <summary>Lines that fit a width: broken between Japanese characters, at spaces and after a dash or slash, and within a word only where it is wider than the line.</summary>
internal static class PdfText
{
    // 行頭禁則: these do not begin a line.
    private const string NotFirst = "、。，．・：；？！）」』】〕］｝〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}";

    // 行末禁則: these do not end one.
    private const string NotLast = "（「『【〔［｛〈《([{";

    internal static IEnumerable<string> Wrap(string text, float width, Func<string, float> measure)
    {
        var line = "";
        foreach (var piece in Pieces(text))
        {
            if (line.Length == 0 || measure(line + piece.TrimEnd()) <= width)
            {
                line += piece;
            }
            else
            {
                yield return line.TrimEnd();
                line = piece.TrimStart();
            }

            while (measure(line.TrimEnd()) > width && Fitting(line, width, measure) is var fits && fits < line.Length)
            {
                yield return line[..fits];
                line = line[fits..];
            }
        }

        if (line.TrimEnd() is { Length: > 0 } last) yield return last;
    }

    /// <summary>What stays together on a line.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (before is { } last && Breaks(last, rune))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune.ToString());
            before = rune;
        }

        if (piece.Length > 0) yield return piece.ToString();
    }

    private static bool Breaks(Rune before, Rune next) =>
        next.Value != ' ' && !Is(next, NotFirst) && !Is(before, NotLast) && (before.Value is ' ' or '-' or '/' || IsWide(before) || IsWide(next));

    private static bool Is(Rune rune, string among) => rune.IsBmp && among.Contains((char)rune.Value, StringComparison.Ordinal);

    /// <summary>Japanese and its punctuation.</summary>
    private static bool IsWide(Rune rune) => rune.Value is >= 0x2E80 and not (>= 0xFE00 and < 0xFE30);

    /// <summary>How many characters of a word fit; never none, so that it ends.</summary>
    private static int Fitting(string word, float width, Func<string, float> measure)
    {
        var fits = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (fits > 0 && measure(word[..(fits + rune.Utf16SequenceLength)]) > width) break;
            fits += rune.Utf16SequenceLength;
        }

        return fits;
    }
}
