using System.Collections.Concurrent;
using Azukari.Server.Storage;
using Azukari.TransparencyLog;

namespace Azukari.Server.Ledger;

/// <summary>Proofs that an entry is in the record as the log signed it and the witnesses saw it: a file that anybody checks offline (R30).</summary>
/// <remarks>A proof reads at most two runs of 256 entries. Above them stand roots over full runs, hashed once after a start and kept: 32 bytes for 256 entries.</remarks>
internal sealed class InclusionProofs(Database database, Integrator integrator, CosignatureStore cosignatures) : IDisposable
{
    private const string Run = "select bytes from entry where engagement = @engagement and seq >= @from and seq < @until order by seq";

    private readonly ConcurrentDictionary<string, List<TreeHash>> known = new();
    private readonly SemaphoreSlim one = new(1);

    /// <summary>The proof for the entry at that place, or null where there is none: under the newest checkpoint of both witnesses, or, as long as they have not seen the entry, under the log's newest.</summary>
    internal async Task<TlogProof?> OfAsync(string engagement, long seq, CancellationToken cancellation)
    {
        var both = await cosignatures.NewestOfBothAsync(engagement, cancellation);
        var under = both?.Size > seq ? both : await NewestAsync(engagement, cancellation);
        if (seq < 0 || seq >= under.Size) return null;

        var tiles = new Dictionary<long, IReadOnlyList<TreeHash>>();
        foreach (var run in new[] { seq / Tile.FullWidth, under.Size / Tile.FullWidth }.Distinct())
            tiles[run] = await LeavesAsync(engagement, run * Tile.FullWidth, Math.Min((run + 1) * Tile.FullWidth, under.Size), cancellation);

        var roots = await GrownAsync(engagement, under.Size / Tile.FullWidth, cancellation);
        return new(seq, new TileProofs(under.Size, tile => tile.Level == 0 ? [.. tiles[tile.Index].Take(tile.Width)] : Above(roots, tile)).Inclusion(seq), under.Note);
    }

    public void Dispose() => one.Dispose();

    private async Task<Checkpointed> NewestAsync(string engagement, CancellationToken cancellation)
    {
        var newest = await integrator.NewestAsync(engagement, cancellation);
        return newest with { Note = await cosignatures.WithAsync(engagement, newest, cancellation) };
    }

    private async Task<IReadOnlyList<TreeHash>> LeavesAsync(string engagement, long from, long until, CancellationToken cancellation) =>
        [.. (await database.ReadAsync<byte[]>(Run, new { engagement, from, until }, cancellation)).Select(entry => MerkleTree.LeafHash(entry))];

    /// <summary>The roots over as many full runs of entries as there are, at least <paramref name="runs"/>.</summary>
    private async Task<IReadOnlyList<TreeHash>> GrownAsync(string engagement, long runs, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            var roots = known.GetOrAdd(engagement, _ => []);
            while (roots.Count < runs)
                roots.Add(MerkleTree.Root(await LeavesAsync(engagement, (long)roots.Count * Tile.FullWidth, ((long)roots.Count + 1) * Tile.FullWidth, cancellation)));
            return [.. roots.Take((int)runs)];
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>A tile above the leaves: each of its hashes is the root over a full run of hashes one level below.</summary>
    private static IReadOnlyList<TreeHash> Above(IReadOnlyList<TreeHash> roots, Tile tile)
    {
        var level = roots;
        for (var up = 1; up < tile.Level; up++) level = [.. level.Chunk(Tile.FullWidth).Where(run => run.Length == Tile.FullWidth).Select(run => MerkleTree.Root(run))];
        return [.. level.Skip((int)(tile.Index * Tile.FullWidth)).Take(tile.Width)];
    }
}
