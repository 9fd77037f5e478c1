using Azukari.Extraction.Destinations;
using Azukari.Extraction.Packaging;
using Azukari.Extraction.Sources;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Azukari.Extraction.Tests;

/// <summary>The database goes away, or is busy, in the middle.</summary>
public sealed class BrokenConnectionTests
{
    [Fact]
    public async Task A_source_that_goes_away_in_the_middle_is_unreadable()
    {
        await using var bench = new Bench();
        var database = await bench.DatabaseAsync();
        await bench.FillAsync(database, Town.OfSize(0));
        await Bench.ExecuteAsync(database, "insert into residents select 'x', n::text, repeat('x', 100), null from generate_series(1, 300000) n");

        var refused = await Assert.ThrowsAsync<SourceException>(() => PackageWriter.WriteAsync(
            Stream.Null, new PostgresSource(database, "public"), Town.Shapes, new PackageLimits(long.MaxValue), new Interruption(database), default));

        Assert.Equal(SourceFault.Unreadable, refused.Fault);
    }

    [Fact]
    public async Task A_destination_that_goes_away_in_the_middle_took_nothing()
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(20_000)), rowsPerPart: 1_000);
        var database = await bench.DatabaseAsync();
        var destination = new PostgresDestination(database, "public");

        await Assert.ThrowsAsync<DestinationException>(() => PackageReader.LoadAsync(
            new MemoryStream(package), Town.Shapes, counts, destination, bench.Marker, new Interruption(database), default));

        Assert.Null(await destination.FindMarkerAsync(bench.Marker.CarryOut, default));
        await bench.LoadAsync(package, counts, destination);
    }

    [Fact]
    public async Task A_destination_that_is_not_there_is_refused()
    {
        await using var bench = new Bench();
        await using var nowhere = NpgsqlDataSource.Create("Host=/nonexistent;Username=nobody");

        var refused = await Assert.ThrowsAsync<DestinationException>(() => new PostgresDestination(nowhere, "public").FindMarkerAsync("any", default));

        Assert.Equal("connection", refused.Code);
    }

    [Fact]
    public async Task A_load_waits_for_somebody_who_reads_the_same_file()
    {
        await using var bench = new Bench();
        var (small, smallCounts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(3)));
        var (large, largeCounts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(100_000)), rowsPerPart: 10_000);
        var database = await bench.DestinationAsync(Bench.Sqlite);
        await bench.LoadAsync(small, smallCounts, database.Destination);
        await using var reader = new SqliteConnection($"Data Source={bench.Folder.File("destination.sqlite")};Pooling=False");
        await reader.OpenAsync();
        await using var query = reader.CreateCommand();
        query.CommandText = "select * from residents";
        await using var rows = await query.ExecuteReaderAsync();
        Assert.True(await rows.ReadAsync());

        // More than SQLite's cache holds: pages have to go to the file while the reader still keeps it.
        var load = Task.Run(() => bench.LoadAsync(large, largeCounts, database.Destination, bench.Marker with { CarryOut = "carry-out-2" }));
        await Task.Delay(700);
        Assert.False(load.IsCompleted);
        await rows.CloseAsync();

        await load;
        Assert.Equal("100000", await database.ValueAsync("select count(*) from residents"));
    }

    /// <summary>Ends every other connection to the database at the first report.</summary>
    private sealed class Interruption(NpgsqlDataSource database) : IProgress<PackageProgress>
    {
        private const string Terminate =
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

        private bool _done;

        public void Report(PackageProgress value)
        {
            if (_done)
                return;

            _done = true;
            Bench.ExecuteAsync(database, Terminate).GetAwaiter().GetResult();
        }
    }
}
