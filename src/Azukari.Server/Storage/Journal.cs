using System.Collections.Concurrent;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;
using Azukari.TransparencyLog;

namespace Azukari.Server.Storage;

/// <summary>The only class that appends. One transaction holds the engagement, catches its facts up, decides, inserts at the next place and commits (design §5).</summary>
internal sealed class Journal(Database database, TimeProvider clock)
{
    private const string NewEntries = "select bytes from entry where engagement = @engagement and seq >= @from order by seq";

    private readonly ConcurrentDictionary<string, Engagement> known = new();

    /// <summary>The facts as they stand, caught up with what other nodes appended.</summary>
    internal async Task<Engagement> FactsAsync(string engagement, CancellationToken cancellation)
    {
        var facts = known.GetValueOrDefault(engagement, Engagement.Nothing);
        var after = CaughtUp(facts, await database.ReadAsync<byte[]>(NewEntries, new { engagement, from = facts.NextSeq }, cancellation));
        Remember(engagement, after);
        return after;
    }

    /// <summary>Decides on an act and writes down what was decided. Whoever hangs up meanwhile does not take the act back.</summary>
    /// <exception cref="Protocol.ProtocolException">A signature in it does not fit.</exception>
    internal async Task<Delivery> AppendAsync(SignedAct signed, byte[] message)
    {
        // Signatures are checked before anything is held: that is what takes time.
        var before = await FactsAsync(signed.Engagement.Value, CancellationToken.None);
        var attempt = ActVerifier.Verify(before, signed);

        // An engagement that nobody founded has no row to hold, and whoever invents names leaves none.
        if (before.Founding is null && signed.Act is not FoundEngagement && Rulebook.Decide(before, attempt, Now(before)) is Outcome.Refused unfounded)
            return new Delivery.Refused(unfounded.Refusals);

        var (delivery, after) = await database.HoldAsync(signed.Engagement.Value, held => DecideAsync(held, signed, Digests.Sha256(message), before, attempt));
        Remember(signed.Engagement.Value, after);
        return delivery;
    }

    private async Task<(Delivery, Engagement)> DecideAsync(Held held, SignedAct signed, Digest message, Engagement before, Attempt attempt)
    {
        var facts = CaughtUp(before, await held.ReadAsync<byte[]>(NewEntries, new { engagement = held.Engagement, from = before.NextSeq }));
        if (await FindAsync(held, message) is { } earlier) return (earlier, facts);
        if (!SameKeys(before, facts)) attempt = ActVerifier.Verify(facts, signed);

        var now = Now(facts);
        switch (Rulebook.Decide(facts, attempt, now))
        {
            case Outcome.Refused refused:
                await RefusalTable.KeepAsync(held, message, facts, attempt, refused, now);
                return (new Delivery.Refused(refused.Refusals), facts);
            case Outcome.Accepted accepted:
                var bytes = new Entry(facts.NextSeq, now, signed, accepted.Missing).Write();
                var after = facts.After(new(facts.NextSeq, now, LeafOf(bytes), attempt));
                await InsertAsync(held, message, facts.NextSeq, now, bytes);
                await OutsideTable.FollowAsync(held, facts, after);
                return (new Delivery.Stored(facts.NextSeq, now, LeafOf(bytes), accepted.Missing, IsNew: true), after);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task InsertAsync(Held held, Digest message, long seq, DateTimeOffset now, byte[] bytes)
    {
        var row = new { engagement = held.Engagement, seq, at = now.ToUnixTimeMilliseconds(), message = message.Value, bytes, next = seq + 1 };
        await held.WriteAsync("insert into entry (engagement, seq, at, message, bytes) values (@engagement, @seq, @at, @message, @bytes)", row);

        // The size that the decision was made on stands in the statement: had the engagement moved, nothing would change here and all of it be rolled back.
        if (await held.WriteAsync("update engagement set size = @next where id = @engagement and size = @seq", row) != 1)
            throw new InvalidOperationException("the engagement moved while it was held");
    }

    private static async Task<Delivery.Stored?> FindAsync(Held held, Digest message)
    {
        var found = await held.ReadAsync<byte[]>("select bytes from entry where engagement = @engagement and message = @message", new { engagement = held.Engagement, message = message.Value });
        return found is [var bytes] && Entry.Read(bytes) is var entry ? new(entry.Seq, entry.At, LeafOf(bytes), entry.Missing, IsNew: false) : null;
    }

    private static Engagement CaughtUp(Engagement facts, IReadOnlyList<byte[]> entries) =>
        entries.Aggregate(facts, (before, bytes) => Replay.Next(before, bytes, LeafOf(bytes)));

    /// <summary>Names that nobody founded are not remembered, or a stranger could fill the memory with them.</summary>
    private void Remember(string engagement, Engagement facts)
    {
        if (facts.Founding is not null) known.AddOrUpdate(engagement, facts, (_, held) => held.NextSeq > facts.NextSeq ? held : facts);
    }

    /// <summary>A check of signatures holds as long as nobody's key was added or changed.</summary>
    private static bool SameKeys(Engagement before, Engagement after) =>
        ReferenceEquals(before.People, after.People) && ReferenceEquals(before.Stations, after.Stations) && ReferenceEquals(before.Founding, after.Founding);

    private DateTimeOffset Now(Engagement facts) => DateTimeOffset.FromUnixTimeMilliseconds(Rulebook.Time(facts, clock.GetUtcNow()).ToUnixTimeMilliseconds());

    private static Digest LeafOf(byte[] bytes) => new(MerkleTree.LeafHash(bytes).ToHex());
}
