using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Azukari.Age;

// A payload between two open files. Both sizes are known, so every worker takes the next run of chunks, reads it, works on it and writes it
// at its own place, and nobody waits for anybody. Memory is one run for each worker, whatever the size of the file.
internal sealed class FilePipeline(SafeFileHandle source, SafeFileHandle destination, SecretBytes payloadKey, IProgress<long>? progress)
{
    private const int ChunksInRun = 8;

    private readonly Lock gate = new();
    private long next;
    private long done;
    private volatile bool stopped;

    // Plaintext from the source's start; the payload goes to its place in the destination.
    public Task SealAsync(long plaintext, long payloadStart, int threads, CancellationToken cancellation) =>
        RunAsync(plaintext, threads, (cipher, bytes, first, count) => Seal(cipher, bytes, first, count, plaintext, payloadStart), cancellation);

    // The payload from its place in the source; plaintext goes to the destination's start, authenticated chunks and nothing else.
    // What is one run is authenticated whole before it is written; of anything longer the end comes first.
    public Task OpenAsync(long plaintext, long payloadStart, int threads, CancellationToken cancellation)
    {
        var last = PayloadSizes.Chunks(plaintext) - 1;
        if (last >= ChunksInRun)
        {
            var end = GC.AllocateUninitializedArray<byte>(ChunkCipher.SealedSize, pinned: true);
            using var cipher = new ChunkCipher(payloadKey.Span);
            Open(cipher, end, last, 1, plaintext, payloadStart);
            CryptographicOperations.ZeroMemory(end);
        }

        return RunAsync(plaintext, threads, Opened, cancellation);

        int Opened(ChunkCipher cipher, byte[] bytes, long first, int count)
        {
            var filled = Open(cipher, bytes, first, count, plaintext, payloadStart);
            RandomAccess.Write(destination, bytes.AsSpan(0, filled), first * ChunkCipher.PlainSize);
            return filled;
        }
    }

    private int Seal(ChunkCipher cipher, byte[] bytes, long first, int count, long plaintext, long payloadStart)
    {
        var filled = 0;
        for (var number = first; number < first + count; number++)
        {
            var part = bytes.AsSpan(filled, PlainSizeOf(number, plaintext));
            ReadExactly(part, number * ChunkCipher.PlainSize);
            cipher.Seal(number, IsLast(number, plaintext), part, bytes.AsSpan(filled, part.Length + Aead.TagSize));
            filled += part.Length + Aead.TagSize;
        }

        RandomAccess.Write(destination, bytes.AsSpan(0, filled), payloadStart + (first * ChunkCipher.SealedSize));
        return filled - (count * Aead.TagSize);
    }

    private int Open(ChunkCipher cipher, byte[] bytes, long first, int count, long plaintext, long payloadStart)
    {
        var filled = 0;
        for (var number = first; number < first + count; number++)
        {
            // The next chunk is read over this one's tag, so what is left is plaintext without gaps.
            var part = bytes.AsSpan(filled, PlainSizeOf(number, plaintext) + Aead.TagSize);
            ReadExactly(part, payloadStart + (number * ChunkCipher.SealedSize));
            if (!cipher.TryOpen(number, IsLast(number, plaintext), part, part[..^Aead.TagSize]))
            {
                throw PayloadSizes.Broken("it is cut, extended or altered");
            }

            filled += part.Length - Aead.TagSize;
        }

        return filled;
    }

    private delegate int Run(ChunkCipher cipher, byte[] bytes, long first, int count);

    private async Task RunAsync(long plaintext, int threads, Run run, CancellationToken cancellation)
    {
        var chunks = PayloadSizes.Chunks(plaintext);
        if (chunks <= ChunksInRun)
        {
            Work(chunks, run, cancellation); // shorter than a change of threads is worth
            return;
        }

        var workers = (int)Math.Min(threads, ((chunks - 1) / ChunksInRun) + 1);
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() => Work(chunks, run, cancellation), CancellationToken.None)));
    }

    // The first failure stops everybody, and is the only one that comes out.
    private void Work(long chunks, Run run, CancellationToken cancellation)
    {
        // Rented, or ten thousand small files would make ten thousand arrays; wiped before it goes back.
        var bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(chunks, ChunksInRun) * ChunkCipher.SealedSize);
        using var cipher = new ChunkCipher(payloadKey.Span);
        try
        {
            for (var first = Next(); first < chunks && !stopped; first = Next())
            {
                cancellation.ThrowIfCancellationRequested();
                Tell(run(cipher, bytes, first, (int)Math.Min(ChunksInRun, chunks - first)));
            }
        }
        catch
        {
            stopped = true;
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private long Next() => Interlocked.Add(ref next, ChunksInRun) - ChunksInRun;

    private void Tell(int more)
    {
        lock (gate)
        {
            done += more;
            progress?.Report(done);
        }
    }

    private void ReadExactly(Span<byte> buffer, long offset)
    {
        while (!buffer.IsEmpty)
        {
            var read = RandomAccess.Read(source, buffer, offset);
            if (read == 0)
            {
                throw new IOException("the source became shorter while it was read");
            }

            buffer = buffer[read..];
            offset += read;
        }
    }

    private static bool IsLast(long number, long plaintext) => number == PayloadSizes.Chunks(plaintext) - 1;

    private static int PlainSizeOf(long number, long plaintext) => (int)Math.Min(ChunkCipher.PlainSize, plaintext - (number * ChunkCipher.PlainSize));
}
