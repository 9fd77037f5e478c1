using System.Security.Cryptography;
using Geralt;

namespace Azukari.Age;

/// <summary>A post-quantum hybrid identity: the 32-byte seed of an ML-KEM-768 and an X25519 key pair (X-Wing).</summary>
public sealed class HybridIdentity : AgeIdentity
{
    /// <summary>Bytes of the text form, <c>AGE-SECRET-KEY-PQ-1…</c>.</summary>
    public const int EncodedSize = 77;

    private HybridIdentity(SecretBytes seed)
        : base(seed)
    {
        var raw = new byte[XWing.PublicKeySize];
        using var copy = new SecretBytes(XWing.PrivateKeySize);
        XWing.GenerateKeyPair(raw, copy.Span, seed.Span);
        Recipient = new HybridRecipient(raw);
    }

    /// <summary>The public half, which may be known to anybody.</summary>
    public HybridRecipient Recipient { get; }

    internal static ReadOnlySpan<byte> Prefix => "AGE-SECRET-KEY-PQ-"u8;

    /// <summary>A fresh identity from the system's random source.</summary>
    public static HybridIdentity Generate()
    {
        var seed = new SecretBytes(XWing.SeedSize);
        RandomNumberGenerator.Fill(seed.Span);
        return new HybridIdentity(seed);
    }

    /// <summary>Reads the one spelling, upper case and 77 bytes. The caller zeroes the text.</summary>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static new HybridIdentity Parse(ReadOnlySpan<byte> bech32) => new(Read(bech32, Prefix, XWing.SeedSize));

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
        if (!stanza.Is(HybridRecipient.StanzaType))
        {
            return false;
        }

        var encapsulated = WrapKey.ShareOf(stanza, XWing.CiphertextSize);
        using var keys = new SecretBytes(XWing.SharedSecretSize + Aead.KeySize);
        var secret = keys.Span[..XWing.SharedSecretSize];
        var key = keys.Span[XWing.SharedSecretSize..];
        Span<byte> nonce = stackalloc byte[Aead.NonceSize];
        try
        {
            XWing.Decapsulate(secret, encapsulated, Secret.Span);
        }
        catch (CryptographicException)
        {
            throw HeaderParser.Broken("the X25519 half of a share is a point of low order");
        }

        Hpke.Schedule(secret, HybridRecipient.Info, key, nonce);
        return WrapKey.TryOpen(key, nonce, stanza.Body, fileKey);
    }
}
