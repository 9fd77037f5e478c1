namespace Azukari.Age;

// Age payload in, authenticated plaintext out, in order. One byte beyond each batch is read, because only the end of the source
// tells which chunk must be sealed as the last; nothing is ever tried both ways.
internal sealed class OpeningPipeline(Stream source, ReadOnlyMemory<byte> carried, SecretBytes payloadKey, int threads) : IDisposable
{
    private readonly BatchRing ring = new(payloadKey, threads);
    private ReadOnlyMemory<byte> carried = carried;
    private ChunkBatch? current;
    private bool sourceEnded;
    private bool sourceFailed;
    private long nextChunk;

    public int Read(Span<byte> destination)
    {
        int length;
        while ((length = Take(destination)) == 0 && !destination.IsEmpty)
        {
            while (Vacant() is { } batch)
            {
                var filled = Carry(batch);
                sourceFailed = true; // stays so when the next line throws: what a failed read took is lost, and nobody may read over the gap
                var read = source.ReadAtLeast(batch.Room.Span[filled..], batch.Room.Length - filled, throwOnEndOfStream: false);
                Start(batch, filled + read);
            }

            if (!ring.HasBusy)
            {
                break;
            }

            current = ring.Oldest();
            current.Work.GetAwaiter().GetResult();
        }

        return length;
    }

    public async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation)
    {
        int length;
        while ((length = Take(destination.Span)) == 0 && !destination.IsEmpty)
        {
            while (Vacant() is { } batch)
            {
                var filled = Carry(batch);
                sourceFailed = true;
                var read = await source.ReadAtLeastAsync(batch.Room[filled..], batch.Room.Length - filled, throwOnEndOfStream: false, cancellation);
                Start(batch, filled + read);
            }

            if (!ring.HasBusy)
            {
                break;
            }

            current = ring.Oldest();
            await current.Work;
        }

        return length;
    }

    public void Dispose() => ring.Dispose();

    private int Take(Span<byte> destination)
    {
        if (sourceFailed)
        {
            throw PayloadSizes.Broken("its source failed in the middle");
        }

        if (current is null)
        {
            return 0;
        }

        var length = current.Take(destination);
        if (length > 0 || destination.IsEmpty)
        {
            return length;
        }

        if (current.Broken)
        {
            throw PayloadSizes.Broken("it is cut, extended or altered");
        }

        ring.Return(current);
        current = null;
        return 0;
    }

    private ChunkBatch? Vacant() => sourceEnded ? null : ring.TryRent();

    private int Carry(ChunkBatch batch)
    {
        carried.CopyTo(batch.Room);
        return carried.Length;
    }

    private void Start(ChunkBatch batch, int filled)
    {
        sourceFailed = false;
        var first = nextChunk;
        var last = filled <= batch.Capacity;
        var length = last ? filled : batch.Capacity;
        carried = last ? default : new[] { batch.Room.Span[batch.Capacity] };
        sourceEnded = last;
        nextChunk += batch.Chunks;
        batch.Start(ring.Elsewhere, () => batch.Open(first, length, last));
        ring.Enqueue(batch);
    }
}
