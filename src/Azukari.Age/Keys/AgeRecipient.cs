using System.Text;

namespace Azukari.Age;

/// <summary>Whom an age file is for: the public half of an identity. A value, equal when kind and bytes are equal.</summary>
/// <remarks>The kinds are closed: <see cref="HybridRecipient"/>, <see cref="X25519Recipient"/>. Parsing proves that the key can be
/// wrapped to, so an instance always works.</remarks>
public abstract class AgeRecipient : IEquatable<AgeRecipient>
{
    private readonly byte[] raw;

    private protected AgeRecipient(byte[] raw) => this.raw = raw;

    /// <summary>The public key itself: 1,216 bytes (ML-KEM-768 then X25519) or 32.</summary>
    public ReadOnlyMemory<byte> Raw => raw;

    /// <summary>Whether files for it withstand a quantum computer. Recipients that differ in this are never mixed in one file.</summary>
    public abstract bool PostQuantum { get; }

    internal abstract int StanzaSize { get; }

    private protected abstract ReadOnlySpan<byte> TextPrefix { get; }

    /// <summary>Reads the one spelling of either kind of recipient.</summary>
    /// <exception cref="FormatException">It is neither, or its key is degenerate.</exception>
    public static AgeRecipient Parse(ReadOnlySpan<byte> bech32) =>
        Bech32.IsOf(HybridRecipient.Prefix, bech32) ? HybridRecipient.Parse(bech32) : X25519Recipient.Parse(bech32);

    internal abstract Stanza Wrap(ReadOnlySpan<byte> fileKey);

    /// <summary>The one spelling: 1,959 characters from <c>age1pq1</c> or 62 from <c>age1</c>.</summary>
    public override string ToString()
    {
        var text = new byte[Bech32.EncodedLength(TextPrefix.Length, raw.Length)];
        Bech32.Encode(TextPrefix, raw, text);
        return Encoding.ASCII.GetString(text);
    }

    /// <inheritdoc/>
    public bool Equals(AgeRecipient? other) => other is not null && raw.AsSpan().SequenceEqual(other.raw);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AgeRecipient);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(raw, 0);

    private protected static FormatException Refusal() => new("not an age recipient of the kind asked for, mistyped, or degenerate");
}
