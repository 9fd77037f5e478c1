using Azukari.Demo.Stories;
using Azukari.Domain.Closing;
using Azukari.Domain.Opening;
using Azukari.Protocol.Ledger;
using Microsoft.Data.Sqlite;

namespace Azukari.Demo.Tests.Front;

/// <summary>A station in a room without a network, to which both sides' answer has just been carried: what comes now is <c>azukari open</c>.</summary>
internal sealed class OpeningMoment : CrashMoment
{
    private OpeningMoment(Founded founded, Journey journey) : base(founded, journey)
    {
    }

    internal static async Task<OpeningMoment> PrepareAsync(Founded founded)
    {
        var (at, journey) = (founded.At, founded.NewJourney());
        await journey.AskAsync(Founded.Residents);
        await journey.DepartAsync((await journey.SealAsync($"csv:{founded.Source}"))["sealNumber"]!.GetValue<string>());
        await journey.ArriveAsync();
        await journey.ConfirmAsync();

        var moment = new OpeningMoment(founded, journey);
        await moment.FurnishAsync("st-open");
        await at.Stations["st-open"].DoAsync([.. moment.Open(moment.Before), "--out", moment.In("request.json")]);
        await at.Desk.DoAsync("submit", "--desk", at.DeskFolder, "--message", moment.In("request.json"), "--carry-out", journey.Id, "--answer", moment.In("answer.json"));
        return moment;
    }

    /// <inheritdoc/>
    internal override Task<string[]> CallAsync(string life) => Task.FromResult<string[]>([.. Open(life), "--in", Path.Combine(life, "answer.json"), "--out", Receipt(life)]);

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
        if (!File.Exists(Path.Combine(life, "rows.db"))) return (0, 0);

        using var database = new SqliteConnection($"Data Source={Path.Combine(life, "rows.db")};Pooling=False");
        database.Open();
        return (Count(database, "residents"), Count(database, "azukari_loaded"));
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

    private string[] Open(string life) => ["open", "--carry-out", Journey.Id, .. Here(life), "--medium", Medium(life), "--into", $"sqlite:{Path.Combine(life, "rows.db")}"];

    private string In(string name) => Path.Combine(Before, name);
}
