using Azukari.Server.Setup;

namespace Azukari.Server.Upkeep;

/// <summary>The files of the data folder that speak in the service's name, and by what name it is reached, as rows of a backup.</summary>
internal static class KeyFiles
{
    private const string Table = "file", Logs = "log-keys", Authority = $"{AuthorityFiles.KeyFolder}/{AuthorityFiles.KeyName}";

    /// <summary>Those of a fixed name; one that an installation does not have is not in its backup, such as an authority's key that was locked away.</summary>
    private static readonly string[] Single = ["webhook-key", SettingsFile.Name, ServerCertificate.Name, AuthorityFiles.Name, Authority];

    internal static void Save(string data, BackupFile backup)
    {
        backup.Begin(Table, ["path", "bytes"]);
        foreach (var path in Directory.Exists(Path.Combine(data, Logs)) ? Directory.GetFiles(Path.Combine(data, Logs), "*.log-key").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
            backup.Add([$"{Logs}/{Path.GetFileName(path)}", File.ReadAllBytes(path)]);
        foreach (var name in Single.Where(name => File.Exists(Path.Combine(data, name)))) backup.Add([name, File.ReadAllBytes(Path.Combine(data, name))]);
    }

    /// <summary>Puts them where they belong; one that is there already has to be the same.</summary>
    internal static void Restore(string data, IEnumerable<BackupRow> rows)
    {
        foreach (var row in rows)
        {
            var (name, bytes) = ((string)row.Values[0], (byte[])row.Values[1]);
            if (!Single.Contains(name, StringComparer.Ordinal) && (Path.GetDirectoryName(name) != Logs || !name.EndsWith(".log-key", StringComparison.Ordinal))) throw new BackupException("a file in it is none of ours");

            var path = Path.Combine(data, name);
            DurableFile.MakeFolder(Path.GetDirectoryName(path)!);
            if (!File.Exists(path)) DurableFile.Create(path, bytes);
            else if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes)) throw new BackupException($"'{name}' is there already and is another one");
        }
    }
}
