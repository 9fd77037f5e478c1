using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Azukari.Protocol.Canonical;

/// <summary>Thrown for bytes that are not the one canonical spelling of what they say.</summary>
public sealed class CanonicalJsonException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>RFC 8785 (JCS), restricted as design §5 says: integers within ±(2^53−1), no fractions, strings never normalised, depth at most 32.</summary>
/// <remarks>Reading accepts exactly what writing would have written: the bytes are parsed, written again and compared.</remarks>
public static class CanonicalJson
{
    private const long Largest = (1L << 53) - 1;
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(control => (char)control), '"', '\\']);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a tree as its canonical bytes.</summary>
    /// <exception cref="CanonicalJsonException">A number is no integer in range, or a string holds a lone surrogate.</exception>
    public static byte[] Write(JsonNode? node)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(node, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads canonical bytes.</summary>
    /// <exception cref="CanonicalJsonException">Not canonical, not JSON, or longer than <paramref name="maxBytes"/>.</exception>
    public static JsonNode? Read(ReadOnlySpan<byte> utf8, int maxBytes)
    {
        try
        {
            var node = Parse(utf8, maxBytes);
            return utf8.SequenceEqual(Write(node)) ? node : throw new CanonicalJsonException("not written canonically");
        }
        catch (Exception fault) when (IsOfInput(fault))
        {
            throw new CanonicalJsonException("not JSON as we write it", fault);
        }
    }

    /// <summary>Reads bytes whose spelling is not in question here, or is compared afterwards as a whole.</summary>
    /// <exception cref="CanonicalJsonException">Not JSON, or longer than <paramref name="maxBytes"/>.</exception>
    internal static JsonNode? Parse(ReadOnlySpan<byte> utf8, int maxBytes)
    {
        if (utf8.Length > maxBytes) throw new CanonicalJsonException($"longer than {maxBytes} bytes");

        try
        {
            return JsonNode.Parse(utf8, documentOptions: new() { MaxDepth = 32, AllowDuplicateProperties = false });
        }
        catch (Exception fault) when (IsOfInput(fault))
        {
            throw new CanonicalJsonException("not JSON as we write it", fault);
        }
    }

    /// <summary>What the platform throws for bytes that are not JSON, half a surrogate pair in a name among them.</summary>
    private static bool IsOfInput(Exception fault) => fault is JsonException or ArgumentException or InvalidOperationException or FormatException;

    private static void Write(JsonNode? node, ArrayBufferWriter<byte> output)
    {
        switch (node)
        {
            case null:
                output.Write("null"u8);
                break;
            case JsonObject members:
                WriteMembers(members, output);
                break;
            case JsonArray items:
                output.Write("["u8);
                for (var index = 0; index < items.Count; index++)
                {
                    if (index > 0) output.Write(","u8);
                    Write(items[index], output);
                }

                output.Write("]"u8);
                break;
            default:
                WriteValue(node, output);
                break;
        }
    }

    private static void WriteMembers(JsonObject members, ArrayBufferWriter<byte> output)
    {
        output.Write("{"u8);
        var first = true;
        foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            if (!first) output.Write(","u8);
            first = false;
            WriteString(name, output);
            output.Write(":"u8);
            Write(value, output);
        }

        output.Write("}"u8);
    }

    private static void WriteValue(JsonNode node, ArrayBufferWriter<byte> output)
    {
        switch (node.GetValueKind())
        {
            case JsonValueKind.True:
                output.Write("true"u8);
                break;
            case JsonValueKind.False:
                output.Write("false"u8);
                break;
            case JsonValueKind.String:
                WriteString(node.GetValue<string>(), output);
                break;
            default:
                if (Integer(node).TryFormat(output.GetSpan(20), out var digits, provider: CultureInfo.InvariantCulture)) output.Advance(digits);
                break;
        }
    }

    private static long Integer(JsonNode node) =>
        (node.AsValue().TryGetValue(out long value) || long.TryParse(node.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)) && value is >= -Largest and <= Largest
            ? value
            : throw new CanonicalJsonException("a number is no integer within ±(2^53−1)");

    private static void WriteString(string text, ArrayBufferWriter<byte> output)
    {
        output.Write("\""u8);
        var rest = text.AsSpan();
        while (rest.IndexOfAny(Escaped) is >= 0 and var plain)
        {
            WritePlain(rest[..plain], output);
            output.Write(Encoding.ASCII.GetBytes(Escape(rest[plain])));
            rest = rest[(plain + 1)..];
        }

        WritePlain(rest, output);
        output.Write("\""u8);
    }

    private static void WritePlain(ReadOnlySpan<char> text, ArrayBufferWriter<byte> output)
    {
        try
        {
            Strict.GetBytes(text, output);
        }
        catch (EncoderFallbackException fault)
        {
            throw new CanonicalJsonException("a string holds a lone surrogate", fault);
        }
    }

    private static string Escape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
    };
}
