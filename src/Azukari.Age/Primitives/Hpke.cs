using System.Security.Cryptography;

namespace Azukari.Age;

// HPKE (RFC 9180), base mode, for the one suite age uses: MLKEM768-X25519, HKDF-SHA256, ChaCha20-Poly1305; one message per context.
internal static class Hpke
{
    private const int HashSize = 32;

    private static ReadOnlySpan<byte> Version => "HPKE-v1"u8;

    private static ReadOnlySpan<byte> Suite => "HPKE\x64\x7a\0\x01\0\x03"u8;

    public static void Schedule(ReadOnlySpan<byte> sharedSecret, ReadOnlySpan<byte> info, Span<byte> key, Span<byte> nonce)
    {
        Span<byte> context = stackalloc byte[1 + (2 * HashSize)];
        Span<byte> secret = stackalloc byte[HashSize];
        try
        {
            context[0] = 0; // base mode
            Extract([], "psk_id_hash"u8, [], context[1..(1 + HashSize)]);
            Extract([], "info_hash"u8, info, context[(1 + HashSize)..]);
            Extract(sharedSecret, "secret"u8, [], secret);
            Expand(secret, "key"u8, context, key);
            Expand(secret, "base_nonce"u8, context, nonce);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private static void Extract(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> label, ReadOnlySpan<byte> material, Span<byte> output) =>
        HKDF.Extract(HashAlgorithmName.SHA256, [.. Version, .. Suite, .. label, .. material], salt, output);

    private static void Expand(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> label, ReadOnlySpan<byte> info, Span<byte> output) =>
        HKDF.Expand(HashAlgorithmName.SHA256, secret, output, [0, (byte)output.Length, .. Version, .. Suite, .. label, .. info]);
}
