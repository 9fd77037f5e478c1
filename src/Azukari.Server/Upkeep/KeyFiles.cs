namespace Azukari.Server.Upkeep;

/// <summary>The files of the data folder that sign in the service's name, as rows of a backup.</summary>
internal static class KeyFiles
{
    private const string Table = "file", Logs = "log-keys", Webhook = "webhook-key";

    internal static void Save(string data, BackupFile backup)
    {
        backup.Begin(Table, ["path", "bytes"]);
        foreach (var path in Directory.Exists(Path.Combine(data, Logs)) ? Directory.GetFiles(Path.Combine(data, Logs), "*.log-key").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
            backup.Add([$"{Logs}/{Path.GetFileName(path)}", File.ReadAllBytes(path)]);
        if (File.Exists(Path.Combine(data, Webhook))) backup.Add([Webhook, File.ReadAllBytes(Path.Combine(data, Webhook))]);
    }

    /// <summary>Puts them where they belong; one that is there already has to be the same.</summary>
    internal static void Restore(string data, IEnumerable<BackupRow> rows)
    {
        foreach (var row in rows)
        {
            var (name, bytes) = ((string)row.Values[0], (byte[])row.Values[1]);
            if (name != Webhook && (Path.GetDirectoryName(name) != Logs || !name.EndsWith(".log-key", StringComparison.Ordinal))) throw new BackupException("a file in it is none of ours");

            var path = Path.Combine(data, name);
            DurableFile.MakeFolder(Path.GetDirectoryName(path)!);
            if (!File.Exists(path)) DurableFile.Create(path, bytes);
            else if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes)) throw new BackupException($"'{name}' is there already and is another key");
        }
    }
}
