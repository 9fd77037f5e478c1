using System.Buffers.Binary;

namespace Azukari.Age;

// The STREAM construction: chunks of 64 KiB, each sealed under its number and under whether it is the last.
internal sealed class ChunkCipher(ReadOnlySpan<byte> payloadKey) : IDisposable
{
    public const int PlainSize = 64 * 1024;
    public const int SealedSize = PlainSize + Aead.TagSize;

    private readonly Aead aead = new(payloadKey);

    public void Seal(long number, bool last, ReadOnlySpan<byte> plaintext, Span<byte> sealedChunk)
    {
        Span<byte> nonce = stackalloc byte[Aead.NonceSize];
        WriteNonce(nonce, number, last);
        aead.Seal(nonce, plaintext, sealedChunk);
    }

    // A last chunk may be empty only when it is the first: otherwise one plaintext would have two spellings.
    public bool TryOpen(long number, bool last, ReadOnlySpan<byte> sealedChunk, Span<byte> plaintext)
    {
        var least = number == 0 ? Aead.TagSize : Aead.TagSize + 1;
        if (sealedChunk.Length < (last ? least : SealedSize))
        {
            return false;
        }

        Span<byte> nonce = stackalloc byte[Aead.NonceSize];
        WriteNonce(nonce, number, last);
        return aead.TryOpen(nonce, sealedChunk, plaintext);
    }

    public void Dispose() => aead.Dispose();

    // Eleven bytes of counter, of which 63 bits are ours (half a yottabyte), then the mark of the last chunk.
    private static void WriteNonce(Span<byte> nonce, long number, bool last)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[3..], number);
        nonce[^1] = last ? (byte)1 : (byte)0;
    }
}
