using Azukari.Extraction.Destinations;
using Azukari.Extraction.Packaging;
using Azukari.Extraction.Sources;

namespace Azukari.Extraction.Tests;

/// <summary>Several volumes of one consignment: everybody in exactly one, all loaded or none.</summary>
public sealed class VolumesTests
{
    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 7)]
    [InlineData(3, 7)]
    [InlineData(3, 2)]
    public async Task The_counts_of_the_volumes_add_up_to_those_of_one_package(int volumes, int people)
    {
        await using var bench = new Bench();
        var source = await bench.SourceAsync(Bench.Csv, Town.OfSize(people));
        var (_, whole) = await Bench.PackAsync(source);

        var (packages, counts) = await PackAsync(source, volumes);

        Assert.Equal(whole.People, counts.Sum(count => count.People));
        for (var dataset = 0; dataset < whole.Datasets.Count; dataset++)
        {
            Assert.Equal(whole.Datasets[dataset].Rows, counts.Sum(count => count.Datasets[dataset].Rows));
            Assert.Equal(whole.Datasets[dataset].People, counts.Sum(count => count.Datasets[dataset].People));
        }

        Assert.InRange(counts.Max(count => count.People) - counts.Min(count => count.People), 0, 1);
        Assert.Equal(counts, await PackageReader.VerifyAsync(Streams(packages), Town.Shapes, null, TestContext.Current.CancellationToken));
        Assert.All(packages.Zip(counts), pair => Assert.Equal(pair.Second, Bench.VerifyAsync(pair.First).GetAwaiter().GetResult()));
    }

    [Theory]
    [InlineData(Bench.Csv, Bench.Sqlite)]
    [InlineData(Bench.Postgres, Bench.Postgres)]
    public async Task All_volumes_load_in_one_transaction_every_row_once(string from, string into)
    {
        await using var bench = new Bench();
        var town = Town.OfSize(101);
        town.Residents.Add(town.Residents[0]); // A row that stands twice stays two rows, in the volume of its person.
        var (packages, counts) = await PackAsync(await bench.SourceAsync(from, town), 3);
        var database = await bench.DestinationAsync(into);

        await LoadAsync(bench, packages, counts, database.Destination);

        foreach (var shape in Town.Shapes)
            Assert.Equal(Sorted(town.Of(shape)), Sorted(await database.RowsAsync($"select {string.Join(", ", shape.Fields)} from {shape.Id.Replace('-', '_')}")));
        Assert.NotNull(await database.Destination.FindMarkerAsync(bench.Marker.CarryOut, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Bench.Sqlite)]
    [InlineData(Bench.Postgres)]
    public async Task One_damaged_volume_and_none_is_loaded(string into)
    {
        await using var bench = new Bench();
        var (packages, counts) = await PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(50)), 2);
        var database = await bench.DestinationAsync(into);
        packages[1][^1] = 1;

        await Assert.ThrowsAsync<PackageException>(() => LoadAsync(bench, packages, counts, database.Destination));

        Assert.True(await database.IsEmptyAsync());
    }

    [Fact]
    public async Task Volumes_that_share_somebody_are_refused_though_each_is_what_it_says()
    {
        await using var bench = new Bench();
        var source = await bench.SourceAsync(Bench.Csv, Town.OfSize(10));
        var (first, one) = await Bench.PackAsync(source);
        var (second, other) = await Bench.PackAsync(source);
        var database = await bench.DestinationAsync(Bench.Sqlite);

        await Assert.ThrowsAsync<PackageException>(() => PackageReader.VerifyAsync(Streams([first, second]), Town.Shapes, null, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<PackageException>(() => LoadAsync(bench, [first, second], [one, other], database.Destination));
    }

    [Fact]
    public async Task The_limit_is_of_all_volumes_together()
    {
        await using var bench = new Bench();
        var source = await bench.SourceAsync(Bench.Csv, Town.OfSize(10));

        await Assert.ThrowsAsync<PackageLimitException>(() => PackAsync(source, 4, mostPeople: 9));
    }

    [Fact]
    public async Task The_other_volume_in_its_place_is_not_loaded()
    {
        await using var bench = new Bench();
        var (packages, counts) = await PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(10)), 2);
        var database = await bench.DestinationAsync(Bench.Sqlite);

        await Assert.ThrowsAsync<PackageException>(() => LoadAsync(bench, [packages[1], packages[0]], counts, database.Destination));
        await LoadAsync(bench, packages, counts, database.Destination);
    }

    private static async Task<(byte[][] Packages, IReadOnlyList<PackageCounts> Counts)> PackAsync(RowSource source, int volumes, long mostPeople = long.MaxValue)
    {
        MemoryStream[] streams = [.. Enumerable.Range(0, volumes).Select(_ => new MemoryStream())];
        var limits = new PackageLimits(mostPeople) { RowsPerPart = 2 };
        var counts = await PackageWriter.WriteAsync(streams, source, Town.Shapes, limits, null, TestContext.Current.CancellationToken);
        return ([.. streams.Select(stream => stream.ToArray())], counts);
    }

    private static Task LoadAsync(Bench bench, byte[][] packages, IReadOnlyList<PackageCounts> counts, Destination destination) =>
        PackageReader.LoadAsync(Streams(packages), Town.Shapes, counts, destination, bench.Marker, null, TestContext.Current.CancellationToken);

    private static MemoryStream[] Streams(IEnumerable<byte[]> packages) => [.. packages.Select(package => new MemoryStream(package))];

    private static IEnumerable<string> Sorted(IEnumerable<string?[]> rows) => rows.Select(row => string.Join('|', row.Select(cell => cell ?? "NULL"))).Order(StringComparer.Ordinal);
}
