using System.Security.Cryptography;
using Geralt;

namespace Azukari.Age;

/// <summary>A classic recipient, <c>age1…</c>: one X25519 public key.</summary>
public sealed class X25519Recipient : AgeRecipient
{
    internal X25519Recipient(byte[] raw)
        : base(raw)
    {
    }

    /// <inheritdoc/>
    public override bool PostQuantum => false;

    internal override int StanzaSize => 98;

    internal static ReadOnlySpan<byte> StanzaType => "X25519"u8;

    private static ReadOnlySpan<byte> Prefix => "age"u8;

    private protected override ReadOnlySpan<byte> TextPrefix => Prefix;

    /// <summary>Reads the one spelling, lower case and 62 bytes.</summary>
    /// <exception cref="FormatException">It is anything else, or its key is degenerate.</exception>
    public static new X25519Recipient Parse(ReadOnlySpan<byte> bech32)
    {
        var raw = new byte[X25519.PublicKeySize];
        return Bech32.TryDecode(bech32, Prefix, raw) && CanBeWrappedTo(raw) ? new X25519Recipient(raw) : throw Refusal();
    }

    // Points of low order are refused once, at the door.
    private static bool CanBeWrappedTo(byte[] raw)
    {
        using var secret = new SecretBytes(X25519.SharedSecretSize);
        Span<byte> scalar = stackalloc byte[X25519.PrivateKeySize];
        scalar.Fill(1); // any will do: clamping makes it a multiple of eight
        try
        {
            X25519.ComputeSharedSecret(secret.Span, scalar, raw);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    internal override Stanza Wrap(ReadOnlySpan<byte> fileKey)
    {
        var share = new byte[X25519.PublicKeySize];
        using var ephemeral = new SecretBytes(X25519.PrivateKeySize);
        using var key = new SecretBytes(Aead.KeySize);
        X25519.GenerateKeyPair(share, ephemeral.Span);
        Agree(ephemeral.Span, Raw.Span, share, Raw.Span, key.Span);

        // The key is used once, so its nonce may be zero.
        return new Stanza([StanzaType.ToArray(), WrapKey.Base64(share)], WrapKey.Seal(key.Span, stackalloc byte[Aead.NonceSize], fileKey));
    }

    internal static void Agree(ReadOnlySpan<byte> mine, ReadOnlySpan<byte> theirs, ReadOnlySpan<byte> share, ReadOnlySpan<byte> recipient, Span<byte> key)
    {
        using var secret = new SecretBytes(X25519.SharedSecretSize);
        X25519.ComputeSharedSecret(secret.Span, mine, theirs);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.Span, key, [.. share, .. recipient], "age-encryption.org/v1/X25519"u8);
    }
}
