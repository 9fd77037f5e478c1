namespace Azukari.Age;

// Bech32 with the BIP 173 checksum and no limit of length, in the single case that the prefix has.
// It carries secret keys, so no branch and no index depends on a character of the data.
internal static class Bech32
{
    private const int ChecksumLength = 6;

    private static ReadOnlySpan<byte> LowerAlphabet => "qpzry9x8gf2tvdw0s3jn54khce6mua7l"u8;

    private static ReadOnlySpan<byte> UpperAlphabet => "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"u8;

    public static int EncodedLength(int prefixLength, int dataLength) => prefixLength + 1 + Symbols(dataLength) + ChecksumLength;

    public static void Encode(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> data, Span<byte> text)
    {
        var alphabet = AlphabetOf(prefix);
        var sum = ChecksumOf(prefix);
        prefix.CopyTo(text);
        text[prefix.Length] = (byte)'1';
        var symbols = text[(prefix.Length + 1)..];

        for (int i = 0, bits = 0, held = 0, next = 0; i < Symbols(data.Length); i++)
        {
            if (bits < 5)
            {
                held = ((held & 0x1f) << 8) | (next < data.Length ? data[next] : 0);
                next++;
                bits += 8;
            }

            bits -= 5;
            var symbol = (held >> bits) & 0x1f;
            sum = Step(sum, symbol);
            symbols[i] = Character(alphabet, symbol);
        }

        WriteChecksum(sum, alphabet, symbols[Symbols(data.Length)..]);
    }

    /// <summary>Whether the text is of this kind. The separator counts: data may go on spelling a longer kind's name.</summary>
    public static bool IsOf(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> text) => text.Length > prefix.Length && text.StartsWith(prefix) && text[prefix.Length] == '1';

    public static bool TryDecode(ReadOnlySpan<byte> text, ReadOnlySpan<byte> prefix, Span<byte> data)
    {
        if (text.Length != EncodedLength(prefix.Length, data.Length) || !IsOf(prefix, text))
        {
            return false;
        }

        var symbols = text[(prefix.Length + 1)..];
        var alphabet = AlphabetOf(prefix);
        var sum = ChecksumOf(prefix);
        var wrong = 0;
        int bits = 0, held = 0, next = 0;
        for (var i = 0; i < symbols.Length; i++)
        {
            var symbol = Value(alphabet, symbols[i], ref wrong);
            sum = Step(sum, symbol);
            if (i >= symbols.Length - ChecksumLength)
            {
                continue;
            }

            held = ((held & 0xff) << 5) | symbol;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                data[next++] = (byte)((held >> bits) & 0xff);
            }
        }

        wrong |= held & ((1 << bits) - 1); // the bits that pad the last symbol are zero: one spelling per key
        return (wrong | (int)(sum ^ 1)) == 0;
    }

    private static int Symbols(int dataLength) => ((dataLength * 8) + 4) / 5;

    private static ReadOnlySpan<byte> AlphabetOf(ReadOnlySpan<byte> prefix) => prefix[0] >= 'a' ? LowerAlphabet : UpperAlphabet;

    private static uint ChecksumOf(ReadOnlySpan<byte> prefix)
    {
        var sum = 1u;
        foreach (var c in prefix)
        {
            sum = Step(sum, ToLower(c) >> 5);
        }

        sum = Step(sum, 0);
        foreach (var c in prefix)
        {
            sum = Step(sum, ToLower(c) & 0x1f);
        }

        return sum;
    }

    private static int ToLower(byte c) => c is >= (byte)'A' and <= (byte)'Z' ? c | 0x20 : c;

    private static uint Step(uint sum, int symbol)
    {
        var top = sum >> 25;
        return (((sum & 0x1ffffff) << 5) ^ (uint)symbol)
            ^ (0x3b6a57b2 & Mask(top)) ^ (0x26508e6d & Mask(top >> 1)) ^ (0x1ea119fa & Mask(top >> 2))
            ^ (0x3d4233dd & Mask(top >> 3)) ^ (0x2a1462b3 & Mask(top >> 4));
    }

    private static uint Mask(uint bit) => unchecked(0u - (bit & 1));

    private static void WriteChecksum(uint sum, ReadOnlySpan<byte> alphabet, Span<byte> text)
    {
        for (var i = 0; i < ChecksumLength; i++)
        {
            sum = Step(sum, 0);
        }

        sum ^= 1;
        for (var i = 0; i < ChecksumLength; i++)
        {
            text[i] = Character(alphabet, (int)(sum >> (5 * (ChecksumLength - 1 - i))) & 0x1f);
        }
    }

    private static byte Character(ReadOnlySpan<byte> alphabet, int symbol)
    {
        var found = 0;
        for (var i = 0; i < alphabet.Length; i++)
        {
            found |= alphabet[i] & Same(symbol, i);
        }

        return (byte)found;
    }

    private static int Value(ReadOnlySpan<byte> alphabet, byte character, ref int wrong)
    {
        int value = 0, found = 0;
        for (var i = 0; i < alphabet.Length; i++)
        {
            var same = Same(character, alphabet[i]);
            value |= i & same;
            found |= same;
        }

        wrong |= ~found;
        return value;
    }

    // All ones when equal, else zero; both arguments are bytes.
    private static int Same(int a, int b) => ((a ^ b) - 1) >> 31;
}
