using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;
using Azukari.Server.Storage;

namespace Azukari.Server.Statements;

/// <summary>An act that waits for signatures.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Made">When the first was given.</param>
/// <param name="SoFar">The act with the signatures that it has; never without one.</param>
internal sealed record Proposal(string Id, DateTimeOffset Made, SignedAct SoFar)
{
    internal DateTimeOffset Until => SoFar.People[0].Until;
}

/// <summary>Acts that wait for signatures. Nothing depends on a row: whoever finds it gone begins again.</summary>
internal static class ProposalTable
{
    private const string Columns = "select id, made, bytes from proposal where engagement = @engagement and until >= @now";

    /// <summary>Every proposal that still counts, the oldest first.</summary>
    internal static async Task<IReadOnlyList<Proposal>> AllAsync(Database database, string engagement, DateTimeOffset now, CancellationToken cancellation) =>
        [.. (await database.ReadAsync<Row>($"{Columns} order by made, id", new { engagement, now = now.ToUnixTimeMilliseconds() }, cancellation)).Select(Of)];

    /// <summary>The same of every engagement in which this key is somebody's.</summary>
    internal static async Task<ILookup<string, Proposal>> AllOfAsync(Database database, string keyId, DateTimeOffset now, CancellationToken cancellation) => (await database.ReadAsync<Row>(
        "select id, made, bytes from proposal where engagement in (select engagement from member where key_id = @keyId) and until >= @now order by made, id", new { keyId, now = now.ToUnixTimeMilliseconds() }, cancellation))
        .Select(Of).ToLookup(proposal => proposal.SoFar.Engagement.Value);

    internal static async Task<Proposal?> FindAsync(Database database, string engagement, string id, DateTimeOffset now, CancellationToken cancellation) =>
        (await database.ReadAsync<Row>($"{Columns} and id = @id", new { engagement, id, now = now.ToUnixTimeMilliseconds() }, cancellation)).Select(Of).SingleOrDefault();

    /// <summary>Genesis acts that wait for the other side's root.</summary>
    internal static async Task<IReadOnlyList<Proposal>> FoundingsAsync(Database database, DateTimeOffset now, CancellationToken cancellation) =>
        [.. (await database.ReadAsync<Row>(
            "select id, made, bytes from proposal where until >= @now and engagement not in (select id from engagement where size > 0) order by made, id",
            new { now = now.ToUnixTimeMilliseconds() }, cancellation)).Select(Of).Where(proposal => proposal.SoFar.Act is FoundEngagement)];

    /// <summary>No office has so many half-signed acts; a person who fills the table keeps nobody from signing alone.</summary>
    internal const int Most = 1000;

    /// <summary>Keeps an act with its first signature; null where too many wait already. The same act by the same person again is the same row.</summary>
    internal static async Task<string?> KeepAsync(Database database, SignedAct soFar, DateTimeOffset now)
    {
        var first = soFar.People[0];
        var id = Statement.DigestOf(Statement.BytesFor(soFar.Engagement, soFar.Act, first.By, first.On, first.Until)).Value;
        await database.WriteAsync("delete from proposal where until < @now", new { now = now.ToUnixTimeMilliseconds() });
        await database.WriteAsync(
            "insert into proposal (engagement, id, made, until, bytes) select @engagement, @id, @made, @until, @bytes where (select count(*) from proposal where engagement = @engagement) < @most on conflict do nothing",
            new { most = Most, engagement = soFar.Engagement.Value, id, made = now.ToUnixTimeMilliseconds(), until = first.Until.ToUnixTimeMilliseconds(), bytes = soFar.Write() });
        return await database.ReadAsync<string>("select id from proposal where engagement = @engagement and id = @id", new { engagement = soFar.Engagement.Value, id }, CancellationToken.None) is [var kept] ? kept : null;
    }

    /// <summary>Adds a signature, if nobody else has added one meanwhile.</summary>
    internal static async Task<bool> AddAsync(Database database, Proposal before, SignedAct after) => await database.WriteAsync(
        "update proposal set bytes = @after where engagement = @engagement and id = @id and bytes = @before",
        new { engagement = after.Engagement.Value, id = before.Id, before = before.SoFar.Write(), after = after.Write() }) == 1;

    internal static Task ForgetAsync(Database database, string engagement, string id) => database.WriteAsync("delete from proposal where engagement = @engagement and id = @id", new { engagement, id });

    private static Proposal Of(Row row) => new(row.Id, DateTimeOffset.FromUnixTimeMilliseconds(row.Made), SignedAct.Read(row.Bytes));

    private sealed record Row(string Id, long Made, byte[] Bytes);
}
