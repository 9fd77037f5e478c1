using System.Security.Cryptography;
using Geralt;

namespace Azukari.Age;

/// <summary>A classic identity: one X25519 scalar. Every age of the last years opens its files; a quantum computer would too.</summary>
public sealed class X25519Identity : AgeIdentity
{
    /// <summary>Bytes of the text form, <c>AGE-SECRET-KEY-1…</c>.</summary>
    public const int EncodedSize = 74;

    private X25519Identity(SecretBytes scalar)
        : base(scalar)
    {
        var raw = new byte[X25519.PublicKeySize];
        X25519.ComputePublicKey(raw, scalar.Span);
        Recipient = new X25519Recipient(raw);
    }

    /// <summary>The public half, which may be known to anybody.</summary>
    public X25519Recipient Recipient { get; }

    private static ReadOnlySpan<byte> Prefix => "AGE-SECRET-KEY-"u8;

    /// <summary>A fresh identity from the system's random source.</summary>
    public static X25519Identity Generate()
    {
        var scalar = new SecretBytes(X25519.PrivateKeySize);
        RandomNumberGenerator.Fill(scalar.Span);
        return new X25519Identity(scalar);
    }

    /// <summary>Reads the one spelling, upper case and 74 bytes. The caller zeroes the text.</summary>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static new X25519Identity Parse(ReadOnlySpan<byte> bech32) => new(Read(bech32, Prefix, X25519.PrivateKeySize));

    /// <summary>Writes the text form and returns <see cref="EncodedSize"/>. The caller zeroes the destination after use.</summary>
    public int WriteTo(Span<byte> destination) => Write(Prefix, destination);

    /// <summary>The text form in a new array that the caller zeroes after use.</summary>
    public byte[] EncodeUtf8()
    {
        var text = GC.AllocateArray<byte>(EncodedSize, pinned: true);
        Write(Prefix, text);
        return text;
    }

    internal override bool TryUnwrap(Stanza stanza, Span<byte> fileKey)
    {
        if (!stanza.Is(X25519Recipient.StanzaType))
        {
            return false;
        }

        var share = WrapKey.ShareOf(stanza, X25519.PublicKeySize);
        using var key = new SecretBytes(Aead.KeySize);
        try
        {
            X25519Recipient.Agree(Secret.Span, share, share, Recipient.Raw.Span, key.Span);
        }
        catch (CryptographicException)
        {
            throw HeaderParser.Broken("a share is a point of low order");
        }

        return WrapKey.TryOpen(key.Span, stackalloc byte[Aead.NonceSize], stanza.Body, fileKey);
    }
}
