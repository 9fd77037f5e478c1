using Azukari.Extraction.Packaging;
using Azukari.Extraction.Sources;

namespace Azukari.Extraction.Tests;

public sealed class DatasetShapeTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Residents")]
    [InlineData("1st")]
    [InlineData("a_b")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("住民")]
    [InlineData("azukari-loaded")]
    public void An_identifier_that_cannot_name_a_file_and_a_table_alike_is_refused(string id) =>
        Assert.Throws<ArgumentException>(() => new DatasetShape(id, "people", "id", ["id"]));

    [Fact]
    public void A_name_that_PostgreSQL_would_cut_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new DatasetShape(new string('a', 64), "people", "id", ["id"]));
        Assert.Throws<ArgumentException>(() => new DatasetShape("a", "people", "id", ["id", new string('字', 22)]));
        Assert.Equal(2, new DatasetShape(new string('a', 63), "people", "id", ["id", new string('字', 21)]).Fields.Length);
    }

    [Theory]
    [InlineData("persons", "id", "id")]
    [InlineData("people", "id")]
    [InlineData("people", "id", "name")]
    [InlineData("people", "id", "id", "id")]
    [InlineData("people", "id", "id", "ID")]
    [InlineData("people", "id", "id", "")]
    [InlineData("people", "id", "id", "a\nb")]
    public void A_shape_that_could_not_be_counted_or_stored_is_refused(string unit, string key, params string[] fields) =>
        Assert.Throws<ArgumentException>(() => new DatasetShape("a", unit, key, fields));

    [Fact]
    public async Task A_package_of_no_dataset_of_one_twice_or_of_too_many_is_refused()
    {
        DatasetShape[][] lists =
        [
            [],
            [Town.Shapes[0], Town.Shapes[0]],
            [.. Enumerable.Range(0, 65).Select(number => new DatasetShape($"d{number}", "records", "id", ["id"]))],
        ];

        foreach (var shapes in lists)
        {
            await Assert.ThrowsAsync<ArgumentException>(
                () => PackageWriter.WriteAsync(Stream.Null, new CsvSource("."), shapes, new PackageLimits(1), null, default));
            await Assert.ThrowsAsync<ArgumentException>(() => PackageReader.VerifyAsync(Stream.Null, shapes, null, default));
        }
    }

    [Fact]
    public async Task Names_that_need_quoting_go_through_every_database()
    {
        await using var bench = new Bench();
        DatasetShape shape = new("select", "people", "宛名\"番号", ["宛名\"番号", "order", "a,b"]);
        var database = await bench.DatabaseAsync();
        await Bench.ExecuteAsync(database, """"
            create schema "S""1";
            create schema "S2";
            create table "S""1"."select" ("order" text, "a,b" text, "宛名""番号" text);
            insert into "S""1"."select" values ('o', 'ab', '1')
            """");

        using var package = new MemoryStream();
        var counts = await PackageWriter.WriteAsync(package, new PostgresSource(database, "S\"1"), [shape], new PackageLimits(1), null, default);
        var sqlite = await bench.DestinationAsync(Bench.Sqlite);
        foreach (var destination in new[] { sqlite.Destination, new Extraction.Destinations.PostgresDestination(database, "S2") })
        {
            package.Position = 0;
            await PackageReader.LoadAsync(package, [shape], counts, destination, bench.Marker, null, default);
        }

        var postgres = new LoadedDatabase(sqlite.Destination, database.CreateConnection);
        Assert.Equal(["1", "o", "ab"], Assert.Single(await sqlite.RowsAsync("select * from \"select\"")));
        Assert.Equal(["1", "o", "ab"], Assert.Single(await postgres.RowsAsync("select * from \"S2\".\"select\"")));
    }
}
