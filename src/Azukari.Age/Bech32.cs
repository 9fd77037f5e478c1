using System.Security.Cryptography;
using System.Text;

namespace Azukari.Age;

/// <summary>BIP 173's Bech32 checksum without its length limit, over bytes, since what it holds may be secret.</summary>
internal static class Bech32
{
    private static readonly uint[] Generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

    private static ReadOnlySpan<byte> Alphabet => "qpzry9x8gf2tvdw0s3jn54khce6mua7l"u8;

    /// <summary>Encodes; the prefix's case is the whole string's case. The caller zeroes a secret result.</summary>
    internal static byte[] Encode(string prefix, ReadOnlySpan<byte> data)
    {
        var upper = prefix.Any(char.IsAsciiLetterUpper);
        var lower = Encoding.ASCII.GetBytes(prefix.ToLowerInvariant());
        var values = ToFive(data);
        var text = GC.AllocateUninitializedArray<byte>(lower.Length + 1 + values.Length + 6, pinned: true);

        lower.CopyTo(text, 0);
        text[lower.Length] = (byte)'1';
        for (var index = 0; index < values.Length; index++) text[lower.Length + 1 + index] = Alphabet[values[index]];

        var checksum = Polymod(lower, values, [0, 0, 0, 0, 0, 0]) ^ 1;
        for (var index = 0; index < 6; index++) text[^(6 - index)] = Alphabet[(int)(checksum >> (5 * (5 - index))) & 31];

        if (upper) for (var index = 0; index < text.Length; index++) text[index] = (byte)char.ToUpperInvariant((char)text[index]);
        CryptographicOperations.ZeroMemory(values);
        return text;
    }

    /// <summary>Decodes, or returns null: wrong prefix, mixed case, bad character, checksum or padding. The caller zeroes a secret result.</summary>
    internal static byte[]? Decode(string prefix, ReadOnlySpan<byte> text)
    {
        var expected = Encoding.ASCII.GetBytes(prefix);
        if (text.Length < expected.Length + 7 || !text.StartsWith(expected) || text[expected.Length] != '1') return null;

        var upper = prefix.Any(char.IsAsciiLetterUpper);
        var values = GC.AllocateUninitializedArray<byte>(text.Length - expected.Length - 1, pinned: true);
        try
        {
            for (var index = 0; index < values.Length; index++)
            {
                var character = text[expected.Length + 1 + index];
                if (char.IsAsciiLetter((char)character) && char.IsAsciiLetterUpper((char)character) != upper) return null;

                var value = Alphabet.IndexOf((byte)char.ToLowerInvariant((char)character));
                if (value < 0) return null;
                values[index] = (byte)value;
            }

            return Polymod(Encoding.ASCII.GetBytes(prefix.ToLowerInvariant()), values, []) == 1 ? ToEight(values.AsSpan(..^6)) : null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(values);
        }
    }

    private static byte[] ToFive(ReadOnlySpan<byte> data)
    {
        var values = GC.AllocateUninitializedArray<byte>((data.Length * 8 + 4) / 5, pinned: true);
        int bits = 0, held = 0, next = 0;
        foreach (var value in data)
        {
            held = (held << 8 | value) & 0xfff;
            for (bits += 8; bits >= 5; bits -= 5) values[next++] = (byte)(held >> (bits - 5) & 31);
        }

        if (bits > 0) values[next] = (byte)(held << (5 - bits) & 31);
        return values;
    }

    private static byte[]? ToEight(ReadOnlySpan<byte> values)
    {
        var data = GC.AllocateUninitializedArray<byte>(values.Length * 5 / 8, pinned: true);
        int bits = 0, held = 0, next = 0;
        foreach (var value in values)
        {
            held = (held << 5 | value) & 0xfff;
            bits += 5;
            if (bits < 8) continue;

            bits -= 8;
            data[next++] = (byte)(held >> bits & 0xff);
        }

        // Left-over bits must be fewer than five and zero, or one secret would have several spellings.
        return bits < 5 && (held & ((1 << bits) - 1)) == 0 ? data : null;
    }

    private static uint Polymod(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> values, ReadOnlySpan<byte> more)
    {
        var check = 1u;
        foreach (var character in prefix) check = Step(check, (byte)(character >> 5));
        check = Step(check, 0);
        foreach (var character in prefix) check = Step(check, (byte)(character & 31));
        foreach (var value in values) check = Step(check, value);
        foreach (var value in more) check = Step(check, value);
        return check;
    }

    private static uint Step(uint check, byte value)
    {
        var top = check >> 25;
        check = (check & 0x1ffffff) << 5 ^ value;
        for (var bit = 0; bit < 5; bit++) check ^= (top >> bit & 1) * Generators[bit];
        return check;
    }
}
