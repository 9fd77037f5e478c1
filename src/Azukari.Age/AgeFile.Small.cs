namespace Azukari.Age;

public static partial class AgeFile
{
    /// <summary>One age file in memory: for keys and envelopes, up to some hundred MiB. The caller zeroes the plaintext it holds.</summary>
    /// <exception cref="ArgumentException">As for <see cref="CreateWriter"/>.</exception>
    public static byte[] Encrypt(ReadOnlySpan<byte> plaintext, IReadOnlyList<AgeRecipient> recipients)
    {
        var (preamble, payloadKey) = Begin(recipients);
        using (payloadKey)
        {
            var file = new byte[preamble.Length + PayloadSizes.Sealed(plaintext.Length)];
            preamble.CopyTo(file, 0);
            SealInto(file.AsSpan(preamble.Length), plaintext, payloadKey);
            return file;
        }
    }

    /// <summary>The plaintext of one age file, all of it authenticated, in a new pinned array that the caller zeroes after use.</summary>
    /// <exception cref="AgeException">The file is refused; no plaintext comes out.</exception>
    public static byte[] Decrypt(ReadOnlySpan<byte> file, IReadOnlyList<AgeIdentity> identities)
    {
        var size = HeaderParser.FindEnd(file) ?? throw HeaderParser.Broken("it has no end");
        if (file.Length - size < HeaderBlock.NonceSize)
        {
            throw HeaderParser.Broken("the file ends before its payload begins");
        }

        var header = HeaderParser.Parse(file[..size].ToArray());
        using var payloadKey = FileKeys.PayloadKey(header, file.Slice(size, HeaderBlock.NonceSize), identities);
        return OpenAll(file[(size + HeaderBlock.NonceSize)..], payloadKey);
    }

    internal static void SealInto(Span<byte> payload, ReadOnlySpan<byte> plaintext, SecretBytes payloadKey)
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

    private static byte[] OpenAll(ReadOnlySpan<byte> payload, SecretBytes payloadKey)
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
