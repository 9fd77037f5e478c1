using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Azukari.Testing;

/// <summary>A primary and its synchronous standby, private to one test, reached by sockets only. Durability is on: what the primary has acknowledged lies on both disks.</summary>
public sealed class PostgresPair : IDisposable
{
    private readonly string _primary = Directory.CreateTempSubdirectory("azk-pa-").FullName;
    private readonly string _standby = Directory.CreateTempSubdirectory("azk-pb-").FullName;

    private PostgresPair()
    {
        PostgresPrograms.GiveAway(_primary);
        PostgresPrograms.GiveAway(_standby);
        PostgresPrograms.Run("initdb", "-D", Data(_primary), "-N", "-k", "--locale=C.UTF-8", "-E", "UTF8", "-A", "trust", "-U", "postgres");
        File.AppendAllText(Configuration(_primary), $"listen_addresses = ''\nunix_socket_directories = '{_primary}'\nwal_level = replica\nmax_connections = 150\n");
        Start(_primary);
    }

    /// <summary>Both, for a client that looks for whichever of them is the primary.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder { Host = $"{_primary},{_standby}", Username = "postgres", Database = "azukari", Timeout = 3 }.ConnectionString;

    /// <summary>Starts both; takes some three seconds.</summary>
    public static async Task<PostgresPair> StartAsync()
    {
        var pair = new PostgresPair();
        await pair.OnPrimaryAsync("postgres", "create database azukari");
        PostgresPrograms.Run("pg_basebackup", "-h", pair._primary, "-U", "postgres", "-D", Data(pair._standby), "-R", "-X", "stream", "-c", "fast");
        await File.AppendAllTextAsync(Configuration(pair._standby), $"unix_socket_directories = '{pair._standby}'\n");
        Start(pair._standby);

        // Only now, or the copy would wait for itself.
        await pair.OnPrimaryAsync("postgres", "alter system set synchronous_standby_names = '*'");
        await pair.OnPrimaryAsync("postgres", "select pg_reload_conf()");
        for (var look = 0; look < 200; look++)
        {
            if ((string?)await pair.OnPrimaryAsync("postgres", "select max(sync_state) from pg_stat_replication") == "sync") return pair;
            await Task.Delay(50);
        }

        throw new InvalidOperationException("the standby does not follow");
    }

    /// <summary>Ends the primary as a power cut would, except for what the operating system still holds.</summary>
    public void KillPrimary()
    {
        using var postmaster = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(Data(_primary), "postmaster.pid")).First(), CultureInfo.InvariantCulture));
        postmaster.Kill();
    }

    /// <summary>Makes the standby the primary.</summary>
    public void Promote() => PostgresPrograms.Run("pg_ctl", "-D", Data(_standby), "-w", "promote");

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var folder in new[] { _primary, _standby })
        {
            if (IsRunning(folder)) PostgresPrograms.Run("pg_ctl", "-D", Data(folder), "-m", "immediate", "-w", "stop");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Data(string folder) => Path.Combine(folder, "data");

    private static string Configuration(string folder) => Path.Combine(Data(folder), "postgresql.conf");

    private static void Start(string folder) => PostgresPrograms.Run("pg_ctl", "-D", Data(folder), "-w", "-l", Path.Combine(folder, "log"), "start");

    /// <summary>A primary that was killed leaves its file behind, and a number that may be anybody's by now.</summary>
    private static bool IsRunning(string folder)
    {
        if (!File.Exists(Path.Combine(Data(folder), "postmaster.pid"))) return false;

        try
        {
            using var process = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(Data(folder), "postmaster.pid")).First(), CultureInfo.InvariantCulture));
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal) && !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private async Task<object?> OnPrimaryAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder { Host = _primary, Username = "postgres", Database = database, Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
