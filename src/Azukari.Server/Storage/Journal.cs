using System.Collections.Concurrent;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Domain.Watch;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Server.People;
using Azukari.Server.Telemetry;
using Azukari.Server.Watch;
using Azukari.TransparencyLog;

namespace Azukari.Server.Storage;

/// <summary>The only class that appends. One transaction holds the engagement, catches its facts up, decides, inserts at the next place and commits (design §5).</summary>
internal sealed class Journal(Database database, ServiceTime time, Outbox outbox, DeadlineBell bell, Vitals vitals, TimeProvider clock)
{
    /// <summary>A record is read in runs: whole, a year of it is hundreds of megabytes.</summary>
    private const int AtOnce = 1000;

    private const string NewEntries = "select bytes from entry where engagement = @engagement and seq >= @from order by seq";
    private const string Earlier = "select bytes from entry where engagement = @engagement and message = @message";

    private readonly ConcurrentDictionary<string, Engagement> known = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<Engagement>>> replaying = new();

    /// <summary>The facts as they stand, caught up with what other nodes appended. After a start a record is replayed once, however many ask for it meanwhile.</summary>
    internal Task<Engagement> FactsAsync(string engagement, CancellationToken cancellation) => known.TryGetValue(engagement, out var facts)
        ? CatchUpAsync(engagement, facts, cancellation)
        : replaying.GetOrAdd(engagement, name => new(() => ReplayAsync(name))).Value.WaitAsync(cancellation);

    /// <summary>The facts as they stand, for one who has just seen how many entries there are: where none is missing, nothing is read.</summary>
    internal Task<Engagement> FactsAsync(string engagement, long size, CancellationToken cancellation) =>
        known.TryGetValue(engagement, out var facts) && facts.NextSeq >= size ? Task.FromResult(facts) : FactsAsync(engagement, cancellation);

    /// <summary>Whoever asked first may hang up; the others go on waiting.</summary>
    private async Task<Engagement> ReplayAsync(string engagement)
    {
        try
        {
            return await Task.Run(() => CatchUpAsync(engagement, Engagement.Nothing, CancellationToken.None));
        }
        finally
        {
            replaying.TryRemove(engagement, out _);
        }
    }

    private async Task<Engagement> CatchUpAsync(string engagement, Engagement facts, CancellationToken cancellation)
    {
        IReadOnlyList<Leaf> leaves;
        var coming = ReadAsync(facts.NextSeq);
        do
        {
            leaves = await coming;
            if (leaves.Count == AtOnce) coming = ReadAsync(facts.NextSeq + AtOnce); // The next run is read while this one is decided on.
            facts = Leaf.After(facts, leaves);
        }
        while (leaves.Count == AtOnce);

        Remember(engagement, facts);
        return facts;

        async Task<IReadOnlyList<Leaf>> ReadAsync(long from) =>
            Leaf.Read(await database.ReadAsync<byte[]>($"{NewEntries} limit @most", new { engagement, from, most = AtOnce }, cancellation));
    }

    /// <summary>The answer that these very bytes were given, or null when they have not come or were refused.</summary>
    internal async Task<Delivery?> FindAsync(string engagement, byte[] message, CancellationToken cancellation) =>
        await database.ReadAsync<byte[]>(Earlier, new { engagement, message = Digests.Sha256(message).Value }, cancellation) is [var bytes] ? Again(bytes) : null;

    /// <summary>Decides on an act and writes down what was decided. Whoever hangs up meanwhile does not take the act back.</summary>
    /// <exception cref="Protocol.ProtocolException">A signature in it does not fit, or it is too long to be an entry.</exception>
    internal async Task<Delivery> AppendAsync(SignedAct signed, byte[] message)
    {
        var began = clock.GetTimestamp();
        using var span = vitals.Begin("append");
        var delivery = await TakeAsync(signed, message);
        vitals.Decided(ActNames.Of(signed.Act), OutcomeOf(delivery), clock.GetElapsedTime(began));
        return delivery;
    }

