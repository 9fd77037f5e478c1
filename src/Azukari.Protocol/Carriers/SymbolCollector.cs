using System.Globalization;
using System.IO.Compression;

namespace Azukari.Protocol.Carriers;

/// <summary>What became of one line that a scanner typed.</summary>
public enum SymbolVerdict
{
    /// <summary>It is a part that was missing.</summary>
    Taken,

    /// <summary>It was read before.</summary>
    Again,

    /// <summary>It belongs to another message than the first one that was read.</summary>
    OtherMessage,

    /// <summary>Something in it was misread: read it once more.</summary>
    Damaged,

    /// <summary>It is no symbol of ours.</summary>
    NotOurs,
}

/// <summary>Puts a message together from symbols in any order, each as often as one likes (see <see cref="SymbolText"/>).</summary>
public sealed class SymbolCollector
{
    private string? name;
    private byte[]?[] parts = [];

    /// <summary>How many symbols the message has; 0 before the first was read.</summary>
    public int Count => parts.Length;

    /// <summary>Numbers, from 1, of those still to be read.</summary>
    public IEnumerable<int> Missing => Enumerable.Range(1, parts.Length).Where(number => parts[number - 1] is null);

    /// <summary>Whether all of them were read.</summary>
    public bool IsComplete => parts.Length > 0 && !Missing.Any();

    /// <summary>Takes what a scanner typed, whichever way its keyboard writes letters: small, or wide where a Japanese input method was on.</summary>
    public SymbolVerdict Take(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var text = Plain(line);
        if (!text.StartsWith(SymbolText.Head + "-", StringComparison.Ordinal)) return SymbolVerdict.NotOurs;

        if (text.Split('-') is not [_, { Length: SymbolText.MessageLength } message, var number, var count, var data, _]
            || SymbolText.Checked(text[..text.LastIndexOf('-')]) != text
            || Number(count) is not (>= 1 and <= SymbolText.MostSymbols and var of) || Number(number) is not { } at || at < 1 || at > of
            || Bytes(data) is not { } part)
            return SymbolVerdict.Damaged;

        if (name is null) (name, parts) = (message, new byte[]?[of]);
        if (name != message || parts.Length != of) return SymbolVerdict.OtherMessage;
        if (parts[at - 1] is not null) return SymbolVerdict.Again;

        parts[at - 1] = part;
        return SymbolVerdict.Taken;
    }

    /// <summary>The message.</summary>
    /// <param name="maxBytes">The largest message, in bytes, that is unpacked.</param>
    /// <exception cref="InvalidOperationException">A symbol is still missing.</exception>
    /// <exception cref="ProtocolException">The symbols do not make the message that they name, or it is too large.</exception>
    public byte[] Message(int maxBytes)
    {
        if (!IsComplete) throw new InvalidOperationException("a symbol is still missing");

        var carried = parts.SelectMany(part => part!).ToArray();
        if (SymbolText.Name(carried, SymbolText.MessageLength) != name) throw new ProtocolException(ProtocolFault.Malformed, "the symbols do not belong together");

        try
        {
            using var brotli = new BrotliStream(new MemoryStream(carried), CompressionMode.Decompress);
            return Unpacked(brotli, maxBytes);
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException)
        {
            throw new ProtocolException(ProtocolFault.Malformed, "what the symbols carry is not a message", fault);
        }
    }

    /// <summary>A few symbols can unpack to more than any message may be; it ends there.</summary>
    private static byte[] Unpacked(BrotliStream brotli, int maxBytes)
    {
        using var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = brotli.Read(buffer)) > 0;)
        {
            if (message.Length + read > maxBytes) throw new ProtocolException(ProtocolFault.TooLarge, $"the message is larger than {maxBytes} bytes");
            message.Write(buffer, 0, read);
        }

        return message.ToArray();
    }

    private static string Plain(string line) => string.Concat(line.Trim().Select(c => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u30FC' or '\u2212' or '\u2010' => '-', // What a Japanese input method makes of a dash.
        _ => c,
    })).ToUpperInvariant();

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static byte[]? Bytes(string base32)
    {
        var bytes = new byte[base32.Length * 5 / 8];
        var (held, bits, length) = (0, 0, 0);
        foreach (var letter in base32)
        {
            var value = SymbolText.Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0) return null;

            (held, bits) = ((held << 5 | value) & 0xFFF, bits + 5);
            if (bits < 8) continue;

            bits -= 8;
            bytes[length++] = (byte)(held >> bits & 0xFF);
        }

        return bits < 5 && (held & ((1 << bits) - 1)) == 0 ? bytes : null; // One spelling only.
    }
}
