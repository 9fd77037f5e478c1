using Azukari.Extraction.Destinations;
using Npgsql;

namespace Azukari.Extraction.Tests.Destinations;

/// <summary>A call centre has its tables already; they keep their columns and types, and they may refuse.</summary>
public sealed class ExistingTableTests
{
    private const string Sound = "create table residents (seen integer default 7, note text, name text, unified_code text)";

    [Theory]
    [InlineData(Bench.Sqlite)]
    [InlineData(Bench.Postgres)]
    public async Task Columns_are_met_by_name_and_the_rest_keep_their_defaults(string engine)
    {
        await using var bench = new Bench();
        var town = new Town();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, town));
        var database = await bench.DestinationAsync(engine);
        await database.RowsAsync(Sound);

        await bench.LoadAsync(package, counts, database.Destination);

        Assert.Equal(
            town.Residents.Select(row => row.Prepend("7")),
            await database.RowsAsync("select seen, unified_code, name, note from residents order by unified_code"));
    }

    [Theory]
    [InlineData(Bench.Sqlite, "create table child_tax (unified_code text, levy text check (levy <> '5300'))", "275")]
    [InlineData(Bench.Sqlite, "create table child_tax (unified_code text)", "1")]
    [InlineData(Bench.Postgres, "create table child_tax (unified_code text, levy date)", PostgresErrorCodes.InvalidDatetimeFormat)]
    [InlineData(Bench.Postgres, "create table child_tax (unified_code text, levy text check (levy <> '5300'))", PostgresErrorCodes.CheckViolation)]
    [InlineData(Bench.Postgres, "create table child_tax (unified_code text)", PostgresErrorCodes.UndefinedColumn)]
    public async Task A_table_that_does_not_take_the_rows_leaves_everything_as_it_was_and_tells_no_value(string engine, string table, string code)
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, new Town()));
        var database = await bench.DestinationAsync(engine);
        await database.RowsAsync(Sound);
        await database.RowsAsync("insert into residents (unified_code) values ('before')");
        await database.RowsAsync(table);

        var refused = await Assert.ThrowsAsync<DestinationException>(() => bench.LoadAsync(package, counts, database.Destination));

        Assert.Equal(("child_tax", code), (refused.Table, refused.Code));
        Assert.DoesNotContain("5300", refused.ToString(), StringComparison.Ordinal);
        Assert.Equal("before", await database.ValueAsync("select unified_code from residents"));
        Assert.Null(await database.Destination.FindMarkerAsync(bench.Marker.CarryOut, default));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, new Town()));
        var path = bench.Folder.File("destination.sqlite");
        await File.WriteAllTextAsync(path, new string('x', 5_000));

        await Assert.ThrowsAsync<DestinationException>(() => bench.LoadAsync(package, counts, new SqliteDestination(path)));
        await Assert.ThrowsAsync<DestinationException>(() => new SqliteDestination(path).FindMarkerAsync("any", default));
        Assert.Equal(new string('x', 5_000), await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task Looking_for_a_marker_makes_no_file()
    {
        await using var bench = new Bench();

        Assert.Null(await new SqliteDestination(bench.Folder.File("none.sqlite")).FindMarkerAsync("any", default));

        Assert.Empty(Directory.GetFiles(bench.Folder.FullPath));
    }

    [Fact]
    public async Task Rows_that_were_replaced_are_not_left_in_free_pages_of_the_file()
    {
        await using var bench = new Bench();
        var town = Town.OfSize(400);
        town.Residents.ForEach(row => row[1] = "KAGE-NO-HITO");
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, town));
        var (next, nextCounts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(3)));
        var database = await bench.DestinationAsync(Bench.Sqlite);

        await bench.LoadAsync(package, counts, database.Destination);
        Assert.True((await File.ReadAllBytesAsync(bench.Folder.File("destination.sqlite"))).AsSpan().IndexOf("KAGE-NO-HITO"u8) >= 0);
        await bench.LoadAsync(next, nextCounts, database.Destination, bench.Marker with { CarryOut = "carry-out-2" });

        Assert.Equal(-1, (await File.ReadAllBytesAsync(bench.Folder.File("destination.sqlite"))).AsSpan().IndexOf("KAGE-NO-HITO"u8));
    }
}
