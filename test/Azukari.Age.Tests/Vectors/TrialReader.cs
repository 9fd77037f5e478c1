namespace Azukari.Age.Tests;

// How a reader works that cannot see the end coming: it tries each full chunk as one of the middle, then as the last, and releases
// whatever opens. The kit's digests are of what such a reader releases; ours may release a beginning of it and no more.
internal static class TrialReader
{
    public static byte[] Release(Vector vector)
    {
        var file = vector.Binary();
        var header = HeaderParser.Parse(file[..HeaderParser.FindEnd(file)!.Value]);
        var payload = file.AsSpan(header.Raw.Length + HeaderBlock.NonceSize);
        using var key = FileKeys.PayloadKey(vector.FileKey, file.AsSpan(header.Raw.Length, HeaderBlock.NonceSize));
        using var cipher = new ChunkCipher(key.Span);
        using var released = new MemoryStream();
        var plaintext = new byte[ChunkCipher.PlainSize];
        var ended = false;
        for (var number = 0; !payload.IsEmpty && !ended; number++)
        {
            var chunk = payload[..Math.Min(payload.Length, ChunkCipher.SealedSize)];
            var target = plaintext.AsSpan(0, Math.Max(0, chunk.Length - Aead.TagSize));
            var middle = cipher.TryOpen(number, last: false, chunk, target);
            ended = !middle;
            if (middle || cipher.TryOpen(number, last: true, chunk, target))
            {
                released.Write(target);
            }

            payload = payload[chunk.Length..];
        }

        return released.ToArray();
    }
}
