using System.Diagnostics.CodeAnalysis;

namespace Azukari.Age;

// Plaintext in, age file out, in order. The batch at hand is held back until more comes, because the end of a file must be sealed as its end.
[SuppressMessage("Usage", "CA2213", Justification = "The destination is the caller's; the writer closes it if asked.")]
internal sealed class SealingPipeline : IDisposable
{
    private readonly Stream destination;
    private readonly BatchRing ring;
    private byte[]? preamble;
    private ChunkBatch current;
    private long nextChunk;

    public SealingPipeline(Stream destination, byte[] preamble, SecretBytes payloadKey, int threads)
    {
        this.destination = destination;
        this.preamble = preamble;
        ring = new BatchRing(payloadKey, threads);
        current = ring.TryRent()!;
    }

    public void Write(ReadOnlySpan<byte> plaintext)
    {
        while (!plaintext.IsEmpty)
        {
            if (current.IsFull)
            {
                Dispatch(last: false);
                while (TryRenew() is false)
                {
                    WriteOut(Finished());
                }
            }

            plaintext = plaintext[Append(plaintext)..];
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> plaintext, CancellationToken cancellation)
    {
        while (!plaintext.IsEmpty)
        {
            if (current.IsFull)
            {
                Dispatch(last: false);
                while (TryRenew() is false)
                {
                    await WriteOutAsync(await FinishedAsync(), cancellation);
                }
            }

            plaintext = plaintext[Append(plaintext.Span)..];
        }
    }

    public void Finish()
    {
        Dispatch(last: true);
        while (ring.HasBusy)
        {
            WriteOut(Finished());
        }

        destination.Flush();
    }

    public async ValueTask FinishAsync()
    {
        Dispatch(last: true);
        while (ring.HasBusy)
        {
            await WriteOutAsync(await FinishedAsync(), CancellationToken.None);
        }

        await destination.FlushAsync();
    }

    public void Dispose() => ring.Dispose();

    private int Append(ReadOnlySpan<byte> plaintext) => ring.Elsewhere ? current.Append(plaintext) : current.AppendSealing(nextChunk, plaintext);

    private void Dispatch(bool last)
    {
        var (batch, first) = (current, nextChunk);
        nextChunk += batch.Chunks;
        batch.Start(ring.Elsewhere, () => batch.Seal(first, last));
        ring.Enqueue(batch);
    }

    private bool TryRenew()
    {
        if (ring.TryRent() is not { } batch)
        {
            return false;
        }

        current = batch;
        return true;
    }

    private ChunkBatch Finished()
    {
        var batch = ring.Oldest();
        batch.Work.GetAwaiter().GetResult();
        return batch;
    }

    private async ValueTask<ChunkBatch> FinishedAsync()
    {
        var batch = ring.Oldest();
        await batch.Work;
        return batch;
    }

    private void WriteOut(ChunkBatch batch)
    {
        if (TakePreamble() is { } first)
        {
            destination.Write(first);
        }

        destination.Write(batch.Sealed.Span);
        ring.Return(batch);
    }

    private async ValueTask WriteOutAsync(ChunkBatch batch, CancellationToken cancellation)
    {
        if (TakePreamble() is { } first)
        {
            await destination.WriteAsync(first, cancellation);
        }

        await destination.WriteAsync(batch.Sealed, cancellation);
        ring.Return(batch);
    }

    // Header and nonce go out with the first batch, so that creating a writer does no I/O.
    private byte[]? TakePreamble()
    {
        var first = preamble;
        preamble = null;
        return first;
    }
}
