using System.Buffers;
using System.Buffers.Text;

namespace Azukari.Age;

/// <summary>The text form of an age file, for small files that pass through mail or print. Strict PEM: 64 columns, canonical padding.</summary>
/// <remarks>Armor is not authenticated; its strictness only makes sure that a file has one text form. Works in memory.</remarks>
public static class AgeArmor
{
    private const int Columns = 64;
    private const int MaxWhiteSpace = 1024;

    private static readonly SearchValues<byte> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    private static ReadOnlySpan<byte> Begin => "-----BEGIN AGE ENCRYPTED FILE-----"u8;

    private static ReadOnlySpan<byte> End => "-----END AGE ENCRYPTED FILE-----"u8;

    /// <summary>The one text form, with LF, the last line ended.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> file)
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write(Begin);
        output.Write("\n"u8);
        const int bytesPerLine = Columns / 4 * 3;
        for (; !file.IsEmpty; file = file[Math.Min(file.Length, bytesPerLine)..])
        {
            var target = output.GetSpan(Columns);
            Base64.EncodeToUtf8(file[..Math.Min(file.Length, bytesPerLine)], target, out _, out var written);
            output.Advance(written);
            output.Write("\n"u8);
        }

        output.Write(End);
        output.Write("\n"u8);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The file in the text. Accepts CRLF as well as LF, and up to 1,024 bytes of white space before and after.</summary>
    /// <exception cref="AgeException"><see cref="AgeFault.ArmorFailure"/> for any other deviation.</exception>
    public static byte[] Decode(ReadOnlySpan<byte> text)
    {
        var rest = TrimStart(text);
        Demand(ReadLine(ref rest).SequenceEqual(Begin), "it does not begin with its marker");
        var output = new ArrayBufferWriter<byte>();
        var shortLine = false;
        ReadOnlySpan<byte> line;
        while (!(line = ReadLine(ref rest)).StartsWith("-----"u8))
        {
            Demand(!shortLine, "a line that is not the last is short");
            Demand(line.Length is > 0 and <= Columns, "a line is empty or too long");
            shortLine = DecodeLine(line, output) < Columns / 4 * 3;
        }

        Demand(line.SequenceEqual(End), "it does not end with its marker");
        Demand(TrimStart(rest).IsEmpty, "something follows its end");
        return output.WrittenSpan.ToArray();
    }

    private static int DecodeLine(ReadOnlySpan<byte> line, ArrayBufferWriter<byte> output)
    {
        Demand(!line.ContainsAnyExcept(Alphabet), "a character is not base64");
        var target = output.GetSpan(Columns);
        var done = Base64.DecodeFromUtf8(line, target, out _, out var written) == OperationStatus.Done;
        Demand(done, "a line is not canonical base64");
        output.Advance(written);
        return written;
    }

    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text)
    {
        var start = text.IndexOfAnyExcept(" \t\r\n"u8);
        var space = start < 0 ? text.Length : start;
        Demand(space <= MaxWhiteSpace, "too much white space surrounds it");
        return text[space..];
    }

    private static ReadOnlySpan<byte> ReadLine(scoped ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        if (end < 0)
        {
            var all = rest;
            Demand(!all.IsEmpty, "it is cut");
            rest = default;
            return all;
        }

        var line = rest[..end];
        rest = rest[(end + 1)..];
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    private static void Demand(bool holds, string rule)
    {
        if (!holds)
        {
            throw new AgeException(AgeFault.ArmorFailure, $"the armor is refused: {rule}");
        }
    }
}
