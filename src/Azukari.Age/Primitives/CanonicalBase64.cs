using System.Buffers;
using System.Buffers.Text;

namespace Azukari.Age;

// RFC 4648 without padding, in its one spelling: no white space, unused bits zero. The platform's decoders are more forgiving.
internal static class CanonicalBase64
{
    private static readonly SearchValues<byte> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    public static int EncodedLength(int length) => ((length * 4) + 2) / 3;

    public static int Encode(ReadOnlySpan<byte> data, Span<byte> text)
    {
        var padded = new byte[Base64.GetMaxEncodedToUtf8Length(data.Length)];
        Base64.EncodeToUtf8(data, padded, out _, out _);
        var length = EncodedLength(data.Length);
        padded.AsSpan(0, length).CopyTo(text);
        return length;
    }

    public static byte[]? TryDecode(ReadOnlySpan<byte> text)
    {
        if (text.Length % 4 == 1 || text.ContainsAnyExcept(Alphabet))
        {
            return null;
        }

        var padded = new byte[(text.Length + 3) / 4 * 4];
        text.CopyTo(padded);
        padded.AsSpan(text.Length).Fill((byte)'=');
        var data = new byte[text.Length * 3 / 4];
        return Base64.DecodeFromUtf8(padded, data, out _, out var written) == OperationStatus.Done && written == data.Length ? data : null;
    }
}
