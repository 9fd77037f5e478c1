using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Azukari.TransparencyLog;

/// <summary>The three spellings all formats share: decimal, base64, UTF-8 text. Each value has one spelling, and only that one is read.</summary>
internal static class Wire
{
    private const byte Newline = (byte)'\n';

    /// <summary>0 to 2^63-1, no sign, no leading zero. The framework's parsers accept more.</summary>
    internal static bool TryDecimal(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > 19 || (text[0] == '0' && text.Length > 1))
        {
            return false;
        }

        ulong sum = 0; // 19 digits fit into 64 bits without a sign
        foreach (byte digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            sum = (sum * 10) + (ulong)(digit - '0');
        }

        if (sum > long.MaxValue)
        {
            return false;
        }

        value = (long)sum;
        return true;
    }

    internal static string Decimal(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Standard alphabet, padded. The decoder tolerates white space and stray trailing bits, so what it read is written again and compared.</summary>
    internal static bool TryBase64(ReadOnlySpan<byte> text, [NotNullWhen(true)] out byte[]? value)
    {
        value = null;
        if (text.IsEmpty || text.Length % 4 != 0)
        {
            return false;
        }

        byte[] decoded = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        if (Base64.DecodeFromUtf8(text, decoded, out _, out int written) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        value = decoded[..written];
        if (Encoding.ASCII.GetBytes(Convert.ToBase64String(value)).AsSpan().SequenceEqual(text))
        {
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>Valid UTF-8 without control characters other than the newline (signed-note, "Format").</summary>
    internal static bool IsNoteText(ReadOnlySpan<byte> bytes)
    {
        foreach (byte octet in bytes)
        {
            if (octet < 0x20 && octet != Newline)
            {
                return false;
            }
        }

        return Utf8.IsValid(bytes);
    }

    /// <summary>A key name: not empty, no Unicode space, no plus, nothing that a note could not carry.</summary>
    internal static bool IsKeyName(string name)
    {
        foreach (char c in name)
        {
            if (c < 0x20 || c == '+' || char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return name.Length > 0 && IsWellFormed(name);
    }

    /// <summary>One line of text: not empty, no control characters.</summary>
    internal static bool IsLine(string text) => text.Length > 0 && text.All(c => c >= 0x20) && IsWellFormed(text);

    /// <summary>Splits off the line at the start, without its newline. False when no newline is left: a cut line is not a line.</summary>
    internal static bool TryLine(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> line)
    {
        int end = rest.IndexOf(Newline);
        line = end < 0 ? default : rest[..end];
        rest = end < 0 ? rest : rest[(end + 1)..];
        return end >= 0;
    }

    // A lone surrogate has no UTF-8 form, and encoding would silently replace it.
    private static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
