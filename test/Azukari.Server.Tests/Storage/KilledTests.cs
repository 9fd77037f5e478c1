using System.Collections.Concurrent;
using Azukari.Domain;
using Azukari.Domain.Incidents;
using Azukari.Domain.People;
using Azukari.Protocol.Ledger;
using Azukari.Server.Tests.Front;
using Azukari.Testing;
using Azukari.TransparencyLog;

namespace Azukari.Server.Tests.Storage;

/// <summary>What was answered stays, whatever happens to the program in the middle of its work.</summary>
public sealed class KilledTests(ITestOutputHelper output)
{
    // A town is left after so many: its record grows with each, and that shows nothing more.
    private const int Towns = 4, KillsInATown = 25;

    public static TheoryData<Where> Engines => JournalTests.Engines;

    [Fact]
    public async Task An_act_that_was_answered_outlives_the_program()
    {
        await using var town = await Town.FoundedInProgramAsync();
        var load = new Load(town, Enumerable.Range(0, 80).Select(n => Newcomer(town, n)));

        var sending = load.SendAsync(() => town.Host);
        await load.UntilAsync(20, sending);
        await town.Host.KillAsync();
        await sending;
        await town.Host.StartAgainAsync();

        Assert.InRange(load.Promised.Count, 20, 79);
        await load.AssertKeptAsync(town.Host);
        foreach (var act in load.Acts) Assert.InRange((await town.SendAsync(act)).Status, 200, 201);
        Assert.Equal(81, (await town.ReplayedAsync()).NextSeq);
        Assert.Equal(81, Checkpoint.Parse(SignedNote.Parse((await town.AskAsync(HttpMethod.Get, "checkpoint")).Body).Text.Span).Size);
    }

    /// <summary>On the engine with more processes; both are killed a hundred times in the deep run.</summary>
    [Fact]
    public Task Killed_at_any_moment_it_keeps_every_act_that_it_answered_and_starts_again() => KillAsync(Where.Postgres, times: 2);

    [Theory]
    [Trait("Run", "deep")]
    [MemberData(nameof(Engines))]
    public async Task Killed_a_hundred_times_it_keeps_every_act_that_it_answered(Where where)
    {
        for (var town = 0; town < Often.Times(Towns); town++) await KillAsync(where, KillsInATown);
        output.WriteLine($"{Often.Times(Towns) * KillsInATown} kills");
    }

    /// <summary>Newcomers and losses, so that entries, read models, deadlines, alarms and what they owe are all being written when the end comes.</summary>
    private static async Task KillAsync(Where where, int times)
    {
        var postgres = where == Where.Postgres ? await PostgresCluster.Shared.CreateDatabaseAsync() : null;
        await using var town = await Town.FoundedInProgramAsync(postgres);
        foreach (var root in new[] { "o-root", "c-root" }) await town.ReachAsync(root, "ja");
        var (seed, promised) = (Environment.TickCount, 0);
        var dice = new Random(seed);

        for (var time = 0; time < times; time++)
        {
            town.Host.Clock.SetUtcNow(DateTimeOffset.UtcNow);
            var load = new Load(town, Enumerable.Range(time * 40, 40).Select(n => n % 4 == 3 ? Loss(town, n, time == 0 ? "o-root" : $"o-{n - 41}") : Newcomer(town, n))); // Whoever came the time before, where they came in time.
            var sending = load.SendAsync(() => town.Host);
            await load.UntilAsync(dice.Next(1, 35), sending);
            await Task.Delay(dice.Next(0, 15)); // Somewhere within the next ones.
            await town.Host.KillAsync();
            await sending;

            await town.Host.StartAgainAsync();
            await load.AssertKeptAsync(town.Host);
            promised += load.Promised.Count;
            if (time % 10 == 9 || time == times - 1) await AssertWholeAsync(town, $"seed {seed}, after {time + 1}");
        }

        Assert.True(promised > 0, $"nothing was answered; seed {seed}");
    }

