using System.Globalization;
using System.Text.Json.Nodes;
using Azukari.Demo.City;
using Azukari.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Azukari.Demo.Tests.Front;

/// <summary>The station's counts are those that SQL makes on the destination (R12, R18).</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class CountTests(Founded founded)
{
    [Fact]
    public async Task What_was_counted_when_sealing_is_what_sql_counts_at_the_destination()
    {
        var (receipt, database) = await CarryAsync(founded.Source);

        Assert.Equal(Records(database), receipt["records"]!.GetValue<long>());
        Assert.Equal(People(database), receipt["people"]!.GetValue<long>());
    }

    [Fact]
    [Trait("Run", "deep")]
    public async Task A_row_planted_twice_is_one_record_more_and_nobody_more()
    {
        var (plain, _) = await CarryAsync(founded.Source);
        var source = Copy();
        var tax = Path.Combine(source, "tax.csv");
        var lines = File.ReadAllLines(tax);
        File.AppendAllText(tax, lines[1] + "\n");

        var (receipt, database) = await CarryAsync(source);

        Assert.Equal(plain["records"]!.GetValue<long>() + 1, receipt["records"]!.GetValue<long>());
        Assert.Equal(plain["people"]!.GetValue<long>(), receipt["people"]!.GetValue<long>());
        Assert.Equal(Records(database), receipt["records"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_person_planted_in_two_datasets_is_two_records_and_one_person_more()
    {
        var (plain, _) = await CarryAsync(founded.Source);
        var source = Copy();
        File.AppendAllText(Path.Combine(source, "tax.csv"), "planted-1,5500\n");
        File.AppendAllText(Path.Combine(source, "accounts-welfare.csv"), "planted-1,0900,001,1,1234567,ｱｵ\n");

        var (receipt, database) = await CarryAsync(source, Founded.Residents + 1);

        Assert.Equal(plain["records"]!.GetValue<long>() + 2, receipt["records"]!.GetValue<long>());
        Assert.Equal(plain["people"]!.GetValue<long>() + 1, receipt["people"]!.GetValue<long>());
        Assert.Equal(People(database), receipt["people"]!.GetValue<long>());
    }

    [Fact]
    public async Task From_postgresql_to_postgresql_the_counts_are_sqls_too()
    {
        Assert.SkipUnless(PostgresCluster.MissingReason is null, PostgresCluster.MissingReason ?? "");
        var (source, destination) = (await PostgresCluster.Shared.CreateDatabaseAsync(), await PostgresCluster.Shared.CreateDatabaseAsync());
        await using (var city = NpgsqlDataSource.Create(source)) await SyntheticCity.Create(Founded.Residents, seed: 7).CopyToPostgresAsync(city, "benefit");
        var (from, into) = (founded.At.Rooms["source.connection"], founded.At.Rooms["destination.connection"]);
        await File.WriteAllTextAsync(from, source);
        await File.WriteAllTextAsync(into, destination);

        var receipt = await CarryAsync($"postgres:{from}:benefit", $"postgres:{into}:public", Founded.Residents);

        await using var database = NpgsqlDataSource.Create(destination);
        await using var records = database.CreateCommand($"select {RecordsSql}");
        await using var people = database.CreateCommand($"select {PeopleSql}");
        Assert.Equal(Convert.ToInt64(await records.ExecuteScalarAsync(), CultureInfo.InvariantCulture), receipt["records"]!.GetValue<long>());
        Assert.Equal(Convert.ToInt64(await people.ExecuteScalarAsync(), CultureInfo.InvariantCulture), receipt["people"]!.GetValue<long>());
    }

    private async Task<(JsonObject Receipt, string Database)> CarryAsync(string source, int people = Founded.Residents)
    {
        var database = founded.At.Rooms["call-centre", $"{Guid.NewGuid():n}.db"];
        return (await CarryAsync($"csv:{source}", $"sqlite:{database}", people), database);
    }

    private async Task<JsonObject> CarryAsync(string from, string into, int people)
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(people);
        var receipt = await journey.SealAsync(from);
        await journey.DepartAsync(receipt["sealNumber"]!.GetValue<string>());
        await journey.ArriveAsync();
        var loaded = await journey.OpenAsync(into);

        Assert.Equal(receipt["people"]!.GetValue<long>(), loaded["people"]!.GetValue<long>());
        return receipt;
    }

    private string Copy()
    {
        var copy = Directory.CreateDirectory(founded.At.Rooms["sources", Guid.NewGuid().ToString("n")]).FullName;
        foreach (var file in Directory.GetFiles(founded.Source)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    private static string RecordsSql => string.Join(" + ", SyntheticCity.Datasets.Select(dataset => $"(select count(*) from {dataset.Table})"));

    private static string PeopleSql => $"(select count(*) from ({string.Join(" union ", SyntheticCity.Datasets.Select(dataset => $"select {dataset.PersonKey} from {dataset.Table}"))}) people)";

    private static long Records(string database) => Ask(database, RecordsSql);

    private static long People(string database) => Ask(database, PeopleSql);

    private static long Ask(string database, string what)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the invented city only.
        command.CommandText = $"select {what}";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
