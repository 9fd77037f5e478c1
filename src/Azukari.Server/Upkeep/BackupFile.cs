using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Azukari.Server.Upkeep;

/// <summary>One row of one table.</summary>
/// <param name="Values">Each a <see cref="long"/>, a <see cref="string"/> or bytes.</param>
internal sealed record BackupRow(string Table, IReadOnlyList<string> Columns, IReadOnlyList<object> Values);

/// <summary>Rows as lines of JSON, the same whichever engine they come from: a head, for each table its columns and its rows, and an end that counts and hashes all before it.</summary>
/// <remarks>Bytes are base64 in an array of their own. A file that was cut off or changed has no end that fits, and is not read at all.</remarks>
internal sealed class BackupFile : IDisposable
{
    private const int Format = 1;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly FileStream file;
    private readonly string path;
    private long rows;

    private BackupFile(string path, FileStreamOptions options)
    {
        this.path = path;
        file = new FileStream($"{path}.part", options);
    }

    /// <summary>Begins a file that only the service's account reads; it has its name once it is whole.</summary>
    internal static BackupFile Create(string path, string part, DateTimeOffset at)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.WriteThrough, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        var made = new BackupFile(path, options);
        made.Line(new JsonObject { ["azukari-backup"] = Format, ["part"] = part, ["at"] = at.ToUnixTimeMilliseconds() });
        return made;
    }

    internal void Begin(string table, IEnumerable<string> columns) =>
        Line(new JsonObject { ["table"] = table, ["columns"] = new JsonArray([.. columns.Select(column => (JsonNode)column)]) });

    internal void Add(IEnumerable<object> values)
    {
        rows++;
        Line(new JsonArray([.. values.Select(value => value switch
        {
            long number => (JsonNode)number,
            string text => text,
            byte[] bytes => new JsonArray(Convert.ToBase64String(bytes)),
            _ => throw new InvalidOperationException($"a column holds {value.GetType().Name}"),
        })]));
    }

    /// <summary>Every row of a table, as the transaction sees it.</summary>
    internal async Task AddTableAsync(string table, DbConnection connection, DbTransaction transaction)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is one of BackupPart's.
        command.CommandText = $"select * from {table}";
#pragma warning restore CA2100
        command.Transaction = transaction;
        await using var reader = await command.ExecuteReaderAsync();

        Begin(table, Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync())
        {
            reader.GetValues(values);
            Add(values);
        }
    }

    /// <summary>Closes the file with the line that makes it whole, and reads it again.</summary>
    internal long End()
    {
        var count = rows;
        Line(EndLine(count, hash));
        file.Flush(flushToDisk: true);
        file.Dispose();
        DurableFile.Move($"{path}.part", path);
        return Read(path).LongCount() == count ? count : throw new BackupException($"'{Path.GetFileName(path)}' does not read back as it was written");
    }

    /// <summary>The rows of a whole file; nothing of one that is not whole.</summary>
    /// <exception cref="BackupException">It was cut off or changed, or is of another format.</exception>
    internal static IEnumerable<BackupRow> Read(string path)
    {
        Check(path);
        var (table, columns) = ("", Array.Empty<string>());
        foreach (var line in File.ReadLines(path, Encoding.UTF8).Select(line => JsonNode.Parse(line)))
        {
            if (line is JsonArray values) yield return new(table, columns, [.. values.Select(ValueOf)]);
            else if (line?["table"] is { } name) (table, columns) = (name.GetValue<string>(), [.. line["columns"]!.AsArray().Select(column => column!.GetValue<string>())]);
        }
    }

    public void Dispose()
    {
        file.Dispose();
        hash.Dispose();
    }

    private static void Check(string path)
    {
        using var before = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (rows, last) = (0L, "");
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            if (last.Length == 0 && !line.StartsWith($"{{\"azukari-backup\":{Format},", StringComparison.Ordinal)) throw NotWhole(path);
            if (last.Length > 0) before.AppendData(Encoding.UTF8.GetBytes(last + "\n"));
            if (last.StartsWith('[')) rows++;
            last = line;
        }

        if (last != EndLine(rows, before).ToJsonString()) throw NotWhole(path);
    }

    private static JsonObject EndLine(long rows, IncrementalHash before) => new() { ["rows"] = rows, ["sha256"] = Convert.ToHexStringLower(before.GetCurrentHash()) };

    private static BackupException NotWhole(string path) => new($"'{Path.GetFileName(path)}' is no whole backup: it was cut off or changed");

    private static object ValueOf(JsonNode? value) => value switch
    {
        JsonArray bytes => Convert.FromBase64String(bytes[0]!.GetValue<string>()),
        JsonValue number when number.GetValueKind() == JsonValueKind.Number => number.GetValue<long>(),
        JsonValue text => text.GetValue<string>(),
        _ => throw new BackupException("a value is none of ours"),
    };

    private void Line(JsonNode node)
    {
        var line = Encoding.UTF8.GetBytes(node.ToJsonString() + "\n");
        hash.AppendData(line);
        file.Write(line);
    }
}

/// <summary>A backup cannot be made or used; the message says to the operator why.</summary>
internal sealed class BackupException(string message) : Exception(message);
