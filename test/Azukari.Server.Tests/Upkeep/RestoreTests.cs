using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Server.Tests.Front;
using Azukari.Server.Tests.Storage;
using Azukari.Testing;

namespace Azukari.Server.Tests.Upkeep;

/// <summary>Yesterday's database comes back: it forks nothing, tells nobody twice, and is whole again once the key holders have given back what they saw.</summary>
public sealed class RestoreTests
{
    public static TheoryData<Where> Engines => JournalTests.Engines;

    /// <summary>From and to: also between the engines.</summary>
    public static TheoryData<Where, Where> Ways => PostgresCluster.MissingReason is null
        ? new() { { Where.Sqlite, Where.Sqlite }, { Where.Postgres, Where.Postgres }, { Where.Sqlite, Where.Postgres }, { Where.Postgres, Where.Sqlite } }
        : new() { { Where.Sqlite, Where.Sqlite } };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Yesterdays_database_takes_nothing_until_both_key_holders_have_given_back_what_came_after(Where from, Where to)
    {
        await using var town = await Town.SettledAsync(from);
        var backup = await BackUpAsync(town);
        var size = (int)town.Facts.NextSeq;
        await town.PermitAsync();
        await town.CosignAsync(town.OwnerWitness, town.ContractorWitness);
        var (entries, note) = await town.KeptAsync();

        await town.Host.RestoreAsync(backup, to);
        town.Forget(entries, size);
        Assert.Equal((200, size), await town.LookAsync("owner-holder", have: entries.Count) is var look ? (look.Status, (int)TransparencyLog.Checkpoint.Parse(TransparencyLog.SignedNote.Parse(look.Body).Text.Span).Size) : default);
        (await town.SendAsync(Policy(town))).Is(503, "record-behind");
        await town.GiveBackAsync("owner-holder", entries, note);
        town.Forget(entries, entries.Count);
        (await town.SendAsync(Policy(town))).Is(503, "record-behind"); // The contractor's may know more.

        await town.LookAsync("contractor-holder", have: entries.Count);
        await town.LookAsync("owner-holder", have: entries.Count);

        Assert.Equal(entries, await town.Host.RowsAsync<byte[]>("select bytes from entry order by seq"));
        Assert.Equal(note[..note.AsSpan().LastIndexOf("\n\n"u8)], (await town.AskAsync(HttpMethod.Get, "checkpoint")).Body[..note.AsSpan().LastIndexOf("\n\n"u8)]);
        await town.DoAsync(Policy(town));
        Assert.Equal(entries.Count + 1, (await town.ReplayedAsync()).NextSeq);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Nobody_is_told_twice(Where where)
    {
        using var mail = MailSink.Start();
        await using var town = await Town.OutsideAsync(where, mail.Arguments());
        foreach (var person in new[] { "c-manager", "c-carrier" }) await town.ReachAsync(person, "ja");
        await town.Host.WatchAsync();
        var backup = await BackUpAsync(town);
        town.Host.Clock.SetUtcNow(Town.Clock(13, 0));
        await town.Host.WatchAsync();
        await town.Host.UntilAsync("select count(*) from outbox where sent > 0", least: 2);
        var (entries, note) = await town.KeptAsync();
        var told = mail.Mails.Count;

        await town.Host.RestoreAsync(backup, where);
        for (var round = 0; round < 2; round++) await town.Host.WatchAsync();
        Assert.Equal(told, mail.Mails.Count); // The deadline is due, and it is not known yet that it has sounded.
        foreach (var holder in new[] { "owner-holder", "contractor-holder" }) await town.GiveBackAsync(holder, entries, note);
        for (var round = 0; round < 2; round++) await town.Host.WatchAsync();

        Assert.Equal(told, mail.Mails.Count);
        Assert.Equal(entries, await town.Host.RowsAsync<byte[]>("select bytes from entry order by seq"));
        town.Host.Clock.SetUtcNow(Town.Clock(13, 15));
        await town.Host.WatchAsync();
        Assert.Contains("Arrival 2 0", await town.AlarmsAsync()); // And it goes on from there.
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_loss_that_comes_meanwhile_is_kept_and_recorded_once_the_record_is_whole(Where where)
    {
        await using var town = await Town.OutsideAsync(where);
        var backup = await BackUpAsync(town);
        await town.DoAsync(Policy(town));
        var (entries, note) = await town.KeptAsync();

        await town.Host.RestoreAsync(backup, where);
        for (var time = 0; time < 3; time++) // Signed anew each time, as a key holder signs its tombstones: it is kept once.
            Assert.Equal(202, (await Knock.AnonymousAsync(town.Host, HttpMethod.Post, $"/api/v1/engagements/{Town.Name}/acts", town.Lost().Write())).Status);
        Assert.Equal([1], await town.Host.RowsAsync<long>("select count(*) from waiting"));
        foreach (var holder in new[] { "contractor-holder", "owner-holder" }) await town.GiveBackAsync(holder, entries, note);
        await town.Host.WatchAsync();

        Assert.NotNull((await town.ReplayedAsync()).Find(Town.Case)!.KillOrdered);
        Assert.Single(town.Facts.Find(Town.Case)!.Losses);
        Assert.Equal([0], await town.Host.RowsAsync<long>("select count(*) from waiting"));
    }

    [Fact]
    public async Task What_waited_and_does_not_fit_is_dropped_and_the_watch_goes_on()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        var lost = town.Lost();
        var forged = lost with { People = [lost.People[0] with { Signature = town.Lost("c-executive").People[0].Signature }] };
        await town.Host.TamperAsync("insert into waiting (engagement, message, at, bytes) values (@engagement, 'one', 0, @bytes)", new { engagement = Town.Name, bytes = forged.Write() });
        town.Host.Clock.SetUtcNow(Town.Clock(13, 0));

        await town.Host.WatchAsync();

        Assert.Equal([0], await town.Host.RowsAsync<long>("select count(*) from waiting"));
        Assert.Equal(["Arrival 1 0"], await town.AlarmsAsync());
        Assert.Null(town.Facts.Find(Town.Case)!.KillOrdered);
    }

    [Fact]
    public async Task What_a_key_holder_gives_back_counts_only_as_this_log_signed_it()
    {
        await using var town = await Town.SettledAsync(Where.Sqlite);
        var backup = await BackUpAsync(town);
        await town.PermitAsync();
        var (entries, note) = await town.KeptAsync();
        await town.Host.RestoreAsync(backup, Where.Sqlite);
        using var other = TransparencyLog.NoteSigner.Generate($"azukari.invalid/{Town.Name}", TransparencyLog.NoteAlgorithm.Ed25519);
        var forged = new TransparencyLog.Checkpoint(other.Verifier.Name, 900, TransparencyLog.MerkleTree.LeafHash("x"u8)).Sign(other).ToBytes();

        (await town.AskAsync(HttpMethod.Post, "witnessed", forged, by: "owner-holder")).Is(403, "bad-signature");
        (await town.AskAsync(HttpMethod.Post, "witnessed", note, by: "c-root")).Is(403, "not-yours");
        byte[][] swapped = [.. entries.SkipLast(2), entries[^1], entries[^2]];
        await town.AskAsync(HttpMethod.Post, "witnessed", note, by: "owner-holder");
        await ReturnOnceAsync(town, swapped);

        Assert.Equal(entries.Count - 3, (await town.Host.RowsAsync<long>("select count(*) from entry")).Single());
        await town.GiveBackAsync("owner-holder", entries, note);
        Assert.Equal(entries.Count, (await town.Host.RowsAsync<long>("select count(*) from entry")).Single());
    }

    [Fact]
    public async Task A_snapshot_that_nobody_called_a_restore_is_found_out_by_the_key_holders()
    {
        await using var town = await Town.SettledAsync(Where.Sqlite);
        var (size, before) = ((int)town.Facts.NextSeq, await town.KeptAsync());
        await town.PermitAsync();
        var (entries, note) = await town.KeptAsync();
        foreach (var table in new[] { "entry", "checkpoint" }) await town.Host.TamperAsync($"delete from {table} where {(table == "entry" ? "seq >= " : "size > ")}{size}");
        await town.Host.TamperAsync($"update engagement set size = {size}");
        await town.Host.RestartAsync();

        await town.GiveBackAsync("owner-holder", entries, note);
        town.Forget(entries, entries.Count);
        (await town.SendAsync(Policy(town))).Is(503, "record-behind");
        await town.LookAsync("contractor-holder", have: before.Entries.Count);

        await town.DoAsync(Policy(town));
        Assert.Equal(entries, (await town.Host.RowsAsync<byte[]>("select bytes from entry order by seq")).Take(entries.Count));
    }

    /// <summary>Another policy, which no story depends on.</summary>
    private static Protocol.Ledger.SignedAct Policy(Town town) => town.Sign(
        new SetPolicy(9, 10, 2, [new(NetworkLayer.MyNumber, NetworkLayer.Isolated)], Town.YearEnds, Clock: Domain.Watch.ClockPolicy.Default with { ReviewDays = 400 }), null, ("o-approver", Role.Approver));

    private static async Task ReturnOnceAsync(Town town, byte[][] entries)
    {
        var next = entries.Length - 3;
        await town.AskAsync(HttpMethod.Post, $"returned?from={next}", TransparencyLog.EntryBundle.Write([.. entries[next..].Select(entry => (ReadOnlyMemory<byte>)entry)]), by: "owner-holder");
    }

    private static async Task<string> BackUpAsync(Town town)
    {
        var folder = Path.Combine(town.Host.Data, "backup");
        var (exit, output) = await town.Host.OperateAsync("backup", "--to", folder);
        Assert.True(exit == 0, output);
        return folder;
    }
}
