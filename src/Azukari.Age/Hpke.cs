using System.Security.Cryptography;
using Geralt;

namespace Azukari.Age;

/// <summary>HPKE (RFC 9180) in base mode with X-Wing, HKDF-SHA256 and ChaCha20-Poly1305, for one message: the file key.</summary>
internal static class Hpke
{
    internal const int EncapsulationSize = XWing.CiphertextSize, SealedSize = 32;

    private static readonly byte[] Info = "age-encryption.org/mlkem768x25519"u8.ToArray();
    private static readonly byte[] Suite = [.. "HPKE"u8, 0x64, 0x7a, 0x00, 0x01, 0x00, 0x03];

    internal static (byte[] Encapsulation, byte[] Sealed) Seal(HybridRecipient recipient, ReadOnlySpan<byte> fileKey)
    {
        Span<byte> shared = stackalloc byte[XWing.SharedSecretSize];
        var (encapsulation, sealedKey) = (new byte[EncapsulationSize], new byte[SealedSize]);
        XWing.Encapsulate(shared, encapsulation, recipient.Raw.Span);

        var (key, nonce) = Schedule(shared);
        using var cipher = new System.Security.Cryptography.ChaCha20Poly1305(key);
        cipher.Encrypt(nonce, fileKey, sealedKey.AsSpan(..16), sealedKey.AsSpan(16..));

        Zero(shared, key);
        return (encapsulation, sealedKey);
    }

    /// <summary>The file key, or null when this identity does not open it.</summary>
    internal static byte[]? Open(HybridIdentity identity, ReadOnlySpan<byte> encapsulation, ReadOnlySpan<byte> sealedKey)
    {
        Span<byte> shared = stackalloc byte[XWing.SharedSecretSize];
        XWing.Decapsulate(shared, encapsulation, identity.Seed);

        var (key, nonce) = Schedule(shared);
        using var cipher = new System.Security.Cryptography.ChaCha20Poly1305(key);
        var fileKey = GC.AllocateUninitializedArray<byte>(16, pinned: true);
        try
        {
            cipher.Decrypt(nonce, sealedKey[..16], sealedKey[16..], fileKey);
            return fileKey;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null; // Another identity's stanza: not an error, the next one is tried.
        }
        finally
        {
            Zero(shared, key);
        }
    }

    private static (byte[] Key, byte[] Nonce) Schedule(ReadOnlySpan<byte> shared)
    {
        byte[] context = [0, .. Extract([], "psk_id_hash"u8, []), .. Extract([], "info_hash"u8, Info)];
        var secret = Extract(shared, "secret"u8, []);
        try
        {
            return (Expand(secret, "key"u8, context, 32), Expand(secret, "base_nonce"u8, context, 12));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private static byte[] Extract(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> label, ReadOnlySpan<byte> material)
    {
        var extracted = GC.AllocateUninitializedArray<byte>(32, pinned: true);
        byte[] labelled = [.. "HPKE-v1"u8, .. Suite, .. label, .. material];
        HKDF.Extract(HashAlgorithmName.SHA256, labelled, salt, extracted);
        return extracted;
    }

    private static byte[] Expand(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> label, ReadOnlySpan<byte> context, int size)
    {
        var expanded = GC.AllocateUninitializedArray<byte>(size, pinned: true);
        byte[] info = [0, (byte)size, .. "HPKE-v1"u8, .. Suite, .. label, .. context];
        HKDF.Expand(HashAlgorithmName.SHA256, secret, expanded, info);
        return expanded;
    }

    private static void Zero(Span<byte> shared, byte[] key)
    {
        CryptographicOperations.ZeroMemory(shared);
        CryptographicOperations.ZeroMemory(key);
    }
}
