using System.Security.Cryptography;

namespace Azukari.Age;

// A header that obeys the grammar, together with the very bytes it was read from: the MAC is over those, never over a re-serialised copy.
internal sealed class HeaderBlock(byte[] raw, IReadOnlyList<Stanza> stanzas, byte[] mac)
{
    // "--- ", 43 characters and LF follow the authenticated part, whose last three bytes are the dashes.
    private const int FooterAfterDashes = 1 + 43 + 1;

    public const int NonceSize = 16;
    public const int FileKeySize = 16;

    public byte[] Raw => raw;

    public IReadOnlyList<Stanza> Stanzas => stanzas;

    public void Authenticate(ReadOnlySpan<byte> fileKey)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Mac(fileKey, raw.AsSpan(0, raw.Length - FooterAfterDashes), expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, mac))
        {
            throw new AgeException(AgeFault.HmacFailure, "the header is not the one that was written with this file key");
        }
    }

    public static void Mac(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> authenticated, Span<byte> mac)
    {
        Span<byte> key = stackalloc byte[32];
        try
        {
            HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, key, [], "header"u8);
            HMACSHA256.HashData(key, authenticated, mac);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public static void PayloadKey(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> nonce, Span<byte> key) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, key, nonce, "payload"u8);
}
