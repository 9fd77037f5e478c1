namespace Azukari.Age;

// A payload that is all in memory, sealed and opened chunk by chunk on the caller's thread.
internal static class WholePayload
{
    public static void Seal(ReadOnlySpan<byte> plaintext, Span<byte> payload, SecretBytes payloadKey)
    {
        using var cipher = new ChunkCipher(payloadKey.Span);
        for (var number = 0; !payload.IsEmpty; number++)
        {
            var length = Math.Min(plaintext.Length, ChunkCipher.PlainSize);
            var sealedChunk = payload[..(length + Aead.TagSize)];
            cipher.Seal(number, sealedChunk.Length == payload.Length, plaintext[..length], sealedChunk);
            plaintext = plaintext[length..];
            payload = payload[sealedChunk.Length..];
        }
    }

    // All of it or nothing; the array is pinned, so that the one who zeroes it zeroes the only copy.
    public static byte[] Open(ReadOnlySpan<byte> payload, SecretBytes payloadKey)
    {
        var size = PayloadSizes.Plaintext(payload.Length) ?? throw PayloadSizes.Broken("no payload has this size");
        var plaintext = GC.AllocateArray<byte>((int)size, pinned: true);
        using var cipher = new ChunkCipher(payloadKey.Span);
        var rest = plaintext.AsSpan();
        for (var number = 0; !payload.IsEmpty; number++)
        {
            var sealedChunk = payload[..Math.Min(payload.Length, ChunkCipher.SealedSize)];
            var length = sealedChunk.Length - Aead.TagSize;
            if (!cipher.TryOpen(number, sealedChunk.Length == payload.Length, sealedChunk, rest[..length]))
            {
                plaintext.AsSpan().Clear();
                throw PayloadSizes.Broken("it is cut, extended or altered");
            }

            rest = rest[length..];
            payload = payload[sealedChunk.Length..];
        }

        return plaintext;
    }
}
