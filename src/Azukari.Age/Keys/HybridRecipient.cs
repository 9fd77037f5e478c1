using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Geralt;

namespace Azukari.Age;

/// <summary>A post-quantum hybrid recipient, <c>age1pq1…</c>: an ML-KEM-768 and an X25519 public key.</summary>
public sealed class HybridRecipient : AgeRecipient
{
    internal HybridRecipient(byte[] raw)
        : base(raw)
    {
    }

    /// <inheritdoc/>
    public override bool PostQuantum => true;

    internal override int StanzaSize => 1557;

    internal static ReadOnlySpan<byte> Prefix => "age1pq"u8;

    internal static ReadOnlySpan<byte> StanzaType => "mlkem768x25519"u8;

    internal static ReadOnlySpan<byte> Info => "age-encryption.org/mlkem768x25519"u8;

    private protected override ReadOnlySpan<byte> TextPrefix => Prefix;

    /// <summary>Reads the one spelling, lower case and 1,959 bytes.</summary>
    /// <exception cref="FormatException">It is anything else, or its key is degenerate.</exception>
    public static new HybridRecipient Parse(ReadOnlySpan<byte> bech32) => TryParse(bech32, out var recipient) ? recipient : throw Refusal();

    /// <summary>The same for text that is expected to be wrong at times.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bech32, [NotNullWhen(true)] out HybridRecipient? recipient)
    {
        var raw = new byte[XWing.PublicKeySize];
        recipient = Bech32.TryDecode(bech32, Prefix, raw) && CanBeWrappedTo(raw) ? new HybridRecipient(raw) : null;
        return recipient is not null;
    }

    /// <summary>Takes the raw 1,216 bytes.</summary>
    /// <exception cref="FormatException">Another size, or its key is degenerate.</exception>
    public static HybridRecipient FromRaw(ReadOnlySpan<byte> raw)
    {
        var copy = raw.ToArray();
        return copy.Length == XWing.PublicKeySize && CanBeWrappedTo(copy) ? new HybridRecipient(copy) : throw Refusal();
    }

    // Encapsulating checks the modulus and the order, once, at the door.
    private static bool CanBeWrappedTo(byte[] raw)
    {
        using var secret = new SecretBytes(XWing.SharedSecretSize);
        try
        {
            XWing.Encapsulate(secret.Span, new byte[XWing.CiphertextSize], raw);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    internal override Stanza Wrap(ReadOnlySpan<byte> fileKey)
    {
        var encapsulated = new byte[XWing.CiphertextSize];
        using var secret = new SecretBytes(XWing.SharedSecretSize);
        using var key = new SecretBytes(Aead.KeySize);
        Span<byte> nonce = stackalloc byte[Aead.NonceSize];
        XWing.Encapsulate(secret.Span, encapsulated, Raw.Span);
        Hpke.Schedule(secret.Span, Info, key.Span, nonce);
        return new Stanza([StanzaType.ToArray(), WrapKey.Base64(encapsulated)], WrapKey.Seal(key.Span, nonce, fileKey));
    }
}
