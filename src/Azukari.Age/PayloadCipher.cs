using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Azukari.Age;

/// <summary>STREAM: chunks of 64 KiB, each sealed under the payload key with its number and whether it is the last.</summary>
internal sealed class PayloadCipher : IDisposable
{
    internal const int Chunk = 65_536, Tag = 16, SealedChunk = Chunk + Tag, NonceSize = 16;
    private readonly ChaCha20Poly1305 cipher;

    internal PayloadCipher(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> nonce)
    {
        Span<byte> key = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, key, nonce, "payload"u8);
        cipher = new(key);
        CryptographicOperations.ZeroMemory(key);
    }

    internal void Seal(ulong number, bool last, ReadOnlySpan<byte> plain, Span<byte> output)
    {
        Span<byte> nonce = stackalloc byte[12];
        Number(nonce, number, last);
        cipher.Encrypt(nonce, plain, output[..plain.Length], output.Slice(plain.Length, Tag));
    }

    internal void Open(ulong number, bool last, ReadOnlySpan<byte> sealedChunk, Span<byte> output)
    {
        Span<byte> nonce = stackalloc byte[12];
        Number(nonce, number, last);
        try
        {
            cipher.Decrypt(nonce, sealedChunk[..^Tag], sealedChunk[^Tag..], output);
        }
        catch (AuthenticationTagMismatchException fault)
        {
            throw new AgeException(AgeFault.PayloadFailure, $"chunk {number} is altered, cut or out of place", fault);
        }
    }

    public void Dispose() => cipher.Dispose();

    private static void Number(Span<byte> nonce, ulong number, bool last)
    {
        nonce.Clear();
        BinaryPrimitives.WriteUInt64BigEndian(nonce[3..], number);
        nonce[11] = last ? (byte)1 : (byte)0;
    }
}
