using Azukari.Extraction.Csv;
using Npgsql;

namespace Azukari.Extraction.Destinations;

/// <summary>COPY in CSV, the bytes as they stand in the package: PostgreSQL tells NULL and empty apart in it as we do.</summary>
internal sealed class PostgresLoad(NpgsqlConnection connection, NpgsqlTransaction transaction, string schema) : LoadTransaction
{
    private readonly CsvText _text = new();
    private string _table = "";
    private NpgsqlCopyTextWriter? _copy;

    public override Task StartAsync(DatasetShape shape, bool isFirst, CancellationToken cancellation)
    {
        _table = shape.Table;
        var table = $"{SqlName.Quote(schema)}.{SqlName.Quote(_table)}";
        var columns = string.Join(", ", shape.Fields.Select(field => SqlName.Quote(field) + " text"));
        return DatabaseFault.As(_table, async () =>
        {
            // delete, not truncate: those who read meanwhile keep what was there until the commit.
            await PostgresDestination.ExecuteAsync(connection, $"create table if not exists {table} ({columns}){(isFirst ? $"; delete from {table}" : "")}", cancellation);
            _copy = (NpgsqlCopyTextWriter)await connection.BeginTextImportAsync(
                $"copy {table} ({SqlName.List(shape.Fields)}) from stdin (format csv, encoding 'UTF8')", cancellation);
        });
    }

    public override void Add(Row row) => _text.Append(row);

    public override Task FlushAsync(CancellationToken cancellation) => DatabaseFault.As(_table, async () =>
    {
        await _copy!.BaseStream.WriteAsync(_text.Memory, cancellation);
        _text.Clear();
    });

    public override Task FinishAsync(CancellationToken cancellation) => DatabaseFault.As(_table, async () =>
    {
        // Disposing ends the COPY, and that is where a value that the table does not take comes to light.
        var copy = _copy!;
        _copy = null;
        await copy.DisposeAsync();
    });

    public override Task CommitAsync(CancellationToken cancellation) =>
        DatabaseFault.As(_table, () => transaction.CommitAsync(cancellation));

    public override async ValueTask DisposeAsync()
    {
        _text.Wipe();
        await CancelCopyAsync();
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task CancelCopyAsync()
    {
        try
        {
            await (_copy?.CancelAsync() ?? Task.CompletedTask);
        }
        catch (ObjectDisposedException)
        {
            // The server ended the COPY with an error, which is on its way already and must not be covered by this one.
        }
    }
}
