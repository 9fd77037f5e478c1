namespace Azukari.Age;

// A payload that is all in memory, sealed and opened where it lies: nothing is copied on the way.
internal static class WholePayload
{
    // Half a MiB of work is worth another thread.
    private const int ChunksInRun = 8;

    private delegate void Run(ChunkCipher cipher, int first, int end);

    public static void Seal(ReadOnlySpan<byte> plaintext, Span<byte> payload, SecretBytes payloadKey)
    {
        using var cipher = new ChunkCipher(payloadKey.Span);
        SealRun(cipher, 0, ChunksOf(plaintext.Length), plaintext, payload);
    }

    public static void Seal(ReadOnlyMemory<byte> plaintext, Memory<byte> payload, SecretBytes payloadKey, int threads) =>
        InRuns(ChunksOf(plaintext.Length), payloadKey, threads, (cipher, first, end) => SealRun(cipher, first, end, plaintext.Span, payload.Span));

    // All of it or nothing; the array is pinned, so that the one who zeroes it zeroes the only copy.
    public static byte[] Open(ReadOnlySpan<byte> payload, SecretBytes payloadKey)
    {
        var plaintext = GC.AllocateArray<byte>(PlainSizeOf(payload.Length), pinned: true);
        using var cipher = new ChunkCipher(payloadKey.Span);
        return OpenRun(cipher, 0, ChunksOf(plaintext.Length), payload, plaintext) ? plaintext : throw Broken(plaintext);
    }

    public static void Open(ReadOnlyMemory<byte> payload, Memory<byte> plaintext, SecretBytes payloadKey, int threads)
    {
        var broken = false;
        InRuns(ChunksOf(plaintext.Length), payloadKey, threads, (cipher, first, end) =>
        {
            if (!Volatile.Read(ref broken) && !OpenRun(cipher, first, end, payload.Span, plaintext.Span)) Volatile.Write(ref broken, true);
        });
        if (broken) throw Broken(plaintext.Span);
    }

    public static int PlainSizeOf(int payload) => (int?)PayloadSizes.Plaintext(payload) ?? throw PayloadSizes.Broken("no payload has this size");

    private static void InRuns(int chunks, SecretBytes payloadKey, int threads, Run run)
    {
        if (threads == 1 || chunks <= ChunksInRun)
        {
            using var cipher = new ChunkCipher(payloadKey.Span);
            run(cipher, 0, chunks);
            return;
        }

        Parallel.For(
            0,
            ((chunks - 1) / ChunksInRun) + 1,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new ChunkCipher(payloadKey.Span),
            (number, _, cipher) =>
            {
                run(cipher, number * ChunksInRun, Math.Min(chunks, (number + 1) * ChunksInRun));
                return cipher;
            },
            cipher => cipher.Dispose());
    }

    private static void SealRun(ChunkCipher cipher, int first, int end, ReadOnlySpan<byte> plaintext, Span<byte> payload)
    {
        for (var number = first; number < end; number++)
        {
            var part = Part(plaintext, number, ChunkCipher.PlainSize);
            cipher.Seal(number, IsLast(number, plaintext.Length), part, payload.Slice(number * ChunkCipher.SealedSize, part.Length + Aead.TagSize));
        }
    }

    private static bool OpenRun(ChunkCipher cipher, int first, int end, ReadOnlySpan<byte> payload, Span<byte> plaintext)
    {
        for (var number = first; number < end; number++)
        {
            var part = Part(payload, number, ChunkCipher.SealedSize);
            if (!cipher.TryOpen(number, IsLast(number, plaintext.Length), part, plaintext.Slice(number * ChunkCipher.PlainSize, part.Length - Aead.TagSize))) return false;
        }

        return true;
    }

    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> whole, int number, int stride) => whole.Slice(number * stride, Math.Min(stride, whole.Length - (number * stride)));

    private static int ChunksOf(int plaintext) => (int)PayloadSizes.Chunks(plaintext);

    private static bool IsLast(int number, int plaintext) => number == ChunksOf(plaintext) - 1;

    private static AgeException Broken(Span<byte> plaintext)
    {
        plaintext.Clear();
        return PayloadSizes.Broken("it is cut, extended or altered");
    }
}
