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
    public static new HybridRecipient Parse(ReadOnlySpan<byte> bech32) => FromRaw(Read(bech32, Prefix, XWing.PublicKeySize));

    /// <summary>Takes the raw 1,216 bytes.</summary>
    /// <exception cref="FormatException">Another size, or its key is degenerate.</exception>
    public static HybridRecipient FromRaw(ReadOnlySpan<byte> raw)
    {
        if (raw.Length != XWing.PublicKeySize) throw new FormatException($"a hybrid recipient has {XWing.PublicKeySize} bytes");

        using var secret = new SecretBytes(XWing.SharedSecretSize);
        try
        {
            // Encapsulating checks the modulus and the order, once, at the door.
            XWing.Encapsulate(secret.Span, new byte[XWing.CiphertextSize], raw);
        }
        catch (CryptographicException fault)
        {
            throw Degenerate(fault);
        }

        return new HybridRecipient(raw.ToArray());
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
