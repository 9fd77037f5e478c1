using System.Diagnostics;

namespace Azukari.Testing;

/// <summary>PostgreSQL's own programs where Debian, Fedora and the official images put them.</summary>
internal static class PostgresPrograms
{
    private static readonly string? Folder = Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    public static bool Found => Folder is not null;

    /// <summary>Runs one of them to its end, as the user <c>postgres</c> if we are root, which PostgreSQL refuses to be.</summary>
    public static void Run(string program, params string[] arguments)
    {
        // The server that pg_ctl leaves behind would inherit our pipes, and whoever waits for their end would wait for ever.
        const string withoutPipes = "exec \"$@\" </dev/null >/dev/null 2>&1";
        using var process = Process.Start("/bin/sh", ["-c", withoutPipes, "sh", .. AsPostgres(), Path.Combine(Folder!, program), .. arguments]);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    /// <summary>Gives a folder to the user that the programs run as.</summary>
    public static void GiveAway(string folder)
    {
        if (!Environment.IsPrivilegedProcess)
            return;

        using var process = Process.Start("chown", ["postgres", folder]);
        process.WaitForExit();
    }

    private static string[] AsPostgres() => Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];

    private static IEnumerable<string> Candidates()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian).OrderDescending(StringComparer.Ordinal) : Enumerable.Empty<string>();
        return [.. versions.Select(version => Path.Combine(version, "bin")), "/usr/pgsql/bin", "/usr/local/bin", "/usr/bin"];
    }
}
