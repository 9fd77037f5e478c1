using System.Diagnostics;

namespace Azukari.Demo.Machines;

/// <summary>A private PostgreSQL for the story, where its programs are installed: the city's own system and the service's storage. Reached by a socket only.</summary>
internal sealed class Postgres : IDisposable
{
    private const string Debian = "/usr/lib/postgresql";
    private readonly string programs, folder;

    private Postgres(string programs)
    {
        this.programs = programs;
        folder = Directory.CreateTempSubdirectory("azukari-pg-").FullName;
        if (Environment.IsPrivilegedProcess) Run("chown", "postgres", folder);
        RunAs("initdb", "-D", Data, "-N", "-k", "--locale=C.UTF-8", "-E", "UTF8", "-A", "trust", "-U", "postgres");
        RunAs("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-c listen_addresses='' -k {folder}", "start");
        RunAs("createdb", "-h", folder, "-U", "postgres", "city");
        RunAs("createdb", "-h", folder, "-U", "postgres", "azukari");
    }

    /// <summary>Starts one, or returns null where PostgreSQL is not installed.</summary>
    internal static Postgres? StartIfFound()
    {
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : [];
        return versions.FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb"))) is { } programs ? new(programs) : null;
    }

    internal string ConnectionString(string database) => $"Host={folder};Username=postgres;Database={database}";

    public void Dispose()
    {
        RunAs("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private string Data => Path.Combine(folder, "data");

    /// <summary>PostgreSQL refuses to be root.</summary>
    private void RunAs(string program, params string[] words)
    {
        var path = Path.Combine(programs, program);
        if (Environment.IsPrivilegedProcess) Run("runuser", ["-u", "postgres", "--", path, .. words]);
        else Run(path, words);
    }

    private static void Run(string program, params string[] words)
    {
        // The server that stays behind must not hold our pipes open.
        using var process = Process.Start("/bin/sh", ["-c", "exec \"$@\" </dev/null >/dev/null 2>&1", "sh", program, .. words]);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new DemoException($"{Path.GetFileName(program)} ended with {process.ExitCode}");
    }
}
