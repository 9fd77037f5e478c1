using System.Security.Cryptography;
using Sodium = Geralt.ChaCha20Poly1305;

namespace Azukari.Age;

// ChaCha20-Poly1305 without associated data, sealed bytes being ciphertext then tag. The platform's is three times as fast as
// libsodium's, but older Windows has none. Not safe for two threads at once. Source and target may be the same memory or disjoint.
internal sealed class Aead : IDisposable
{
    public const int KeySize = 32;
    public const int NonceSize = 12;
    public const int TagSize = 16;

    // A process can be told to do without the platform's, to prove on any machine what older Windows gets.
    internal static readonly bool OnPlatform =
        ChaCha20Poly1305.IsSupported && !(AppContext.TryGetSwitch("Azukari.Age.UseLibsodium", out var libsodium) && libsodium);

    private readonly ChaCha20Poly1305? platform;
    private readonly SecretBytes? key;

    public Aead(ReadOnlySpan<byte> key)
        : this(key, OnPlatform)
    {
    }

    internal Aead(ReadOnlySpan<byte> key, bool onPlatform)
    {
        platform = onPlatform ? new ChaCha20Poly1305(key) : null;
        this.key = onPlatform ? null : new SecretBytes(key);
    }

    public void Seal(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plaintext, Span<byte> sealedBytes)
    {
        if (platform is not null)
        {
            platform.Encrypt(nonce, plaintext, sealedBytes[..plaintext.Length], sealedBytes[plaintext.Length..]);
        }
        else
        {
            Sodium.Encrypt(sealedBytes, plaintext, nonce, key!.Span);
        }
    }

    // On false the plaintext is zeroed or untouched, and with it whatever shared its memory.
    public bool TryOpen(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> sealedBytes, Span<byte> plaintext)
    {
        try
        {
            if (platform is not null)
            {
                platform.Decrypt(nonce, sealedBytes[..^TagSize], sealedBytes[^TagSize..], plaintext);
            }
            else
            {
                Sodium.Decrypt(plaintext, sealedBytes, nonce, key!.Span);
            }

            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        platform?.Dispose();
        key?.Dispose();
    }
}
