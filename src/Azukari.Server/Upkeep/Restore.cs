using System.Data.Common;
using Azukari.Server.Ledger;
using Azukari.Server.Storage;
using Dapper;

namespace Azukari.Server.Upkeep;

/// <summary>An engagement as it came back.</summary>
internal sealed record RestoredRecord(string Engagement, long Size, string? Wrong);

/// <summary><c>azukari-server restore</c>: a backup into an installation that has nothing yet, on either engine, as a whole or not at all.</summary>
/// <remarks>What comes back is older than what the witnesses have seen. Every engagement is therefore marked as behind: nothing is appended, and nobody is told anything, until both sides' key holders have said how far they are and given back what is missing (<see cref="Comeback"/>).</remarks>
internal static class Restore
{
    internal static async Task<IReadOnlyList<RestoredRecord>> FillAsync(Settings settings, string folder, DateTimeOffset now)
    {
        if (!File.Exists(Path.Combine(folder, BackupPart.Record.Name))) throw new BackupException($"there is no '{BackupPart.Record.Name}' in '{folder}'");
        var rows = BackupPart.OfTables.SelectMany(part => RowsOf(folder, part)).ToArray(); // Nothing is touched before all of it was read and found whole.
        var files = RowsOf(folder, BackupPart.Keys).ToArray();

        await using var database = new Database(Engine.Of(settings));
        if ((await database.ReadAsync<long>("select count(*) from engagement", new { }, CancellationToken.None)).Single() > 0)
            throw new BackupException("this installation has engagements already; a backup goes into an empty one");

        KeyFiles.Restore(settings.Data, files);
        var keys = new LogKeys(settings);
        IReadOnlyList<RestoredRecord> restored = [];
        await database.FillAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("delete from heartbeat", transaction: transaction); // A start on the empty database may have left one.
            foreach (var row in rows) await InsertAsync(connection, transaction, row);
            await connection.ExecuteAsync("insert into behind (engagement, since) select id, @now from engagement where size > 0", new { now = now.ToUnixTimeMilliseconds() }, transaction);
            restored = [.. CheckAll(connection, transaction, keys)];
            if (restored.FirstOrDefault(record => record.Wrong is not null && record.Wrong != RecordCheck.NoKey) is { } wrong) throw new BackupException($"{wrong.Engagement}: {wrong.Wrong}");
        });
        return restored;
    }

    private static IEnumerable<BackupRow> RowsOf(string folder, BackupPart part) => File.Exists(Path.Combine(folder, part.Name)) ? BackupFile.Read(Path.Combine(folder, part.Name)) : [];

    private static Task InsertAsync(DbConnection connection, DbTransaction transaction, BackupRow row)
    {
        if (!BackupPart.OfTables.Any(part => part.Tables.Contains(row.Table)) || !row.Columns.All(column => column.All(letter => letter is (>= 'a' and <= 'z') or '_')))
            throw new BackupException($"a table in it is none of ours: '{row.Table}'"); // Its names become part of a statement.

        var values = new DynamicParameters();
        for (var n = 0; n < row.Columns.Count; n++) values.Add(row.Columns[n], row.Values[n]);
        return connection.ExecuteAsync($"insert into {row.Table} ({string.Join(", ", row.Columns)}) values ({string.Join(", ", row.Columns.Select(column => $"@{column}"))})", values, transaction);
    }

    private static IEnumerable<RestoredRecord> CheckAll(DbConnection connection, DbTransaction transaction, LogKeys keys)
    {
        foreach (var engagement in connection.Query<string>("select id from engagement where size > 0 order by id", transaction: transaction).ToArray())
        {
            var entries = connection.Query<byte[]>("select bytes from entry where engagement = @engagement order by seq", new { engagement }, transaction);
            var newest = connection.Query<byte[]>("select note from checkpoint where engagement = @engagement order by size desc limit 1", new { engagement }, transaction).FirstOrDefault();
            var check = RecordCheck.Of(entries, newest, keys.Find(engagement));
            yield return new(engagement, check.Facts.NextSeq, check.Wrong);
        }
    }
}