    private async Task<Delivery> TakeAsync(SignedAct signed, byte[] message)
    {
        // Signatures are checked before anything is held: that is what takes time.
        var before = await FactsAsync(signed.Engagement.Value, CancellationToken.None);
        var attempt = ActVerifier.Verify(before, signed);

        // What only strangers signed and the rules refuse holds nobody up and leaves no row: else anybody could fill the table, or invent engagements.
        if (!IsSignedByKnown(before, attempt) && Rulebook.Decide(before, attempt, Now(signed.Engagement.Value, before)) is Outcome.Refused strangers) return new Delivery.Refused(strangers.Refusals);

        var (delivery, after) = await database.HoldAsync(signed.Engagement.Value, held => DecideAsync(held, signed, Digests.Sha256(message), before, attempt));
        Remember(signed.Engagement.Value, after);
        if (delivery is Delivery.Stored { IsNew: true }) Ring(signed.Act);
        return delivery;
    }

    /// <summary>Takes entries into the record again that a key holder gave back, when they make exactly the tree that this log signed at that size; false when they do not, and then they are gone.</summary>
    internal async Task<bool> TakeBackAsync(string engagement, long size, TreeHash root)
    {
        var (isTaken, after) = await database.HoldAsync(engagement, async held =>
        {
            var written = await held.ReadAsync<byte[]>(NewEntries, new { engagement, from = 0L });
            var facts = Leaf.After(Engagement.Nothing, written);
            var returned = await held.ReadAsync<byte[]>("select bytes from returned where engagement = @engagement and seq >= @from and seq < @size order by seq", new { engagement, from = facts.NextSeq, size });
            await held.WriteAsync("delete from returned where engagement = @engagement", new { engagement });

            var tree = new CompactRange();
            foreach (var entry in written.Concat(returned)) tree.Append(MerkleTree.LeafHash(entry));
            return tree.Size == size && tree.Root() == root ? (true, await AppendAgainAsync(held, facts, returned)) : (false, facts);
        });
        Remember(engagement, after);
        bell.Bell.Ring();
        return isTaken;
    }

    /// <summary>Decides on safety acts that were kept while the record was behind.</summary>
    internal async Task TakeWaitingAsync(CancellationToken cancellation)
    {
        foreach (var row in await BehindTable.WaitingAsync(database, cancellation))
        {
            try
            {
                if (await AppendAsync(SignedAct.Read(row.Bytes), row.Bytes) is Delivery.Behind) continue;
            }
            catch (ProtocolException)
            {
                // A signature in it is checked only now that its key is known, and does not fit: it would have been refused at the door.
            }

            await BehindTable.ForgetAsync(database, row);
        }
    }

    /// <summary>Nobody is told again of what these entries say: whoever was to be told was told by the installation that wrote them first.</summary>
    private static async Task<Engagement> AppendAgainAsync(Held held, Engagement facts, IReadOnlyList<byte[]> entries)
    {
        var after = facts;
        foreach (var bytes in entries)
        {
            var entry = Entry.Read(bytes);
            after = Replay.Next(after, bytes, Leaf.HashOf(bytes));
            await InsertAsync(held, Digests.Sha256(entry.Signed.Machine is null && entry.Signed.People.IsEmpty ? bytes : entry.Signed.Write()), entry.Seq, entry.At, bytes);
        }

        foreach (var model in ReadModel.All) await model.FollowAsync(held, facts, after, null);
        return after;
    }

