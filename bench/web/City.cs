using System.Diagnostics;
using Azukari.Domain;
using Azukari.Domain.Incidents;
using Azukari.Server;
using Azukari.Server.Ledger;
using Azukari.Server.People;
using Azukari.Server.Storage;
using Azukari.TransparencyLog;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Azukari.Web.Bench;

/// <summary>How large a city is.</summary>
/// <param name="Engagements">How many contracts entrust its data.</param>
/// <param name="Each">Carry-outs of each in the year so far.</param>
/// <param name="Outside">How many of them are outside now.</param>
/// <param name="Brief">Of a hundred that ended, how many ended right after they were applied for.</param>
internal sealed record Size(int Engagements, int Each, int Outside, int Brief);

/// <summary>An installation's data folder, filled as a record that was lost comes back: in runs that lie ready, which the journal takes in at once, by its own rules. Then the read models are forgotten, so that the first start makes them anew.</summary>
internal sealed class City(string folder, Size size)
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    private readonly Keys keys = new();
    private readonly Settings settings = new(folder, null, new HashSet<string>(), Settings.UsualBurst, null, "", null, null, null);
    private readonly DateTimeOffset now = DateTimeOffset.UtcNow;

    internal static string NameOf(int n) => $"entrusted-{n}";

    /// <summary>Writes everything and says how many entries there are and how long it took.</summary>
    internal async Task<(long Entries, TimeSpan Took)> BuildAsync()
    {
        var began = Stopwatch.GetTimestamp();
        var entries = 0L;
        await using (var service = await Server.Program.BuildAsync(["--data", folder, "--urls", "http://127.0.0.1:0"], TimeProvider.System))
        {
            var (engine, journal) = (service.Services.GetRequiredService<Engine>(), service.Services.GetRequiredService<Journal>());
            await Parallel.ForEachAsync(Enumerable.Range(0, size.Engagements), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (n, _) => Interlocked.Add(ref entries, await FillAsync(engine, journal, NameOf(n))));
            await using var connection = await engine.OpenAsync(durably: false, CancellationToken.None);
            await connection.ExecuteAsync("delete from read_model; delete from returned; vacuum");
            await connection.ExecuteAsync("pragma wal_checkpoint(truncate)");
        }

        return (entries, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Signs people in: a passkey and a session for each, as if they had just touched their authenticators.</summary>
    internal async Task<IReadOnlyList<Visitor>> SignInAsync(int users)
    {
        await using var engine = new SqliteEngine(Path.Combine(folder, "azukari.db"));
        await using var connection = await engine.OpenAsync(durably: false, CancellationToken.None);
        string[] people = [.. Year.People];
        List<Visitor> visitors = [];
        for (var n = 0; n < users; n++)
        {
            var (engagement, person, secret) = (NameOf(n % size.Engagements), people[n % people.Length], Secret.Make());
            var key = keys.Of(engagement, person).PublicKey;
            await connection.ExecuteAsync("insert into credential (id, key_id, ssh, made) values (@id, @id, @ssh, @at) on conflict do nothing", new { id = key.KeyId, ssh = key.ToString(), at = now.ToUnixTimeMilliseconds() });
            var at = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            await connection.ExecuteAsync("insert into session (token, credential, begun, seen, browser) values (@token, @credential, @at, @at, 'bench')", new { token = Secret.DigestOf(secret), credential = key.KeyId, at });
            visitors.Add(new(secret, engagement, Batch.Case(size.Each - 1).Value, Batch.Case(size.Each).Value));
        }

        return visitors;
    }

    private async Task<long> FillAsync(Engine engine, Journal journal, string engagement)
    {
        var (april, ends) = FiscalYear();
        var clerk = new Clerk(engagement, keys, april);
        var days = Math.Max(1, Math.Min(size.Each - size.Outside, (int)(now - april).TotalDays - 6));
        var daily = (size.Each - size.Outside + days - 1) / days;
        var year = new Year(clerk, ends, Math.Max(daily, size.Outside + 1));
        using var owner = NoteSigner.Generate("owner.example", NoteAlgorithm.CosignatureV1);
        using var contractor = NoteSigner.Generate("contractor.example", NoteAlgorithm.CosignatureV1);
        year.Begin(LogKeys.OriginOf(engagement), new LogKeys(settings).Make(engagement).ToString(), owner.Verifier.ToString(), contractor.Verifier.ToString());

        var (next, quarter, last) = (0, 0, size.Each - size.Outside);
        for (var day = now.ToOffset(Japan).Date.AddDays(-4 - days); next < last; day = day.AddDays(1))
        {
            var leaves = new DateTimeOffset(day.AddHours(9), Japan);
            if (day is { Day: 1, Month: 4 or 7 or 10 or 1 }) continue; // Lists are signed on the first day of a quarter.
            clerk.At(leaves.AddHours(-21));
            if ((day.Month - 1) / 3 is var current && current != quarter) (quarter, _) = (current, Began(year));

            var count = Math.Min(daily, last - next);
            var brief = count * size.Brief / 100;
            var withdrawn = new Batch(clerk, leaves, next, brief);
            withdrawn.Ask();
            withdrawn.Withdraw();
            var closed = new Batch(clerk, leaves, next + brief, count - brief);
            closed.Ask();
            closed.Leave();
            closed.Close();
            next += count;
            await SaveAsync(engine, clerk);
        }

        clerk.At(now.AddHours(-23));
        if ((clerk.Clock.ToOffset(Japan).Month - 1) / 3 != quarter) Began(year); // A few each day may have been out long ago.
        Today(clerk);
        await SaveAsync(engine, clerk);
        if (!await journal.TakeBackAsync(engagement, clerk.Facts.NextSeq, clerk.Tree.Root())) throw new InvalidOperationException($"{engagement} was not taken in");
        return clerk.Facts.NextSeq;
    }

    private static bool Began(Year year)
    {
        year.Quarter();
        return true;
    }

    /// <summary>Some are on the way, one of them was lost, and one waits for a decision.</summary>
    private void Today(Clerk clerk)
    {
        var leaves = now.AddHours(-1);
        clerk.At(leaves.AddHours(-21));
        var outside = new Batch(clerk, leaves, size.Each - size.Outside, size.Outside + 1);
        outside.Ask();
        new Batch(clerk, leaves, size.Each - size.Outside, size.Outside).Leave();
        clerk.At(now.AddMinutes(-5));
        clerk.Do(new ReportLoss(Batch.Case(size.Each - 1), LossKind.Lost), null, ("c-carrier", Role.Member));
    }

    private (DateTimeOffset Begins, DateTimeOffset Ends) FiscalYear()
    {
        var today = now.ToOffset(Japan);
        var april = new DateTimeOffset(today.Month < 4 ? today.Year - 1 : today.Year, 4, 1, 0, 0, 0, Japan);
        return (april, april.AddYears(1).AddSeconds(-1));
    }

    /// <summary>Lays ready what has been written since.</summary>
    private static async Task SaveAsync(Engine engine, Clerk clerk)
    {
        using var turn = await engine.TurnAsync(CancellationToken.None);
        await using var connection = await engine.OpenAsync(durably: false, CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("insert into returned (engagement, seq, bytes) values (@Engagement, @Seq, @Bytes)", clerk.Written.Select(entry => new { clerk.Engagement, entry.Seq, entry.Bytes }), transaction);
        await transaction.CommitAsync();
        clerk.Written.Clear();
    }
}
