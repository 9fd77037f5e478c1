using Azukari.Demo.Stories;
using Azukari.Domain.Closing;
using Azukari.Domain.Opening;
using Azukari.Protocol.Ledger;
using Azukari.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Azukari.Demo.Tests.Front;

/// <summary>A station in a room without a network, to which both sides' answer has just been carried: what comes now is <c>azukari open</c>.</summary>
internal sealed class OpeningMoment : CrashMoment
{
    private const string Connection = "postgres";
    private readonly bool intoPostgres;

    private OpeningMoment(Founded founded, Journey journey, bool intoPostgres) : base(founded, journey) => this.intoPostgres = intoPostgres;

    /// <param name="founded">The installation.</param>
    /// <param name="intoPostgres">Where the rows go: into a database of this life's own on a server, or else into a file.</param>
    internal static async Task<OpeningMoment> PrepareAsync(Founded founded, bool intoPostgres = false)
    {
        var (at, journey) = (founded.At, founded.NewJourney());
        await journey.AskAsync(Founded.Residents);
        await journey.DepartAsync((await journey.SealAsync($"csv:{founded.Source}"))["sealNumber"]!.GetValue<string>());
        await journey.ArriveAsync();
        await journey.ConfirmAsync();

        var moment = new OpeningMoment(founded, journey, intoPostgres);
        await moment.FurnishAsync("st-open");
        await at.Stations["st-open"].DoAsync([.. moment.Open(moment.Before), "--into", $"sqlite:{moment.In("rows.db")}", "--out", moment.In("request.json")]);
        await at.Desk.DoAsync("submit", "--desk", at.DeskFolder, "--message", moment.In("request.json"), "--carry-out", journey.Id, "--answer", moment.In("answer.json"));
        return moment;
    }

    internal override async Task<string[]> CallAsync(string life)
    {
        var connection = Path.Combine(life, Connection);
        if (intoPostgres && !File.Exists(connection)) await File.WriteAllTextAsync(connection, await PostgresCluster.Shared.CreateDatabaseAsync());
        return [.. Open(life), "--into", intoPostgres ? $"postgres:{connection}:public" : $"sqlite:{Path.Combine(life, "rows.db")}", "--in", Path.Combine(life, "answer.json"), "--out", Receipt(life)];
    }

    /// <summary>All or nothing is loaded.</summary>
    internal override void AssertSound(string life, string where) => Assert.True(Loaded(life) is (0, 0) or (Founded.Residents, 1), $"{where}: half loaded");

    internal override void AssertDone(string life, string where)
    {
        Assert.Equal((Founded.Residents, 1L), Loaded(life));
        var loaded = Assert.IsType<ConfirmLoaded>(Assert.Single(Acts(Receipt(life))).Act).Measured;
        Assert.Equal((Founded.Residents, DestructionCause.Loaded), ((int)loaded.People, loaded.KeyDestroyed.Cause));
        Assert.Empty(Directory.GetFiles(Path.Combine(life, "station", "identities"), loaded.KeyDestroyed.Recipient.Value + "*"));
        Assert.Empty(Directory.GetFiles(Path.Combine(life, "station", "work"), Journey.Id + ".*"));
    }

    internal static string Receipt(string life) => Path.Combine(life, "loaded.json");

    internal static IEnumerable<SignedAct> Acts(string receipt) => Message.Read(File.ReadAllBytes(receipt)).Acts.Select(act => SignedAct.Read(act));

    /// <summary>How many rows and how many markers the destination has.</summary>
    internal static (long Rows, long Markers) Loaded(string life)
    {
        if (File.Exists(Path.Combine(life, Connection))) return LoadedIn(File.ReadAllText(Path.Combine(life, Connection)));
        if (!File.Exists(Path.Combine(life, "rows.db"))) return (0, 0);

        using var database = new SqliteConnection($"Data Source={Path.Combine(life, "rows.db")};Pooling=False");
        database.Open();
        return (Count(database, "residents"), Count(database, "azukari_loaded"));
    }

    private static (long Rows, long Markers) LoadedIn(string server)
    {
        using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        using var counts = database.CreateCommand("select (select count(*) from residents), (select count(*) from azukari_loaded)"); // One statement sees one moment.
        try
        {
            using var row = counts.ExecuteReader();
            row.Read();
            return (row.GetInt64(0), row.GetInt64(1));
        }
        catch (PostgresException none) when (none.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return (0, 0);
        }
    }

    private static long Count(SqliteConnection database, string table)
    {
        using var count = database.CreateCommand();
#pragma warning disable CA2100 // The names stand in this file.
        count.CommandText = $"select count(*) from sqlite_schema where type = 'table' and name = '{table}'";
        if (count.ExecuteScalar() is 0L) return 0;

        count.CommandText = $"select count(*) from {table}";
#pragma warning restore CA2100
        return (long)count.ExecuteScalar()!;
    }

    private string[] Open(string life) => ["open", "--carry-out", Journey.Id, .. Here(life), "--medium", Medium(life)];

    private string In(string name) => Path.Combine(Before, name);
}