    private async Task<(Delivery, Engagement)> DecideAsync(Held held, SignedAct signed, Digest message, Engagement before, Attempt attempt)
    {
        var facts = Leaf.After(before, await held.ReadAsync<byte[]>(NewEntries, new { engagement = held.Engagement, from = before.NextSeq }));
        if (await FindAsync(held, message) is { } earlier) return (earlier, facts);
        if (!SameKeys(before, facts)) attempt = ActVerifier.Verify(facts, signed);
        if (await BehindTable.IsBehindAsync(held)) return (new Delivery.Behind(signed.Act.IsSafety && await BehindTable.KeepAsync(held, signed, time.Of(held.Engagement).Now)), facts);

        var now = Now(held.Engagement, facts);
        switch (Rulebook.Decide(facts, attempt, now))
        {
            case Outcome.Refused refused:
                await RefusalTable.KeepAsync(held, message, attempt, refused, now);
                return (new Delivery.Refused(refused.Refusals), facts);
            case Outcome.Accepted accepted:
                var bytes = new Entry(facts.NextSeq, now, signed, accepted.Missing).Write();
                Entry.Read(bytes); // What followers could not read again, say because it is too long with what we add, must not come into the record: it would end it.
                var after = facts.After(new(facts.NextSeq, now, Leaf.HashOf(bytes), attempt));
                await InsertAsync(held, message, facts.NextSeq, now, bytes);
                foreach (var model in ReadModel.All) await model.FollowAsync(held, facts, after, signed.Act.Subject);
                if (signed.Act is ReplaceKey replaced) await Sessions.EndAllAsync(held, facts.People[replaced.Person].Key.Id);
                await outbox.FollowAsync(held, facts.NextSeq, signed.Act, after);
                return (new Delivery.Stored(facts.NextSeq, now, Leaf.HashOf(bytes), accepted.Missing, IsNew: true), after);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static string OutcomeOf(Delivery delivery) => delivery switch
    {
        Delivery.Stored { IsNew: true } => "recorded",
        Delivery.Stored => "again",
        Delivery.Behind => "behind",
        _ => "refused",
    };

    /// <summary>After the commit: what was written wakes whoever acts on it.</summary>
    private void Ring(Act act)
    {
        bell.Bell.Ring();
        if (act is DeadlinePassed or ReplaceKey) outbox.Ring();
    }

    private static async Task InsertAsync(Held held, Digest message, long seq, DateTimeOffset now, byte[] bytes)
    {
        var row = new { engagement = held.Engagement, seq, at = now.ToUnixTimeMilliseconds(), message = message.Value, bytes, next = seq + 1 };
        await held.WriteAsync("insert into entry (engagement, seq, at, message, bytes) values (@engagement, @seq, @at, @message, @bytes)", row);

        // The size that the decision was made on stands in the statement: had the engagement moved, nothing would change here and all of it be rolled back.
        if (await held.WriteAsync("update engagement set size = @next where id = @engagement and size = @seq", row) != 1)
            throw new InvalidOperationException("the engagement moved while it was held");
    }

    private static async Task<Delivery.Stored?> FindAsync(Held held, Digest message) =>
        await held.ReadAsync<byte[]>(Earlier, new { engagement = held.Engagement, message = message.Value }) is [var bytes] ? Again(bytes) : null;

    private static Delivery.Stored Again(byte[] bytes)
    {
        var entry = Entry.Read(bytes);
        return new(entry.Seq, entry.At, Leaf.HashOf(bytes), entry.Missing, IsNew: false);
    }

    /// <summary>Names that nobody founded are not remembered, or a stranger could fill the memory with them.</summary>
    private void Remember(string engagement, Engagement facts)
    {
        if (facts.Founding is not null) known.AddOrUpdate(engagement, facts, (_, held) => held.NextSeq > facts.NextSeq ? held : facts);
    }

    private static bool IsSignedByKnown(Engagement facts, Attempt attempt) =>
        ActVerifier.KnownKeys(facts).Any(key => key.Id == attempt.Machine?.Key || attempt.Signers.Any(signer => signer.Key == key.Id));

    /// <summary>A check of signatures holds as long as nobody's key was added or changed.</summary>
    private static bool SameKeys(Engagement before, Engagement after) =>
        ReferenceEquals(before.People, after.People) && ReferenceEquals(before.Stations, after.Stations) && ReferenceEquals(before.Founding, after.Founding);

    private DateTimeOffset Now(string engagement, Engagement facts) => DateTimeOffset.FromUnixTimeMilliseconds(Rulebook.Time(facts, time.Of(engagement).Now).ToUnixTimeMilliseconds());
}
