using Azukari.Cli.Statements;

namespace Azukari.Cli.Screens;

/// <summary>Where the drafts of this screen lie, and how long: until what they were for has ended, was called off or has come too late to be signed.</summary>
internal static class ScreenDrafts
{
    /// <summary>So long a statement counts that is signed here; no draft is of use to anybody afterwards.</summary>
    internal static readonly TimeSpan Counts = TimeSpan.FromHours(24);

    private const string Prefix = "draft-";

    internal static string FolderOf(string station, string deed) => Path.Combine(WorkOf(station), Prefix + deed);

    /// <summary>Takes off what a screen left that was ended by a power cut. A verb that it had started may still read one that is younger.</summary>
    internal static void RemoveOld(string station, DateTimeOffset now)
    {
        if (!Directory.Exists(WorkOf(station))) return;
        foreach (var folder in Directory.GetDirectories(WorkOf(station), Prefix + "*").Where(folder => now - Directory.GetLastWriteTimeUtc(folder) > Counts)) new DraftFolder(folder).Remove();
    }

    private static string WorkOf(string station) => Path.Combine(Path.GetFullPath(station), "work");
}
