using System.Text;

namespace Azukari.Protocol.Documents;

/// <summary>The text encodings in which Excel saves CSV in Japan.</summary>
public enum OfficeEncoding
{
    /// <summary>「CSV UTF-8」: UTF-8 with its byte order mark; without the mark Excel would read it as CP932.</summary>
    Utf8,

    /// <summary>「CSV」: Microsoft's Shift_JIS, code page 932.</summary>
    Cp932,
}

/// <summary>Bytes and text of a spreadsheet. Nothing is replaced on the way: what does not fit is said.</summary>
public static class OfficeText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("code page 932 is part of the framework");

    /// <summary>The text and how it was encoded, or null where the bytes are neither.</summary>
    /// <remarks>UTF-8 is tried first: text in CP932 is valid UTF-8 only in contrived cases, the other way round often.</remarks>
    public static (string Text, OfficeEncoding Encoding)? Read(ReadOnlySpan<byte> bytes)
    {
        var body = bytes.StartsWith(Utf8.Preamble) ? bytes[Utf8.Preamble.Length..] : bytes;
        if (Decode(Utf8, body) is { } text) return (text, OfficeEncoding.Utf8);
        return Decode(Cp932, bytes) is { } japanese ? (japanese, OfficeEncoding.Cp932) : null;
    }

    /// <summary>Whether the encoding holds every character of the text, and gives the same one back.</summary>
    public static bool Holds(OfficeEncoding encoding, string text) => encoding switch
    {
        OfficeEncoding.Utf8 => Encode(Utf8, text) is not null,
        OfficeEncoding.Cp932 => Encode(Cp932, text) is { } bytes && Decode(Cp932, bytes) == text,
    };

    /// <summary>The bytes of a whole file, with UTF-8's mark where it is UTF-8.</summary>
    /// <exception cref="ArgumentException">The encoding does not hold the text; ask <see cref="Holds"/> first.</exception>
    public static byte[] Write(OfficeEncoding encoding, string text) => encoding switch
    {
        OfficeEncoding.Utf8 => [.. Utf8.Preamble, .. Utf8.GetBytes(text)],
        OfficeEncoding.Cp932 when Holds(encoding, text) => Cp932.GetBytes(text),
        OfficeEncoding.Cp932 => throw new ArgumentException("code page 932 does not hold this text", nameof(text)),
    };

    private static string? Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static byte[]? Encode(Encoding encoding, string text)
    {
        try
        {
            return encoding.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }
}
