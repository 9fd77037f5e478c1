using Azukari.Extraction.Csv;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Azukari.Extraction.Destinations;

/// <summary>One prepared insert for each dataset; UTF-8 is bound as it is, without a string for each field.</summary>
internal sealed class SqliteLoad(SqliteConnection connection) : LoadTransaction
{
    private string _table = "";
    private sqlite3_stmt? _insert;

    public override async Task StartAsync(DatasetShape shape, bool isFirst, CancellationToken cancellation)
    {
        _table = shape.Table;
        var table = SqlName.Quote(_table);
        var columns = string.Join(", ", shape.Fields.Select(field => SqlName.Quote(field) + " text"));
        var values = string.Join(", ", Enumerable.Repeat("?", shape.Fields.Length));
        await DatabaseFault.As(_table, () => SqliteDestination.ExecuteAsync(
            connection, $"create table if not exists {table} ({columns}){(isFirst ? $"; delete from {table}" : "")}", cancellation));
        Check(raw.sqlite3_prepare_v2(connection.Handle, $"insert into {table} ({SqlName.List(shape.Fields)}) values ({values})", out _insert));
    }

    public override void Add(Row row)
    {
        for (var field = 0; field < row.FieldCount; field++)
        {
            Check(row.IsNull(field)
                ? raw.sqlite3_bind_null(_insert, field + 1)
                : raw.sqlite3_bind_text(_insert, field + 1, row[field]));
        }

        var step = raw.sqlite3_step(_insert);
        if (step != raw.SQLITE_DONE)
            throw DatabaseFault.OfSqlite(_table, raw.sqlite3_extended_errcode(connection.Handle));
        raw.sqlite3_reset(_insert);
    }

    public override Task FlushAsync(CancellationToken cancellation) => Task.CompletedTask;

    public override Task FinishAsync(CancellationToken cancellation)
    {
        _insert?.Dispose();
        _insert = null;
        return Task.CompletedTask;
    }

    public override Task CommitAsync(CancellationToken cancellation) =>
        DatabaseFault.As(_table, () => SqliteDestination.ExecuteAsync(connection, "commit", cancellation));

    /// <summary>Closing rolls back whatever was not committed.</summary>
    public override ValueTask DisposeAsync()
    {
        _insert?.Dispose();
        return connection.DisposeAsync();
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            throw DatabaseFault.OfSqlite(_table, result);
    }
}
