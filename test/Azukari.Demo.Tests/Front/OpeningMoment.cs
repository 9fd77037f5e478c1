using Azukari.Demo.Stories;
using Azukari.Protocol.Ledger;
using Microsoft.Data.Sqlite;

namespace Azukari.Demo.Tests.Front;

/// <summary>A station in a room without a network, to which both sides' answer has just been carried: what comes now is <c>azukari open</c>, and it can be lived again and again.</summary>
internal sealed class OpeningMoment
{
    private readonly string before;
    private int lives;

    private OpeningMoment(Founded founded, Journey journey, string before) => (Founded, Journey, this.before) = (founded, journey, before);

    internal Founded Founded { get; }

    internal Journey Journey { get; }

    internal static async Task<OpeningMoment> PrepareAsync(Founded founded)
    {
        var (at, journey) = (founded.At, founded.NewJourney());
        await journey.AskAsync(Founded.Residents);
        await journey.DepartAsync((await journey.SealAsync($"csv:{founded.Source}"))["sealNumber"]!.GetValue<string>());
        await journey.ArriveAsync();
        await journey.ConfirmAsync();

        var moment = new OpeningMoment(founded, journey, Directory.CreateDirectory(at.Rooms["moments", journey.Id]).FullName);
        var (computer, desk) = (at.Stations["st-open"], moment.In("desk"));
        await computer.DoAsync("init", "desk", "--engagement", Installation.Engagement, "--to", desk, "--genesis", at.Genesis);
        await at.Desk.DoAsync("status", "--desk", at.DeskFolder, "--carry-out", journey.Id, "--message", moment.In("so-far.json"));
        await computer.DoAsync([.. moment.Open(moment.before, at.StationFolder("st-open")), "--in", moment.In("so-far.json"), "--out", moment.In("request.json")]);
        await at.Desk.DoAsync("submit", "--desk", at.DeskFolder, "--message", moment.In("request.json"), "--carry-out", journey.Id, "--answer", moment.In("answer.json"));
        Folders.Copy(at.StationFolder("st-open"), moment.In("station"));
        Folders.Copy(journey.Medium, moment.In("medium"));
        return moment;
    }

    /// <summary>A fresh folder in which everything stands as it did before.</summary>
    internal string Again()
    {
        var life = Founded.At.Rooms["moments", $"{Journey.Id}-{++lives}"];
        Folders.Copy(before, life);
        return life;
    }

    /// <summary>The words of the call.</summary>
    internal string[] Call(string life) => [.. Open(life, Path.Combine(life, "station")), "--in", Path.Combine(life, "answer.json"), "--out", Receipt(life)];

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

    private string[] Open(string life, string station) =>
        ["open", "--carry-out", Journey.Id, "--station", station, "--medium", life == before ? Journey.Medium : Path.Combine(life, "medium"), "--into", $"sqlite:{Path.Combine(life, "rows.db")}", "--desk", Path.Combine(life, "desk")];

    private string In(string name) => Path.Combine(before, name);
}

/// <summary>Copies of folders.</summary>
internal static class Folders
{
    internal static void Copy(string from, string to)
    {
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories).Prepend(from)) Directory.CreateDirectory(to + folder[from.Length..]);
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, to + file[from.Length..]);
    }
}
