using Npgsql;

namespace Azukari.Extraction.Destinations;

/// <summary>One schema of a PostgreSQL database; the schema exists.</summary>
public sealed class PostgresDestination(NpgsqlDataSource database, string schema) : Destination
{
    /// <inheritdoc/>
    public override Task<Marker?> FindMarkerAsync(string carryOut, CancellationToken cancellation) =>
        DatabaseFault.As(MarkerTable, async () =>
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            return await FindAsync(connection, carryOut, cancellation);
        });

    internal override async Task<LoadTransaction> BeginAsync(Marker marker, CancellationToken cancellation)
    {
        var connection = await DatabaseFault.As(MarkerTable, () => database.OpenConnectionAsync(cancellation).AsTask());
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

    private async Task<LoadTransaction> MarkAsync(NpgsqlConnection connection, Marker marker, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await FindAsync(connection, marker.CarryOut, cancellation) is { } earlier)
            throw new AlreadyLoadedException(earlier);

        await ExecuteAsync(connection, CreateMarkerTable(QualifiedMarkerTable), cancellation);
        await using var insert = Command(connection, $"insert into {QualifiedMarkerTable} (carry_out, manifest_sha256, loaded_at) values ($1, $2, $3)");
        insert.Parameters.AddWithValue(marker.CarryOut);
        insert.Parameters.AddWithValue(marker.ManifestSha256);
        insert.Parameters.AddWithValue(marker.LoadedAt.ToUnixTimeMilliseconds());
        await insert.ExecuteNonQueryAsync(cancellation);
        return new PostgresLoad(connection, transaction, schema);
    }

    private async Task<Marker?> FindAsync(NpgsqlConnection connection, string carryOut, CancellationToken cancellation)
    {
        await using var exists = Command(connection, "select to_regclass($1) is not null");
        exists.Parameters.AddWithValue(QualifiedMarkerTable);
        if (await exists.ExecuteScalarAsync(cancellation) is not true)
            return null;

        await using var find = Command(connection, $"select manifest_sha256, loaded_at from {QualifiedMarkerTable} where carry_out = $1");
        find.Parameters.AddWithValue(carryOut);
        await using var rows = await find.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation)
            ? new Marker(carryOut, rows.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)))
            : null;
    }

    private string QualifiedMarkerTable => $"{SqlName.Quote(schema)}.{MarkerTable}";

    internal static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }

#pragma warning disable CA2100 // Text of this assembly; names in it come out of SqlName.
    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql) => new(sql, connection);
#pragma warning restore CA2100
}
