using System.Diagnostics;
using System.Text;

namespace Azukari.Repository.Tests;

/// <summary>The files of the repository as git sees them: what is tracked, and what would be if it were added.</summary>
/// <remarks>Paths are relative to the root and separated by '/'. A file that is only new on disk counts, so that a law speaks before the commit.</remarks>
internal static class RepositoryTree
{
    private static readonly string[] Unreadable = [".png", ".age", ".tar", ".zst", ".bin", ".pdf", ".woff2"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Files { get; } = ListFiles();

    public static IEnumerable<string> TextFiles => Files.Where(file => !Unreadable.Contains(Path.GetExtension(file), StringComparer.Ordinal));

    public static IEnumerable<string> CSharp(string folder) =>
        Files.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<string> Projects => Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    /// <summary>Folders directly below <paramref name="project"/> (such as src/Azukari.Domain) that hold a file.</summary>
    public static IEnumerable<string> TopFolders(string project) =>
        Files.Where(file => file.StartsWith(project + "/", StringComparison.Ordinal))
            .Select(file => file[(project.Length + 1)..])
            .Where(rest => rest.Contains('/', StringComparison.Ordinal))
            .Select(rest => rest[..rest.IndexOf('/', StringComparison.Ordinal)])
            .Distinct(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Azukari.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Azukari.slnx is in no folder above the tests");
    }

    private static List<string> ListFiles()
    {
        // safe.directory: a clone made by one user and checked by another is still only read here.
        string[] arguments = ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"];
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start");
        var listing = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);

        return [.. listing.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(file => File.Exists(Path.Combine(Root, file)))
            .Order(StringComparer.Ordinal)];
    }
}
