using Azukari.Server.Storage;

namespace Azukari.Server.Upkeep;

/// <summary><c>azukari-server backup</c>: the installation as it stands at one moment, into a new folder, while the service goes on.</summary>
internal static class Backup
{
    /// <summary>Writes the parts and says how many rows each has.</summary>
    internal static async Task<IReadOnlyList<(string Part, long Rows)>> MakeAsync(Settings settings, string folder, DateTimeOffset at)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new BackupException($"'{folder}' is not empty; a backup goes into a folder of its own");
        DurableFile.MakeFolder(folder);

        await using var database = new Database(Engine.Of(settings));
        var made = await database.SnapshotAsync(async (connection, transaction) =>
        {
            var written = new List<(string, long)>();
            foreach (var part in BackupPart.OfTables)
            {
                using var file = BackupFile.Create(Path.Combine(folder, part.Name), part.Name, at);
                foreach (var table in part.Tables) await file.AddTableAsync(table, connection, transaction);
                written.Add((part.Name, file.End()));
            }

            return written;
        });

        // After the rows: the key of an engagement is there before its genesis.
        using var keys = BackupFile.Create(Path.Combine(folder, BackupPart.Keys.Name), BackupPart.Keys.Name, at);
        KeyFiles.Save(settings.Data, keys);
        return [.. made, (BackupPart.Keys.Name, keys.End())];
    }
}
