using Azukari.Server.Storage;
using Azukari.TransparencyLog;
using Dapper;

namespace Azukari.Server.Ledger;

/// <summary>Hashes what is committed and signs it; decides nothing. A checkpoint is stored before anybody sees it.</summary>
internal sealed class Integrator(Database database, LogKeys keys) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private readonly Dictionary<string, CompactRange> trees = [];

    /// <summary>The newest checkpoint, over every entry that is committed now.</summary>
    internal async Task<Checkpointed> NewestAsync(string engagement, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            await using var connection = await database.OpenAsync(cancellation);
            var tree = trees.TryGetValue(engagement, out var held) ? held : trees[engagement] = new CompactRange();
            foreach (var leaf in await connection.QueryAsync<string>("select leaf from entry where engagement = @engagement and seq >= @from order by seq", new { engagement, from = tree.Size }))
                tree.Append(TreeHash.ParseHex(leaf));

            var stored = await connection.ExecuteScalarAsync<byte[]>("select note from checkpoint where engagement = @engagement and size = @size", new { engagement, size = tree.Size });
            if (stored is null)
            {
                using var signer = keys.Open(engagement);
                stored = new Checkpoint(LogKeys.OriginOf(engagement), tree.Size, tree.Root()).Sign(signer).ToBytes();
                await connection.ExecuteAsync("insert into checkpoint (engagement, size, note) values (@engagement, @size, @note) on conflict do nothing", new { engagement, size = tree.Size, note = stored });
            }

            return new(tree.Size, SignedNote.Parse(stored));
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}

/// <summary>A signed checkpoint and the size it is of.</summary>
internal sealed record Checkpointed(long Size, SignedNote Note);
