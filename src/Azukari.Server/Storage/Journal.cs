using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data.Common;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;
using Azukari.TransparencyLog;
using Dapper;

namespace Azukari.Server.Storage;

/// <summary>The answer to a delivered act.</summary>
internal abstract record Delivery
{
    /// <summary>It stands in the record; <paramref name="IsNew"/> is false when the same message had come before.</summary>
    internal sealed record Stored(long Seq, DateTimeOffset At, Digest Leaf, ImmutableArray<Refusal> Missing, bool IsNew) : Delivery;

    /// <summary>The rules speak against it.</summary>
    internal sealed record Refused(ImmutableArray<Refusal> Refusals) : Delivery;
}

/// <summary>The only class that appends. One transaction holds the engagement, reads its facts, decides, inserts at the next place and commits (design §5).</summary>
internal sealed class Journal(Database database, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Engagement> known = new();

    /// <summary>The facts as they stand, caught up with what other nodes appended.</summary>
    internal async Task<Engagement> FactsAsync(string engagement, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await CatchUpAsync(connection, null, engagement);
    }

    internal async Task<Delivery> AppendAsync(SignedAct signed, byte[] message, CancellationToken cancellation)
    {
        var (engagement, digest) = (signed.Engagement.Value, Digests.Sha256(message).Value);

        // Signatures are checked on the facts as known before the engagement is held; again only if they moved meanwhile.
        var before = await FactsAsync(engagement, cancellation);
        var attempt = ActVerifier.Verify(before, signed);

        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.LockAsync(connection, engagement, cancellation);
        if (await FindAsync(connection, transaction, engagement, digest) is { } earlier) return earlier;

        var facts = await CatchUpAsync(connection, transaction, engagement);
        if (facts.NextSeq != before.NextSeq) attempt = ActVerifier.Verify(facts, signed);

        var now = WholeMilliseconds(Rulebook.Time(facts, clock.GetUtcNow()));
        if (Rulebook.Decide(facts, attempt, now) is Outcome.Refused refused)
        {
            await RefuseAsync(connection, transaction, engagement, digest, signed, refused, now);
            await transaction.CommitAsync(cancellation);
            return new Delivery.Refused(refused.Refusals);
        }

        var missing = ((Outcome.Accepted)Rulebook.Decide(facts, attempt, now)).Missing;
        var bytes = new Entry(facts.NextSeq, now, signed, missing).Write();
        var leaf = new Digest(MerkleTree.LeafHash(bytes).ToHex());
        await InsertAsync(connection, transaction, engagement, digest, facts.NextSeq, now, leaf, bytes);
        await transaction.CommitAsync(CancellationToken.None);

        Remember(engagement, facts.After(new(facts.NextSeq, now, leaf, attempt)));
        return new Delivery.Stored(facts.NextSeq, now, leaf, missing, IsNew: true);
    }

    private static async Task InsertAsync(DbConnection connection, DbTransaction transaction, string engagement, string message, long seq, DateTimeOffset now, Digest leaf, byte[] bytes)
    {
        var at = now.ToUnixTimeMilliseconds();
        await connection.ExecuteAsync("insert into entry (engagement, seq, at, leaf, bytes) values (@engagement, @seq, @at, @leaf, @bytes)", new { engagement, seq, at, leaf = leaf.Value, bytes }, transaction);
        await connection.ExecuteAsync("insert into delivered (engagement, message, seq) values (@engagement, @message, @seq)", new { engagement, message, seq }, transaction);

        // The size that the decision was made on stands in the statement: a row that moved meanwhile changes nothing here and everything is rolled back.
        var moved = await connection.ExecuteAsync("update engagement set size = @next where id = @engagement and size = @seq", new { engagement, seq, next = seq + 1 }, transaction);
        if (moved != 1) throw new InvalidOperationException("the engagement moved while it was held");
    }

    private static async Task<Delivery?> FindAsync(DbConnection connection, DbTransaction transaction, string engagement, string message)
    {
        const string sql = "select e.seq as Seq, e.bytes as Bytes, e.leaf as Leaf from delivered d join entry e on e.engagement = d.engagement and e.seq = d.seq where d.engagement = @engagement and d.message = @message";
        var row = await connection.QueryFirstOrDefaultAsync<StoredRow>(sql, new { engagement, message }, transaction);
        return row is null ? null : new Delivery.Stored(row.Seq, Entry.Read(row.Bytes).At, new(row.Leaf), Entry.Read(row.Bytes).Missing, IsNew: false);
    }

    /// <summary>Codes and ids only, never the body (R29).</summary>
    private static Task RefuseAsync(DbConnection connection, DbTransaction transaction, string engagement, string message, SignedAct signed, Outcome.Refused refused, DateTimeOffset now) =>
        connection.ExecuteAsync(
            "insert into refusal (engagement, at, message, act, codes) values (@engagement, @at, @message, @act, @codes)",
            new { engagement, at = now.ToUnixTimeMilliseconds(), message, act = ActNames.Of(signed.Act), codes = string.Join(' ', refused.Refusals.Select(refusal => $"{refusal.Rule}:{refusal.Because}")) },
            transaction);

    private async Task<Engagement> CatchUpAsync(DbConnection connection, DbTransaction? transaction, string engagement)
    {
        var facts = known.GetValueOrDefault(engagement, Engagement.Nothing);
        var rows = await connection.QueryAsync<EntryRow>("select seq as Seq, leaf as Leaf, bytes as Bytes from entry where engagement = @engagement and seq >= @from order by seq", new { engagement, from = facts.NextSeq }, transaction);

        foreach (var row in rows) facts = Replay.Next(facts, row.Bytes, new(row.Leaf));
        Remember(engagement, facts);
        return facts;
    }

    private void Remember(string engagement, Engagement facts) => known.AddOrUpdate(engagement, facts, (_, held) => held.NextSeq > facts.NextSeq ? held : facts);

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    private sealed record EntryRow(long Seq, string Leaf, byte[] Bytes);

    private sealed record StoredRow(long Seq, byte[] Bytes, string Leaf);
}
