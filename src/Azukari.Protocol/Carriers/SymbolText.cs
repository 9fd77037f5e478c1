using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Azukari.Protocol.Carriers;

/// <summary>A message as the texts of QR symbols, for rooms that neither a network nor a stick may enter (design §7): shown on a screen or paper, typed back by a hand scanner.</summary>
/// <remarks>
/// One symbol is <c>AZ1-MESSAGE-NUMBER-COUNT-DATA-CHECK</c>. The data are the message, compressed, in base32: letters and digits 2 to 7. Scanners type as keyboards do, and a Japanese and an
/// American layout agree on letters, digits and the dash, and on hardly anything else. MESSAGE is the beginning of the SHA-256 of what is carried, CHECK that of the symbol before it: they find mix-ups
/// and slips, no more. What a message is worth is decided by the signatures in it, however it came.
/// </remarks>
public static class SymbolText
{
    /// <summary>The most symbols that one message may take; more are nobody's patience.</summary>
    public const int MostSymbols = 120;

    /// <summary>Bytes in one symbol: with its head it fits version 25 at error correction M, which hand scanners read from paper.</summary>
    public const int BytesEach = 860;

    internal const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", Head = "AZ1";

    internal const int MessageLength = 10, CheckLength = 4;

    /// <summary>The texts of the symbols, in order; any order will do when they are read.</summary>
    /// <exception cref="ProtocolException">The message is too large for symbols: it has to be carried as a file, or with fewer entries.</exception>
    public static IReadOnlyList<string> Of(ReadOnlySpan<byte> message)
    {
        var carried = Compressed(message);
        var count = (carried.Length + BytesEach - 1) / BytesEach;
        if (count > MostSymbols) throw new ProtocolException(ProtocolFault.TooLarge, $"the message would take {count} symbols, at most {MostSymbols} are read");

        var name = Name(carried, MessageLength);
        return [.. Enumerable.Range(0, count).Select(index => Checked(string.Create(
            CultureInfo.InvariantCulture, $"{Head}-{name}-{index + 1}-{count}-{Base32(carried.AsSpan(index * BytesEach, Math.Min(BytesEach, carried.Length - index * BytesEach)))}")))];
    }

    /// <summary>The first letters of the SHA-256.</summary>
    internal static string Name(ReadOnlySpan<byte> bytes, int length) => Base32(SHA256.HashData(bytes))[..length];

    internal static string Checked(string symbol) => $"{symbol}-{Name(Encoding.ASCII.GetBytes(symbol), CheckLength)}";

    internal static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        var (held, bits) = (0, 0);
        foreach (var value in bytes)
        {
            (held, bits) = ((held << 8 | value) & 0xFFF, bits + 8);
            for (; bits >= 5; bits -= 5) text.Append(Alphabet[held >> (bits - 5) & 31]);
        }

        return bits == 0 ? text.ToString() : text.Append(Alphabet[held << (5 - bits) & 31]).ToString();
    }

    private static byte[] Compressed(ReadOnlySpan<byte> message)
    {
        using var into = new MemoryStream();
        using (var brotli = new BrotliStream(into, CompressionLevel.SmallestSize, leaveOpen: true)) brotli.Write(message);
        return into.ToArray();
    }
}
