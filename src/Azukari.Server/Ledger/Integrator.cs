using System.Collections.Concurrent;
using System.Threading.Channels;
using Azukari.Server.Storage;
using Azukari.TransparencyLog;

namespace Azukari.Server.Ledger;

/// <summary>A signed checkpoint and the size it is of.</summary>
internal sealed record Checkpointed(long Size, SignedNote Note);

/// <summary>Hashes what is committed and signs it; decides nothing, and nothing waits for it but who asks for a checkpoint. A checkpoint is stored before anybody sees it.</summary>
internal sealed class Integrator(Database database, LogKeys keys, ILogger<Integrator> log) : BackgroundService
{
    private const int AtOnce = 1000;

    private readonly SemaphoreSlim one = new(1);
    private readonly ConcurrentDictionary<string, CompactRange> trees = new();
    private readonly Channel<string> nudged = Channel.CreateUnbounded<string>(new() { SingleReader = true });

    /// <summary>Says that an engagement has a new entry.</summary>
    internal void Nudge(string engagement) => nudged.Writer.TryWrite(engagement);

    /// <summary>The newest checkpoint, over every entry that is committed now.</summary>
    /// <exception cref="InvalidDataException">The record is not the one that was signed before.</exception>
    internal async Task<Checkpointed> NewestAsync(string engagement, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            var tree = await GrownAsync(engagement, cancellation);
            if (await NoteAsync(engagement, tree.Size, cancellation) is { } stored) return new(tree.Size, SignedNote.Parse(stored));

            using var signer = keys.Open(engagement);
            var note = new Checkpoint(LogKeys.OriginOf(engagement), tree.Size, tree.Root()).Sign(signer);
            await database.WriteAsync("insert into checkpoint (engagement, size, note) values (@engagement, @size, @note) on conflict do nothing", new { engagement, size = tree.Size, note = note.ToBytes() });
            return new(tree.Size, note);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The checkpoint of that size, or null.</summary>
    internal async Task<byte[]?> NoteAsync(string engagement, long size, CancellationToken cancellation) =>
        await database.ReadAsync<byte[]>("select note from checkpoint where engagement = @engagement and size = @size", new { engagement, size }, cancellation) is [var note] ? note : null;

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var engagement in nudged.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await NewestAsync(engagement, stoppingToken);
            }
#pragma warning disable CA1031 // Acts go on being taken without a checkpoint (R32); whoever asks for one meets the same failure in the open.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LedgerMessages.NotIntegrated(log, engagement, failure.GetType().Name);
            }
        }
    }

    private async Task<CompactRange> GrownAsync(string engagement, CancellationToken cancellation)
    {
        if (!trees.TryGetValue(engagement, out var tree)) trees[engagement] = tree = await FirstAsync(engagement, cancellation);

        await GrowAsync(engagement, tree, long.MaxValue, cancellation);
        return tree;
    }

    /// <summary>After a start the tree is hashed anew, and has to continue the largest that was ever signed here.</summary>
    private async Task<CompactRange> FirstAsync(string engagement, CancellationToken cancellation)
    {
        var tree = new CompactRange();
        if (await database.ReadAsync<byte[]>("select note from checkpoint where engagement = @engagement order by size desc limit 1", new { engagement }, cancellation) is [var newest])
        {
            var signed = Checkpoint.Parse(SignedNote.Parse(newest).Text.Span);
            await GrowAsync(engagement, tree, signed.Size, cancellation);
            if (tree.Size != signed.Size || tree.Root() != signed.Root) throw new InvalidDataException($"the record of '{engagement}' is not the one that was signed at size {signed.Size}");
        }

        return tree;
    }

    private async Task GrowAsync(string engagement, CompactRange tree, long upTo, CancellationToken cancellation)
    {
        for (var more = true; more && tree.Size < upTo;)
        {
            var most = Math.Min(AtOnce, upTo - tree.Size);
            var entries = await database.ReadAsync<byte[]>(
                "select bytes from entry where engagement = @engagement and seq >= @from order by seq limit @most", new { engagement, from = tree.Size, most }, cancellation);
            foreach (var entry in entries) tree.Append(MerkleTree.LeafHash(entry));
            more = entries.Count == most;
        }
    }
}
