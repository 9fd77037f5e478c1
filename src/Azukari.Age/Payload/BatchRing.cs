namespace Azukari.Age;

// Bounds memory and keeps order: batches leave in the order they came, and there are never more than one per worker and one for the caller.
internal sealed class BatchRing(SecretBytes payloadKey, int threads) : IDisposable
{
    private readonly Queue<ChunkBatch> busy = new();
    private readonly Stack<ChunkBatch> free = new();
    private readonly List<ChunkBatch> all = [];
    private readonly int most = threads == 1 ? 1 : threads + 1;

    public bool Elsewhere => threads > 1;

    public bool HasBusy => busy.Count > 0;

    // A batch that nobody uses, or null when the oldest busy one has to be taken back first.
    public ChunkBatch? TryRent()
    {
        if (!free.TryPop(out var batch))
        {
            if (all.Count == most)
            {
                return null;
            }

            batch = new ChunkBatch(payloadKey.Span, Elsewhere ? ChunkBatch.Elsewhere : ChunkBatch.Here);
            all.Add(batch);
        }

        batch.Clear();
        return batch;
    }

    public void Enqueue(ChunkBatch batch) => busy.Enqueue(batch);

    public ChunkBatch Oldest() => busy.Dequeue();

    public void Return(ChunkBatch batch) => free.Push(batch);

    public void Dispose()
    {
        all.ForEach(batch => batch.Wipe());

        payloadKey.Dispose();
    }
}
