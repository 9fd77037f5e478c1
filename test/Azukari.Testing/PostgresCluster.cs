using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Azukari.Testing;

/// <summary>A private PostgreSQL server of this test process: started at first use, reachable by a socket in its own folder only, stopped and
/// deleted when the process ends.</summary>
/// <remarks>Durability is switched off in it. What a power cut leaves behind is no question for this server.</remarks>
public sealed class PostgresCluster
{
    private static readonly Lazy<PostgresCluster> OfThisProcess = new(() => new PostgresCluster());

    private readonly string _folder = Directory.CreateTempSubdirectory("azk-pg-").FullName;
    private int _databases;

    private PostgresCluster()
    {
        if (!PostgresPrograms.Found)
            throw new InvalidOperationException(NotInstalled);

        PostgresPrograms.GiveAway(_folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        PostgresPrograms.Run("initdb", "-D", Data, "-N", "-k", "--locale=C.UTF-8", "-E", "UTF8", "-A", "trust", "-U", "postgres");
        Start();
    }

    /// <summary>Why a test that needs PostgreSQL is to be skipped; null when it can run.</summary>
    /// <remarks>With CI=true always null: there a missing server fails the tests instead of silencing them.</remarks>
    public static string? MissingReason =>
        PostgresPrograms.Found || Environment.GetEnvironmentVariable("CI") == "true" ? null : NotInstalled;

    /// <summary>The server of this process; the first call takes about a second.</summary>
    public static PostgresCluster Shared => OfThisProcess.Value;

    private const string NotInstalled = "PostgreSQL's server programs are not installed (Debian: apt-get install postgresql)";

    private const string Options = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300";

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes an empty database and says how to reach it; the superuser, no password.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        await using var server = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var create = server.CreateCommand($"create database {name}");
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Ends the whole server at once, as a power cut would except for what the operating system still holds, and starts it again, which recovers it.</summary>
    public async Task CrashAsync()
    {
        using (var postmaster = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture))) postmaster.Kill();
        for (var look = 0; ; look++)
        {
            await Task.Delay(100);
            try
            {
                Start();
                return;
            }
            catch (InvalidOperationException) when (look < 100)
            {
                // Its own processes have not all noticed yet that it is gone, and keep the next one out.
            }
        }
    }

    private void Start() => PostgresPrograms.Run("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"{Options} -k {_folder}", "start");

    private string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder { Host = _folder, Username = "postgres", Database = database }.ConnectionString;

    private void Stop()
    {
        // At the end of the process only moments are left, and a hundred databases take longer to delete: a program of its own does it.
        PostgresPrograms.Run("pg_ctl", "-D", Data, "-m", "immediate", "-W", "stop");
        using var sweep = Process.Start(new ProcessStartInfo("sh", ["-c", "sleep 2; rm -rf \"$0\"", _folder]) { RedirectStandardOutput = true, RedirectStandardError = true });
    }
}
