using Azukari.Domain;
using Azukari.Domain.Engagements;

namespace Azukari.Server.Storage;

/// <summary>A table that follows from the entries alone. It changes in the transaction of the entry that changed it, and is filled anew where another version of this code had filled it.</summary>
/// <param name="Name">The table.</param>
/// <param name="Version">Raised whenever a row would say something else for the same entries.</param>
/// <param name="FollowAsync">Writes what differs between the facts before and after: in the whole engagement, or in one carry-out and what belongs to none.</param>
internal sealed record ReadModel(string Name, long Version, Func<Held, Engagement, Engagement, CarryOutId?, Task> FollowAsync)
{
    internal static IReadOnlyList<ReadModel> All { get; } = [OutsideTable.Model, CarryOutTable.Model, DeadlineTable.Model, People.MemberTable.Model, EntryTable.Model];

    /// <summary>The carry-outs that differ. Entry by entry they are known; a rebuild has to look at each.</summary>
    internal static IEnumerable<CarryOut> Changed(Engagement before, Engagement after) => after.NextSeq == before.NextSeq + 1
        ? after.Touched.Select(id => after.CarryOuts[id])
        : after.CarryOuts.Values.Where(carryOut => !ReferenceEquals(before.Find(carryOut.Id), carryOut));

    /// <summary>Every engagement that has a record.</summary>
    internal static Task<IReadOnlyList<string>> EngagementsAsync(Database database, CancellationToken cancellation) =>
        database.ReadAsync<string>("select id from engagement where size > 0 order by id", new { }, cancellation);

    internal async Task PrepareAsync(Database database, Journal journal, CancellationToken cancellation)
    {
        var filled = await database.ReadAsync<long>("select version from read_model where name = @Name", new { Name }, cancellation);
        if (filled is [var version] && version == Version) return;

        // Side by side: what takes long is to replay the records.
        await Parallel.ForEachAsync(await EngagementsAsync(database, cancellation), cancellation, async (engagement, stop) =>
        {
            var facts = await journal.FactsAsync(engagement, stop);
            await database.HoldAsync(engagement, async held =>
            {
                await held.WriteAsync($"delete from {Name} where engagement = @engagement", new { engagement });
                await FollowAsync(held, Engagement.Nothing, facts, null);
                return true;
            });
        });

        await database.WriteAsync("insert into read_model (name, version) values (@Name, @Version) on conflict (name) do update set version = excluded.version", new { Name, Version });
    }
}
