using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia;

/// <summary>Everything on a medium except the serial declaration and the file system's own empty <c>lost+found</c>.</summary>
/// <param name="Files">Plain files.</param>
/// <param name="Others">Links, pipes and the like: removed, never followed.</param>
/// <param name="Folders">Innermost first, so that each is empty when its turn comes.</param>
internal sealed record MediumContent(IReadOnlyList<string> Files, IReadOnlyList<string> Others, IReadOnlyList<string> Folders)
{
    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = 0, RecurseSubdirectories = false, IgnoreInaccessible = false };

    /// <exception cref="MediumException">Something cannot be read: <see cref="MediumFault.ReadError"/>. What is not seen is not cleared and not
    /// verified.</exception>
    public static MediumContent Of(string folder)
    {
        List<string> files = [], others = [], folders = [];
        return ManagedFaults.Translate(folder, MediumFault.ReadError, () =>
        {
            Walk(folder, folder, files, others, folders);
            return new MediumContent(files, others, folders);
        });
    }

    private static void Walk(string root, string folder, List<string> files, List<string> others, List<string> folders)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", s_everything).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (folder == root && entry.Name == RemovableMedium.DeclarationName) continue;
            if (entry is DirectoryInfo { LinkTarget: null })
            {
                RefuseOtherFileSystem(entry);
                Walk(root, entry.FullName, files, others, folders);
                if (entry.Name != "lost+found" || folder != root) folders.Add(entry.FullName);
            }
            else
            {
                var isFile = OperatingSystem.IsLinux() ? FileFacts.Of(entry.FullName) is { IsRegular: true } : entry.LinkTarget is null;
                (isFile ? files : others).Add(entry.FullName);
            }
        }
    }

    // Something mounted inside the medium is not the medium.
    private static void RefuseOtherFileSystem(FileSystemInfo folder)
    {
        if (OperatingSystem.IsLinux() && FileFacts.Of(folder.FullName) is { IsMountRoot: true })
            throw new MediumException(MediumFault.Mismatch, $"{folder.Name}: another file system is mounted there");
    }
}
