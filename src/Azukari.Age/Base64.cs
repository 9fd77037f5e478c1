using System.Text;

namespace Azukari.Age;

/// <summary>Base64 as age writes it: standard alphabet, no padding, canonical. The BCL's reader is kinder than that, so what is read is written again and compared.</summary>
internal static class Base64
{
    internal static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    internal static byte[]? Decode(ReadOnlySpan<byte> text)
    {
        if (text.Length % 4 == 1) return null;

        var padded = Encoding.Latin1.GetString(text) + new string('=', (4 - text.Length % 4) % 4);
        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, bytes, out var written) && Encode(bytes.AsSpan(..written)) is var again && text.SequenceEqual(Encoding.ASCII.GetBytes(again))
            ? bytes[..written]
            : null;
    }
}
