using System.Buffers;

namespace Azukari.Age;

internal static class HeaderWriter
{
    // Everything but stanzas: the first line, and the last with its dashes, space and MAC.
    public const int FrameSize = 22 + 48;

    private const int Columns = 64;

    public static byte[] Write(IEnumerable<Stanza> stanzas, ReadOnlySpan<byte> fileKey)
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write("age-encryption.org/v1\n"u8);
        foreach (var stanza in stanzas)
        {
            Write(output, stanza);
        }

        output.Write("---"u8);
        Span<byte> mac = stackalloc byte[32];
        HeaderBlock.Mac(fileKey, output.WrittenSpan, mac);
        output.Write(" "u8);
        WriteBase64(output, mac);
        output.Write("\n"u8);
        return output.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> output, Stanza stanza)
    {
        output.Write("->"u8);
        foreach (var argument in stanza.Arguments)
        {
            output.Write(" "u8);
            output.Write(argument);
        }

        output.Write("\n"u8);
        const int bytesPerLine = Columns / 4 * 3;
        ReadOnlySpan<byte> body = stanza.Body;
        for (; body.Length >= bytesPerLine; body = body[bytesPerLine..])
        {
            WriteBase64(output, body[..bytesPerLine]);
            output.Write("\n"u8);
        }

        WriteBase64(output, body);
        output.Write("\n"u8);
    }

    private static void WriteBase64(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> data)
    {
        var target = output.GetSpan(CanonicalBase64.EncodedLength(data.Length) + 1);
        output.Advance(CanonicalBase64.Encode(data, target));
    }
}
