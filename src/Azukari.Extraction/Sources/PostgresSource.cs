using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Azukari.Extraction.Sources;

/// <summary>Tables of one PostgreSQL schema, all datasets read in one repeatable-read snapshot.</summary>
/// <remarks>
/// The table of a dataset is its identifier with '-' as '_'. Values are the database's own text in fixed styles (ISO dates, UTC).
/// Row-level security that would hide rows is an error instead: a silent filter would make exact counts a lie.
/// </remarks>
public sealed class PostgresSource(NpgsqlDataSource database, string schema) : RowSource
{
    private const string FixedStyles =
        "set transaction read only; set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'iso_8601'; " +
        "set local extra_float_digits = 1; set local bytea_output = 'hex'; set local synchronize_seqscans = off; set local row_security = off";

    internal override async IAsyncEnumerable<RecordReader> ReadAsync(
        IReadOnlyList<DatasetShape> shapes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await OrUnreadable(shapes[0], () => database.OpenConnectionAsync(cancellation).AsTask());
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using (var styles = new NpgsqlCommand(FixedStyles, connection))
            await styles.ExecuteNonQueryAsync(cancellation);

        foreach (var shape in shapes)
        {
            await CheckFieldsAsync(connection, shape, cancellation);
            await using var copy = new CopyOut(await OrUnreadable(shape, () => connection.BeginTextExportAsync(Select(shape), cancellation)));
            var reader = new RecordReader(shape, copy.Bytes);
            reader.UseFieldsAsColumns();
            yield return reader;
        }
    }

    private string Select(DatasetShape shape)
    {
        // Cast to text: COPY would pad char(n), and a padded key is another person.
        var columns = string.Join(", ", shape.Fields.Select(field => SqlName.Quote(field) + "::text"));
        return $"copy (select {columns} from {SqlName.Quote(schema)}.{SqlName.Quote(shape.Table)}) to stdout (format csv, encoding 'UTF8')";
    }

    private async Task CheckFieldsAsync(NpgsqlConnection connection, DatasetShape shape, CancellationToken cancellation)
    {
        const string sql = """
            select a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = $1 and c.relname = $2 and a.attnum > 0 and not a.attisdropped
            """;
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = schema }, new() { Value = shape.Table } } };
        var columns = new HashSet<string>(StringComparer.Ordinal);
        await using (var rows = await command.ExecuteReaderAsync(cancellation))
        {
            while (await rows.ReadAsync(cancellation))
                columns.Add(rows.GetString(0));
        }

        if (columns.Count == 0)
            throw new SourceException(shape.Id, SourceFault.Unreadable);
        if (shape.Fields.FirstOrDefault(field => !columns.Contains(field)) is { } missing)
            throw new SourceException(shape.Id, SourceFault.MissingField, missing);
    }

    private static async Task<T> OrUnreadable<T>(DatasetShape shape, Func<Task<T>> open)
    {
        try
        {
            return await open();
        }
        catch (NpgsqlException fault)
        {
            throw new SourceException(shape.Id, SourceFault.Unreadable, (fault as PostgresException)?.SqlState ?? "connection");
        }
    }

    /// <summary>The bytes of a COPY, past the text decoder; cancelled when it is left before its end.</summary>
    private sealed class CopyOut(TextReader export) : IAsyncDisposable
    {
        private readonly NpgsqlCopyTextReader _export = (NpgsqlCopyTextReader)export;

        public Stream Bytes => _export.BaseStream;

        public async ValueTask DisposeAsync()
        {
            try
            {
                await _export.CancelAsync();
                _export.Dispose();
            }
            catch (ObjectDisposedException)
            {
                // The server ended the COPY with an error, which is on its way already and must not be covered by this one.
            }
        }
    }
}
