using Azukari.Extraction.Destinations;
using Azukari.Extraction.Packaging;

namespace Azukari.Extraction.Tests.Destinations;

/// <summary>All in one transaction, or nothing; the marker says which.</summary>
public sealed class LoadTests
{
    public static TheoryData<string> Engines => [Bench.Sqlite, Bench.Postgres];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_marker_is_there_after_the_load_and_not_before(string engine)
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, new Town()));
        var database = await bench.DestinationAsync(engine);
        Assert.Null(await database.Destination.FindMarkerAsync(bench.Marker.CarryOut, default));

        await bench.LoadAsync(package, counts, database.Destination);

        Assert.Equal(bench.Marker, await database.Destination.FindMarkerAsync(bench.Marker.CarryOut, default));
        Assert.Null(await database.Destination.FindMarkerAsync("another", default));
        Assert.Equal($"{bench.Marker.LoadedAt.ToUnixTimeMilliseconds()}", await database.ValueAsync("select loaded_at from azukari_loaded"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_same_carry_out_is_loaded_once(string engine)
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, new Town()));
        var (other, otherCounts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(3)));
        var database = await bench.DestinationAsync(engine);
        await bench.LoadAsync(package, counts, database.Destination);

        var again = bench.Marker with { ManifestSha256 = new string('b', 64), LoadedAt = DateTimeOffset.UnixEpoch };
        var refused = await Assert.ThrowsAsync<AlreadyLoadedException>(() => bench.LoadAsync(other, otherCounts, database.Destination, again));

        Assert.Equal(bench.Marker, refused.Marker);
        Assert.Equal("6", await database.ValueAsync("select count(*) from residents"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Of_two_loads_of_one_carry_out_at_the_same_time_one_wins(string engine)
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(5_000)), rowsPerPart: 500);
        var database = await bench.DestinationAsync(engine);

        var attempts = Enumerable.Range(0, 3).Select(_ => Task.Run(() => bench.LoadAsync(package, counts, database.Destination))).ToList();
        await Task.WhenAny(Task.WhenAll(attempts), Task.Delay(TimeSpan.FromSeconds(30)));

        Assert.Equal(1, attempts.Count(attempt => attempt.IsCompletedSuccessfully));
        Assert.All(
            attempts.Where(attempt => !attempt.IsCompletedSuccessfully),
            attempt => Assert.True(attempt.Exception?.InnerException is AlreadyLoadedException or DestinationException));
        Assert.Equal("5000", await database.ValueAsync("select count(*) from residents"));
        Assert.Equal("1", await database.ValueAsync("select count(*) from azukari_loaded"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_next_carry_out_replaces_the_rows_and_adds_a_marker(string engine)
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, new Town()));
        var (next, nextCounts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(11)));
        var database = await bench.DestinationAsync(engine);

        await bench.LoadAsync(package, counts, database.Destination);
        await bench.LoadAsync(next, nextCounts, database.Destination, bench.Marker with { CarryOut = "carry-out-2" });

        Assert.Equal("11", await database.ValueAsync("select count(*) from residents"));
        Assert.Equal("0", await database.ValueAsync("select count(*) from residents where unified_code = '1001'"));
        Assert.Equal("2", await database.ValueAsync("select count(*) from azukari_loaded"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_changed_package_loads_nothing_wherever_it_was_changed(string engine)
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, new Town()));
        var database = await bench.DestinationAsync(engine);

        foreach (var at in Enumerable.Range(0, 12).Select(step => step * package.Length / 12).Append(package.Length - 1))
        {
            var flipped = package.ToArray();
            flipped[at] ^= 1;

            await Assert.ThrowsAsync<PackageException>(() => bench.LoadAsync(flipped, counts, database.Destination));
            await Assert.ThrowsAsync<PackageException>(() => bench.LoadAsync(package[..at], counts, database.Destination));
            Assert.True(await database.IsEmptyAsync(), $"byte {at}");
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Another_package_than_the_manifests_is_refused_though_it_is_whole(string engine)
    {
        await using var bench = new Bench();
        var source = await bench.SourceAsync(Bench.Csv, new Town());
        var (_, expected) = await Bench.PackAsync(source);
        var (sameRows, _) = await Bench.PackAsync(source);
        var (more, _) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(7)));
        var database = await bench.DestinationAsync(engine);

        foreach (var package in new[] { sameRows, more })
        {
            var refused = await Assert.ThrowsAsync<PackageException>(() => bench.LoadAsync(package, expected, database.Destination));
            Assert.Equal(PackageFault.Expectation, refused.Fault);
        }

        Assert.True(await database.IsEmptyAsync());
    }

    [Theory]
    [InlineData(Bench.Sqlite, 0)]
    [InlineData(Bench.Sqlite, 1)]
    [InlineData(Bench.Postgres, 0)]
    [InlineData(Bench.Postgres, 1)]
    public async Task Counts_one_off_in_the_manifest_load_nothing(string engine, int dataset)
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, new Town()));
        var database = await bench.DestinationAsync(engine);
        List<DatasetCount> datasets = [.. counts.Datasets];

        datasets[dataset] = counts.Datasets[dataset] with { Rows = counts.Datasets[dataset].Rows + 1 };
        await Assert.ThrowsAsync<PackageException>(() => bench.LoadAsync(package, counts with { Datasets = datasets }, database.Destination));
        datasets[dataset] = counts.Datasets[dataset] with { People = counts.Datasets[dataset].People - 1 };
        await Assert.ThrowsAsync<PackageException>(() => bench.LoadAsync(package, counts with { Datasets = datasets }, database.Destination));
        await Assert.ThrowsAsync<PackageException>(() => bench.LoadAsync(package, counts with { People = counts.People + 1 }, database.Destination));
        await Assert.ThrowsAsync<PackageException>(() => bench.LoadAsync(package, counts with { People = counts.People - 1 }, database.Destination));

        Assert.True(await database.IsEmptyAsync());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_stream_that_fails_at_its_very_end_loads_nothing_and_the_next_attempt_loads_all(string engine)
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, new Town()));
        var database = await bench.DestinationAsync(engine);

        await Assert.ThrowsAsync<IOException>(() => PackageReader.LoadAsync(
            new FailingAtEnd(package), Town.Shapes, counts, database.Destination, bench.Marker, null, default));
        Assert.True(await database.IsEmptyAsync());

        await bench.LoadAsync(package, counts, database.Destination);
        Assert.Equal("6", await database.ValueAsync("select count(*) from residents"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_load_that_is_interrupted_leaves_what_was_there(string engine)
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, new Town()));
        var (next, nextCounts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(50)));
        var database = await bench.DestinationAsync(engine);
        await bench.LoadAsync(package, counts, database.Destination);

        using var stop = new CancellationTokenSource();
        var marker = bench.Marker with { CarryOut = "carry-out-2" };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PackageReader.LoadAsync(
            new MemoryStream(next), Town.Shapes, nextCounts, database.Destination, marker, new StopAt("child-tax", stop), stop.Token));

        Assert.Equal("6", await database.ValueAsync("select count(*) from residents"));
        Assert.Null(await database.Destination.FindMarkerAsync("carry-out-2", default));
    }

    [Fact]
    public async Task Nothing_lies_beside_the_database_after_a_load_or_a_refusal()
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(2_000)), rowsPerPart: 100);
        var database = await bench.DestinationAsync(Bench.Sqlite);

        await Assert.ThrowsAsync<PackageException>(() => bench.LoadAsync(package[..^600], counts, database.Destination));
        await bench.LoadAsync(package, counts, database.Destination);

        Assert.Equal(
            ["child-tax.csv", "destination.sqlite", "residents.csv"],
            Directory.GetFiles(bench.Folder.FullPath).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private sealed class FailingAtEnd(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            return read == 0 ? throw new IOException("the last chunk is not authentic") : read;
        }
    }

    private sealed class StopAt(string dataset, CancellationTokenSource stop) : IProgress<PackageProgress>
    {
        public void Report(PackageProgress value)
        {
            if (value.Dataset == dataset)
                stop.Cancel();
        }
    }
}
