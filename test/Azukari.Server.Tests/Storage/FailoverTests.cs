using Azukari.Domain.Watch;
using Azukari.Protocol.Ledger;
using Azukari.Server.Storage;
using Azukari.Server.Tests.Front;
using Azukari.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Azukari.Server.Tests.Storage;

/// <summary>Two nodes over a primary and its standby: one node is killed under load, then the primary, and the standby is promoted. The record is the one that one node would have written.</summary>
[Trait("Run", "deep")]
public sealed class FailoverTests
{
    [Fact]
    public async Task A_node_and_then_the_primary_are_killed_under_load_and_no_answered_act_is_lost_and_no_alarm_stands_twice()
    {
        Assert.SkipWhen(PostgresCluster.MissingReason is not null, PostgresCluster.MissingReason ?? "");
        using var pair = await PostgresPair.StartAsync();
        using var mail = MailSink.Start();
        await using var town = await Town.FoundedInProgramAsync(pair.ConnectionString, mail.Arguments());
        await using var second = await town.Host.SecondProgramAsync();
        foreach (var root in new[] { "o-root", "c-root" }) await town.ReachAsync(root, "en");
        var load = new Load(town, Enumerable.Range(0, 120).Select(n => n % 8 == 7 ? KilledTests.Loss(town, n, $"o-{n - 1}") : KilledTests.Newcomer(town, n)));

        var sending = load.SendUntilAnsweredAsync(n => n % 2 == 0 ? town.Host : second);
        await load.UntilAsync(30, sending);
        await second.KillAsync();
        await load.UntilAsync(60, sending);
        pair.KillPrimary();
        Assert.False(sending.IsCompleted);
        pair.Promote();
        await second.StartAgainAsync();
        await sending;

        Assert.Equal(load.Acts.Length, load.Promised.Count);
        foreach (var node in new[] { town.Host, second }) await load.AssertKeptAsync(node);
        await UntilQuietAsync(town);
        var facts = await town.ReplayedAsync();
        Assert.Equal(1 + load.Acts.Length + facts.Alarms.Length, facts.NextSeq);
        Assert.Equal(15, facts.Alarms.Count(alarm => alarm is { Kind: DeadlineKind.Incident, Step: 1, Call: 0 })); // One for each loss.
        Assert.Distinct(facts.Alarms.Select(alarm => (alarm.Kind, alarm.About, alarm.Step, alarm.Call)));
        Assert.Contains("good   record", (await second.OperateAsync("doctor")).Output, StringComparison.Ordinal);
        await AssertMailAsync(town, mail, facts);

        var entries = await town.Host.RowsAsync<byte[]>("select bytes from entry order by seq");
        Assert.Equal(entries, await OneNodesAsync(town, entries));
    }

    /// <summary>Everybody who was told got it. Whoever dies between a delivery and its note leaves it owed, so each of the three that died or lost their database may have sent one mail again, under the same Message-ID.</summary>
    private static async Task AssertMailAsync(Town town, MailSink mail, Domain.Engagements.Engagement facts)
    {
        await Task.Delay(TimeSpan.FromSeconds(2)); // Nobody is in the middle of a delivery any more; what is still owed waits for its next try.
        await town.Host.TamperAsync("update outbox set due = 0 where sent = 0");
        for (var look = 0; look < 900 && (await town.Host.RowsAsync<long>("select count(*) from outbox where sent = 0")).Single() > 0; look++) await Task.Delay(100);

        var told = facts.Alarms.Sum(alarm => alarm.Told.Count(person => person.Value is "o-root" or "c-root"));
        var ids = mail.Mails.Where(taken => !taken.Subject!.Contains("clock", StringComparison.OrdinalIgnoreCase)).Select(taken => taken.MessageId).ToArray();
        Assert.Equal(told, ids.Distinct().Count());
        Assert.InRange(ids.Length, told, told + 3);
    }

    private static async Task UntilQuietAsync(Town town)
    {
        var due = 1L;
        for (var look = 0; look < 600 && due > 0; look++)
        {
            due = (await town.Host.RowsAsync<long>($"select count(*) from deadline where due < {DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}")).Single();
            if (due > 0) await Task.Delay(100);
        }

        Assert.Equal(0, due);
    }

    /// <summary>The same acts in the same order at the same times, decided by one node on the other engine.</summary>
    private static async Task<IReadOnlyList<byte[]>> OneNodesAsync(Town town, IReadOnlyList<byte[]> entries)
    {
        using var folder = new TempFolder();
        var clock = new TurnedClock(Entry.Read(entries[0]).At);
        await using var app = await Program.BuildAsync(["--data", folder.FullPath, "--founders", string.Join(',', town.Host.Founders)], clock); // Never started: it writes nothing by itself.
        var journal = app.Services.GetRequiredService<Journal>();
        foreach (var entry in entries.Select(bytes => Entry.Read(bytes)))
        {
            clock.SetUtcNow(entry.At);
            Assert.True(await journal.AppendAsync(entry.Signed, BitConverter.GetBytes(entry.Seq)) is Delivery.Stored { IsNew: true }, $"entry {entry.Seq}");
        }

        return await app.Services.GetRequiredService<Database>().ReadAsync<byte[]>("select bytes from entry order by seq", new { }, CancellationToken.None);
    }
}
