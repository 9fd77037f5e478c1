using Azukari.Extraction.Destinations;
using Azukari.Extraction.Packaging;
using Azukari.Extraction.Sources;
using Azukari.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Azukari.Extraction.Tests;

/// <summary>What one test needs of the world: a folder, databases, and short words for packing and loading.</summary>
internal sealed class Bench : IAsyncDisposable
{
    public const string Csv = "csv";
    public const string Postgres = "postgres";
    public const string Sqlite = "sqlite";

    private readonly List<NpgsqlDataSource> _databases = [];

    public TempFolder Folder { get; } = new();

    public Marker Marker { get; } = new("carry-out-1", new string('a', 64), DateTimeOffset.FromUnixTimeMilliseconds(1_655_802_000_123));

    /// <summary>An empty PostgreSQL database, or the test is skipped.</summary>
    public async Task<NpgsqlDataSource> DatabaseAsync()
    {
        Assert.SkipWhen(PostgresCluster.MissingReason is not null, PostgresCluster.MissingReason ?? "");
        var database = NpgsqlDataSource.Create(await PostgresCluster.Shared.CreateDatabaseAsync());
        _databases.Add(database);
        return database;
    }

    public async Task<RowSource> SourceAsync(string kind, Town town)
    {
        if (kind == Csv)
        {
            town.WriteCsv(Folder.FullPath);
            return new CsvSource(Folder.FullPath);
        }

        var database = await DatabaseAsync();
        await FillAsync(database, town);
        return new PostgresSource(database, "public");
    }

    public async Task FillAsync(NpgsqlDataSource database, Town town)
    {
        foreach (var shape in Town.Shapes)
        {
            var table = shape.Id.Replace('-', '_');
            await ExecuteAsync(database, $"create table {table} (not_permitted text, {string.Join(", ", shape.Fields.Select(field => field + " text"))})");
            foreach (var row in town.Of(shape))
                await InsertAsync(database, table, row);
        }
    }

    public async Task<LoadedDatabase> DestinationAsync(string kind)
    {
        if (kind == Sqlite)
        {
            var path = Folder.File("destination.sqlite");
            return new LoadedDatabase(new SqliteDestination(path), () => new SqliteConnection($"Data Source={path};Pooling=False"));
        }

        var database = await DatabaseAsync();
        return new LoadedDatabase(new PostgresDestination(database, "public"), database.CreateConnection);
    }

    public static async Task<(byte[] Bytes, PackageCounts Counts)> PackAsync(RowSource source, int rowsPerPart = 2, long mostPeople = long.MaxValue)
    {
        using var bytes = new MemoryStream();
        var limits = new PackageLimits(mostPeople) { RowsPerPart = rowsPerPart };
        var counts = await PackageWriter.WriteAsync(bytes, source, Town.Shapes, limits, null, TestContext.Current.CancellationToken);
        return (bytes.ToArray(), counts);
    }

    /// <summary>The same bytes every time.</summary>
    public static async Task<byte[]> PackWithAsync(string random, RowSource source, int rowsPerPart)
    {
        using var bytes = new MemoryStream();
        var limits = new PackageLimits(long.MaxValue) { RowsPerPart = rowsPerPart };
        await PackageWriter.WriteAsync([bytes], source, Town.Shapes, limits, () => random, null, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    public Task<LoadResult> LoadAsync(byte[] package, PackageCounts expected, Destination destination, Marker? marker = null) =>
        PackageReader.LoadAsync(new MemoryStream(package), Town.Shapes, expected, destination, marker ?? Marker, null, TestContext.Current.CancellationToken);

    public static Task<PackageCounts> VerifyAsync(byte[] package) =>
        PackageReader.VerifyAsync(new MemoryStream(package), Town.Shapes, null, TestContext.Current.CancellationToken);

    public static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
#pragma warning disable CA2100 // The test's own text.
        await using var command = database.CreateCommand(sql);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases)
            await database.DisposeAsync();
        Folder.Dispose();
    }

    private static async Task InsertAsync(NpgsqlDataSource database, string table, string?[] row)
    {
        var places = string.Join(", ", Enumerable.Range(1, row.Length).Select(place => $"${place}"));
#pragma warning disable CA2100 // The test's own text.
        await using var insert = database.CreateCommand($"insert into {table} values ('secret', {places})");
#pragma warning restore CA2100
        foreach (var value in row)
            insert.Parameters.Add(new NpgsqlParameter { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await insert.ExecuteNonQueryAsync();
    }
}
