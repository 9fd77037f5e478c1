using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Azukari.Age;

// Some chunks that are worked on together, in place, by one thread at a time. Chunks lie at the stride of sealed ones.
[SuppressMessage("Design", "CA1001", Justification = "Rented and returned; its ring owns it and wipes it.")]
internal sealed class ChunkBatch(ReadOnlySpan<byte> payloadKey, int chunks)
{
    // For another thread half a MiB: a quarter of a millisecond of work is worth the handing over. On the caller's own, what stays in a core's cache.
    public const int Elsewhere = 8;
    public const int Here = 2;

    private readonly ChunkCipher cipher = new(payloadKey);
    private readonly byte[] bytes = GC.AllocateUninitializedArray<byte>((chunks * ChunkCipher.SealedSize) + 1, pinned: true);
    private int count;
    private int inLast;
    private int done; // chunks that are sealed already
    private int taken;

    // The work in flight on this batch; whoever takes the batch back waits for it.
    public Task Work { get; private set; } = Task.CompletedTask;

    public bool Broken { get; private set; }

    public int Chunks => chunks;

    // Bytes of sealed chunks; there is room for one more, which shows whether anything follows.
    public int Capacity => chunks * ChunkCipher.SealedSize;

    public bool IsFull => count == chunks && inLast == ChunkCipher.PlainSize;

    public ReadOnlyMemory<byte> Sealed => bytes.AsMemory(0, ((count - 1) * ChunkCipher.SealedSize) + inLast + Aead.TagSize);

    public Memory<byte> Room => bytes;

    public void Clear() => (count, inLast, done, taken, Broken) = (1, 0, 0, 0, false);

    public int Append(ReadOnlySpan<byte> plaintext)
    {
        if (inLast == ChunkCipher.PlainSize)
        {
            count++;
            inLast = 0;
        }

        var length = Math.Min(plaintext.Length, ChunkCipher.PlainSize - inLast);
        plaintext[..length].CopyTo(bytes.AsSpan(((count - 1) * ChunkCipher.SealedSize) + inLast));
        inLast += length;
        return length;
    }

    // The same where nobody else will do the work. A chunk after which more comes is not the last: it is sealed at once, while it is
    // in the cache, and when the caller has all of it, without being copied first.
    public int AppendSealing(long first, ReadOnlySpan<byte> plaintext)
    {
        var full = inLast == ChunkCipher.PlainSize;
        if (full)
        {
            Seal(first, last: false);
        }

        if ((inLast > 0 && !full) || plaintext.Length <= ChunkCipher.PlainSize)
        {
            return Append(plaintext);
        }

        count += full ? 1 : 0;
        inLast = ChunkCipher.PlainSize;
        var start = (count - 1) * ChunkCipher.SealedSize;
        cipher.Seal(first + count - 1, last: false, plaintext[..inLast], bytes.AsSpan(start, ChunkCipher.SealedSize));
        done = count;
        return inLast;
    }

    public void Start(bool elsewhere, Action work)
    {
        if (elsewhere)
        {
            Work = Task.Run(work);
            return;
        }

        work();
        Work = Task.CompletedTask;
    }

    public void Seal(long first, bool last)
    {
        for (var i = done; i < count; i++)
        {
            var final = i == count - 1;
            var length = final ? inLast : ChunkCipher.PlainSize;
            var start = i * ChunkCipher.SealedSize;
            cipher.Seal(first + i, last && final, bytes.AsSpan(start, length), bytes.AsSpan(start, length + Aead.TagSize));
        }

        done = count;
    }

    // Opens what Room was filled with, up to the first chunk that is not what it should be.
    public void Open(long first, int length, bool last)
    {
        count = inLast = taken = 0;
        var total = last ? Math.Max(1, ((length - 1) / ChunkCipher.SealedSize) + 1) : chunks;
        for (var i = 0; i < total && !Broken; i++)
        {
            var start = i * ChunkCipher.SealedSize;
            var chunk = bytes.AsSpan(start, Math.Min(ChunkCipher.SealedSize, length - start));
            Broken = !cipher.TryOpen(first + i, last && i == total - 1, chunk, chunk[..Math.Max(0, chunk.Length - Aead.TagSize)]);
            if (!Broken)
            {
                count++;
                inLast = chunk.Length - Aead.TagSize;
            }
        }
    }

    // Hands out opened plaintext, at most the rest of one chunk; zero when all is taken.
    public int Take(Span<byte> destination)
    {
        var plaintext = count == 0 ? 0 : ((count - 1) * ChunkCipher.PlainSize) + inLast;
        var chunk = Math.DivRem(taken, ChunkCipher.PlainSize, out var offset);
        var length = Math.Min(destination.Length, Math.Min(plaintext - taken, ChunkCipher.PlainSize - offset));
        bytes.AsSpan((chunk * ChunkCipher.SealedSize) + offset, length).CopyTo(destination);
        taken += length;
        return length;
    }

    // Only the ring that made it calls this, once, at its own end.
    public void Wipe()
    {
        Work.Wait();
        CryptographicOperations.ZeroMemory(bytes);
        cipher.Dispose();
    }
}
