using System.Text;

namespace Azukari.Protocol.Documents.Import;

/// <summary>Full-width letters, digits and signs as a Japanese keyboard writes them, in their half-width form; an era in one character becomes two.</summary>
/// <remarks>Ours, since this process runs without a culture and .NET then normalises nothing. For codes, numbers, days and choices only: a name is kept as it was written.</remarks>
internal static class FullWidth
{
    private const char First = '！', Last = '～', Offset = (char)('！' - '!');

    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= First and <= Last) folded.Append((char)(c - Offset));
            else if (c == '\u3000') folded.Append(' ');
            else if (EraOf(c) is { } era) folded.Append(era);
            else folded.Append(c);
        }

        return folded.ToString().Trim();
    }

    private static string? EraOf(char c) => c switch
    {
        '㋿' => "令和",
        '㍻' => "平成",
        '㍼' => "昭和",
        _ => null,
    };
}
