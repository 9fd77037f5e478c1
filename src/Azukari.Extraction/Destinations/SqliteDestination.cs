using Microsoft.Data.Sqlite;

namespace Azukari.Extraction.Destinations;

/// <summary>A SQLite file; made if it is absent.</summary>
public sealed class SqliteDestination(string path) : Destination
{
    /// <inheritdoc/>
    public override async Task<Marker?> FindMarkerAsync(string carryOut, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            return null;

        return await DatabaseFault.As(MarkerTable, async () =>
        {
            // Read-only it could not be opened after a crash in the commit: SQLite first takes back what the crash left.
            await using var connection = await OpenAsync(SqliteOpenMode.ReadWrite, cancellation);
            return await FindAsync(connection, carryOut, cancellation);
        });
    }

    internal override async Task<LoadTransaction> BeginAsync(Marker marker, CancellationToken cancellation)
    {
#pragma warning disable CA2000 // The load takes it over, or the catch disposes of it.
        var connection = await DatabaseFault.As(MarkerTable, () => OpenAsync(SqliteOpenMode.ReadWriteCreate, cancellation));
#pragma warning restore CA2000
        try
        {
            return await DatabaseFault.As(MarkerTable, () => MarkAsync(connection, marker, cancellation));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<LoadTransaction> MarkAsync(SqliteConnection connection, Marker marker, CancellationToken cancellation)
    {
        // What is replaced is overwritten with zeros, and nothing spills into temporary files beside the database.
        await ExecuteAsync(connection, "pragma secure_delete = on; pragma temp_store = memory; begin immediate", cancellation);
        if (await FindAsync(connection, marker.CarryOut, cancellation) is { } earlier)
            throw new AlreadyLoadedException(earlier);

        await ExecuteAsync(connection, CreateMarkerTable(MarkerTable), cancellation);
        await using var insert = connection.CreateCommand();
        insert.CommandText = "insert into azukari_loaded (carry_out, manifest_sha256, loaded_at) values ($carryOut, $manifest, $at)";
        insert.Parameters.AddWithValue("$carryOut", marker.CarryOut);
        insert.Parameters.AddWithValue("$manifest", marker.ManifestSha256);
        insert.Parameters.AddWithValue("$at", marker.LoadedAt.ToUnixTimeMilliseconds());
        await insert.ExecuteNonQueryAsync(cancellation);
        return new SqliteLoad(connection);
    }

    private static async Task<Marker?> FindAsync(SqliteConnection connection, string carryOut, CancellationToken cancellation)
    {
        await using var exists = connection.CreateCommand();
        exists.CommandText = "select count(*) from sqlite_schema where type = 'table' and name = 'azukari_loaded'";
        if (await exists.ExecuteScalarAsync(cancellation) is 0L)
            return null;

        await using var find = connection.CreateCommand();
        find.CommandText = "select manifest_sha256, loaded_at from azukari_loaded where carry_out = $carryOut";
        find.Parameters.AddWithValue("$carryOut", carryOut);
        await using var rows = await find.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation)
            ? new Marker(carryOut, rows.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)))
            : null;
    }

    internal static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Text of this assembly; names in it come out of SqlName.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<SqliteConnection> OpenAsync(SqliteOpenMode mode, CancellationToken cancellation)
    {
        // No pool: when the load is over, so is our hold on the file.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
