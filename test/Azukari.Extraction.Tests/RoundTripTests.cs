using Azukari.Extraction.Packaging;

namespace Azukari.Extraction.Tests;

/// <summary>Rows from every kind of source through a package into every kind of destination, judged by SQL at the destination.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string, string> Ends => new()
    {
        { Bench.Csv, Bench.Sqlite },
        { Bench.Csv, Bench.Postgres },
        { Bench.Postgres, Bench.Sqlite },
        { Bench.Postgres, Bench.Postgres },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Every_cell_arrives_as_it_was_with_null_and_empty_apart(string from, string to)
    {
        await using var bench = new Bench();
        var town = new Town();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(from, town));
        var database = await bench.DestinationAsync(to);

        await bench.LoadAsync(package, counts, database.Destination);

        Assert.Equal(town.Residents, await database.RowsAsync("select unified_code, name, note from residents order by unified_code"));
        Assert.Equal(town.Tax, await database.RowsAsync("select unified_code, levy from child_tax order by unified_code"));
        Assert.Equal("1", await database.ValueAsync("select count(*) from residents where note is null"));
        Assert.Equal("1", await database.ValueAsync("select count(*) from residents where note = ''"));
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task The_counts_are_those_that_SQL_finds_at_the_destination(string from, string to)
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(from, Town.OfSize(301)), rowsPerPart: 100);
        var database = await bench.DestinationAsync(to);

        var loaded = await bench.LoadAsync(package, counts, database.Destination);

        Assert.Equal(counts, loaded.Counts);
        foreach (var (dataset, rows, people) in counts.Datasets)
        {
            var table = dataset.Replace('-', '_');
            Assert.Equal($"{rows}", await database.ValueAsync($"select count(*) from {table}"));
            Assert.Equal($"{people}", await database.ValueAsync($"select count(distinct unified_code) from {table}"));
        }

        const string everybody = "select unified_code from residents union select unified_code from child_tax";
        Assert.Equal($"{counts.People}", await database.ValueAsync($"select count(*) from ({everybody}) as everybody"));
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_field_that_is_not_permitted_is_nowhere_in_the_package(string from, string to)
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(from, new Town()));
        var database = await bench.DestinationAsync(to);

        await bench.LoadAsync(package, counts, database.Destination);

        var everything = string.Concat(Members.Texts(package));
        Assert.DoesNotContain("secret", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("not_permitted", everything, StringComparison.Ordinal);
        Assert.All(await database.RowsAsync("select * from residents"), row => Assert.Equal(3, row.Length));
    }

    [Theory]
    [InlineData(Bench.Csv)]
    [InlineData(Bench.Postgres)]
    public async Task A_dataset_without_rows_is_loaded_as_none(string from)
    {
        await using var bench = new Bench();
        var town = new Town();
        town.Tax.Clear();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(from, town));
        var database = await bench.DestinationAsync(Bench.Sqlite);

        await bench.LoadAsync(package, counts, database.Destination);

        Assert.Equal(new DatasetCount("child-tax", 0, 0), counts.Datasets[1]);
        Assert.Equal("0", await database.ValueAsync("select count(*) from child_tax"));
    }

    // PostgreSQL before 18 takes a line that is \. alone for the end of the data, unless it is quoted.
    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_dataset_of_one_column_arrives_whole_though_a_key_looks_like_the_end_of_data(string from, string to)
    {
        await using var bench = new Bench();
        var town = new Town();
        town.Residents.Insert(0, ["\\.", null, null]);
        var source = await bench.SourceAsync(from, town);
        DatasetShape shape = new("residents", "people", "unified_code", ["unified_code"]);
        var database = await bench.DestinationAsync(to);

        using var package = new MemoryStream();
        var counts = await PackageWriter.WriteAsync(package, source, [shape], new PackageLimits(7), null, default);
        package.Position = 0;
        await PackageReader.LoadAsync(package, [shape], counts, database.Destination, bench.Marker, null, default);

        Assert.Equal("7", await database.ValueAsync("select count(*) from residents"));
        Assert.Equal("1", await database.ValueAsync("select count(*) from residents where unified_code = '\\.'"));
    }

    [Fact]
    public async Task Verifying_finds_what_writing_counted()
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(77)), rowsPerPart: 10);

        Assert.Equal(counts, await Bench.VerifyAsync(package));
    }

    [Fact]
    public async Task Progress_ends_at_the_counts()
    {
        await using var bench = new Bench();
        var seen = new Reports();
        var source = await bench.SourceAsync(Bench.Csv, Town.OfSize(77));

        using var package = new MemoryStream();
        var counts = await PackageWriter.WriteAsync(package, source, Town.Shapes, new PackageLimits(77) { RowsPerPart = 10 }, seen, default);

        Assert.Equal(counts.Datasets.Select(dataset => dataset.Rows), seen.GroupBy(report => report.Dataset).Select(reports => reports.Last().Rows));
        Assert.Equal(seen.OrderBy(report => report.Bytes), seen);
    }

    private sealed class Reports : List<PackageProgress>, IProgress<PackageProgress>
    {
        public void Report(PackageProgress value) => Add(value);
    }
}