    /// <summary>Nothing stands half: the doctor finds the record as it was signed, no alarm stands twice, and every alarm owes what it owes.</summary>
    private static async Task AssertWholeAsync(Town town, string when)
    {
        var (_, output) = await town.Host.OperateAsync("doctor"); // It says besides that the tests' own PostgreSQL is no durable one, and is right.
        Assert.True(output.Contains("good   record", StringComparison.Ordinal) && output.Contains("good   schema", StringComparison.Ordinal), $"{when}\n{output}");
        await town.ReplayedAsync();
        var (size, owed) = (-1L, -1L);
        for (var look = 0; look < 100 && size != town.Facts.NextSeq; look++) // The watch goes on writing; all three are to be of one moment.
        {
            await town.FollowAsync();
            owed = (await town.Host.RowsAsync<long>("select count(*) from outbox where person = 'o-root' and alarm not like 'clock%'")).Single();
            size = (await town.Host.RowsAsync<long>("select size from engagement")).Single();
        }

        Assert.True(size == town.Facts.NextSeq, when);
        Assert.Distinct(town.Facts.Alarms.Select(alarm => (alarm.Kind, alarm.About, alarm.Step, alarm.Call)));

        // An entry and what it owes come in one transaction. The owner's root was told of most of them, and can be reached.
        Assert.Equal(town.Facts.Alarms.LongCount(alarm => alarm.Told.Any(person => person.Value == "o-root")), owed);
    }

    internal static SignedAct Newcomer(Town town, int n) => town.Sign(new EnrolPerson(new($"o-{n}"), new("city"), town.FactOf($"o-{n}")), null, ($"o-{n}", Role.Member), ("o-root", Role.Representative));

    /// <summary>Of something that nobody granted: people are called, at once for the first that one person reports within an hour (R23).</summary>
    internal static SignedAct Loss(Town town, int n, string reporter) => town.Sign(new ReportLoss(new($"gone-{n}"), LossKind.Lost), null, (reporter, Role.Member));
}

/// <summary>Acts that are sent by several at once, and what was promised about them.</summary>
internal sealed class Load(Town town, IEnumerable<SignedAct> acts)
{
    internal SignedAct[] Acts { get; } = [.. acts];

    internal ConcurrentDictionary<int, string> Promised { get; } = new();

    /// <summary>Sends each once, to the node that is named at that moment; what is not answered is not promised.</summary>
    internal Task SendAsync(Func<Host> node) => EachAsync(async n => await TryAsync(n, node()));

    /// <summary>Sends each until somebody answers for it, as whoever has no answer does.</summary>
    internal Task SendUntilAnsweredAsync(Func<int, Host> node) => EachAsync(async n =>
    {
        for (var time = 0; time < 600; time++)
        {
            if (await TryAsync(n, node(n + time))) return;
            await Task.Delay(100);
        }
    });

    internal async Task UntilAsync(int promised, Task sending)
    {
        while (Promised.Count < promised && !sending.IsCompleted) await Task.Delay(5);
    }

    /// <summary>The same bytes again get the same answer, word for word.</summary>
    internal async Task AssertKeptAsync(Host node)
    {
        foreach (var (n, text) in Promised) Assert.Equal((200, text), await town.SendAsync(node, Acts[n]) is var answer ? (answer.Status, answer.Text) : default);
    }

    private Task EachAsync(Func<int, Task> send) => Parallel.ForEachAsync(Enumerable.Range(0, Acts.Length), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) => await send(n));

    private async Task<bool> TryAsync(int n, Host node)
    {
        try
        {
            if (await town.SendAsync(node, Acts[n]) is not { Status: 200 or 201 } answer) return false;

            Promised[n] = answer.Text;
            return true;
        }
        catch (HttpRequestException)
        {
            return false; // It was killed while it was asked, or is not there.
        }
    }
}
