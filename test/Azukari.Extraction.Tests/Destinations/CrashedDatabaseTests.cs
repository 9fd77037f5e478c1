using Azukari.Extraction.Destinations;
using Azukari.Testing;
using Microsoft.Data.Sqlite;

namespace Azukari.Extraction.Tests.Destinations;

/// <summary>A process that died in its commit leaves a journal beside the database; a marker that is looked for read-only is then not found but refused, and the journey never goes on.</summary>
public sealed class CrashedDatabaseTests
{
    [Fact]
    public async Task After_a_crash_in_a_commit_the_database_answers_that_nothing_was_loaded()
    {
        using var folder = new TempFolder();
        LeaveUnfinished(folder.File("rows.db"), folder.File("crashed.db"));

        Assert.Null(await new SqliteDestination(folder.File("crashed.db")).FindMarkerAsync("carry-out-1", default));

        Assert.False(File.Exists(folder.File("crashed.db-journal"))); // Taken back.
    }

    /// <summary>The two files as they stand on the disk in the middle of a transaction that is larger than its cache.</summary>
    private static void LeaveUnfinished(string path, string crashed)
    {
        using var database = new SqliteConnection($"Data Source={path};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText =
            """
            create table residents (name text);
            insert into residents values ('before');
            pragma cache_size = 5;
            begin immediate;
            with recursive number(n) as (select 1 union all select n + 1 from number where n < 5000) insert into residents select printf('%0200d', n) from number;
            """;
        command.ExecuteNonQuery();
        foreach (var suffix in new[] { "", "-journal" }) File.Copy(path + suffix, crashed + suffix);
    }
}
