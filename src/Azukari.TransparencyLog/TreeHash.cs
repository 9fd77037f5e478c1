using System.Buffers.Binary;
using System.Text;

namespace Azukari.TransparencyLog;

/// <summary>A SHA-256 value: the hash of a leaf, of an inner node, or of a whole tree.</summary>
/// <remarks>
/// Equal when all 32 bytes are. The default is 32 zero bytes, which is the hash of nothing anybody knows.
/// Hashes are public: comparison is not constant in time.
/// </remarks>
public readonly record struct TreeHash
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 32;

    private readonly UInt128 high;
    private readonly UInt128 low;

    /// <summary>Takes exactly 32 bytes; anything else is a bug of the caller.</summary>
    public TreeHash(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Length, nameof(bytes));
        high = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        low = BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>Reads 64 lower case hexadecimal digits, and nothing else.</summary>
    /// <exception cref="LogException"><see cref="LogFault.Hash"/>.</exception>
    public static TreeHash ParseHex(string text) =>
        text.Length == 2 * Length && text.All(char.IsAsciiHexDigitLower) ? new(Convert.FromHexString(text)) : throw Malformed();

    /// <summary>Reads 44 characters of canonical base64, and nothing else.</summary>
    /// <exception cref="LogException"><see cref="LogFault.Hash"/>.</exception>
    public static TreeHash ParseBase64(string text) =>
        TryParseBase64(Encoding.UTF8.GetBytes(text), out TreeHash hash) ? hash : throw Malformed();

    /// <summary>Writes the 32 bytes to the start of the destination.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt128BigEndian(destination, high);
        BinaryPrimitives.WriteUInt128BigEndian(destination[16..], low);
    }

    /// <summary>The 32 bytes, in an array of their own.</summary>
    public byte[] ToArray()
    {
        byte[] bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>64 lower case hexadecimal digits.</summary>
    public string ToHex() => Convert.ToHexStringLower(ToArray());

    /// <summary>44 characters of base64, as in checkpoints and proofs.</summary>
    public string ToBase64() => Convert.ToBase64String(ToArray());

    /// <summary>The hexadecimal form.</summary>
    public override string ToString() => ToHex();

    internal static bool TryParseBase64(ReadOnlySpan<byte> text, out TreeHash hash)
    {
        bool read = Wire.TryBase64(text, out byte[]? bytes) && bytes.Length == Length;
        hash = read ? new(bytes) : default;
        return read;
    }

    private static LogException Malformed() => new(LogFault.Hash, "not a SHA-256 hash in its one spelling");
}
