using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia;

/// <summary>R19's two steps: the payload at the site, the whole medium at home.</summary>
public static partial class MediumEraser
{
    /// <summary>The site step: overwrites the named files where they lie, reads them back, removes them. Minutes, and no sanitisation of the medium.</summary>
    /// <param name="expectedSerial">Nothing is touched on any other medium.</param>
    /// <param name="clock">For the report's times only.</param>
    /// <param name="overwritten">Hears a file's name and length once it was overwritten and read back, before it is removed: whoever must be able to say so after a crash
    /// notes it then.</param>
    /// <exception cref="MediumException">Also where a named file is not there, before anything is touched. After a cancel or a failure the act can
    /// be repeated for the files that remain.</exception>
    public static EraseReport ErasePayload(
        string folder,
        IReadOnlyList<string> fileNames,
        string expectedSerial,
        TimeProvider clock,
        IProgress<MediumProgress>? progress = null,
        Action<string, long>? overwritten = null,
        CancellationToken cancellation = default)
    {
        var medium = RemovableMedium.Require(folder, expectedSerial);
        var paths = fileNames.Distinct(StringComparer.Ordinal).Select(name => MediumFolder.PathOf(folder, name)).ToList();
        if (paths.Find(path => !IsPlainFile(path)) is { } missing)
            throw new MediumException(MediumFault.Mismatch, $"{Path.GetFileName(missing)}: no such file on the medium");

        var started = clock.GetUtcNow();
        using var work = new Overwriting(progress, cancellation);
        var kept = EraseFiles(folder, paths, work, overwritten);
        var limits = LimitsOfFiles(folder, [EraseLimit.FreeSpaceNotCovered]);
        return Report("overwrite-files-random-readback", medium, work, limits, paths.Count, kept, started, clock);
    }

    // Each file is finished before the next is begun, so that a cancel leaves only whole ones.
    private static List<string> EraseFiles(string folder, IReadOnlyList<string> paths, Overwriting work, Action<string, long>? overwritten = null)
    {
        List<string> kept = [];
        for (var i = 0; i < paths.Count; i++)
        {
            var length = work.Overwrite(paths[i], (uint)i);
            if (!work.Compare(paths[i], (uint)i, length))
            {
                kept.Add(Path.GetRelativePath(folder, paths[i]));
                continue;
            }

            overwritten?.Invoke(Path.GetFileName(paths[i]), length);
            Remove(folder, paths[i]);
        }

        return kept;
    }

    private static void Remove(string folder, string path)
    {
        using (var file = MediumFile.Open(path, Purpose.Overwrite)) file.Truncate();
        MediumFolder.Remove(path);
        MediumFolder.Flush(Path.GetDirectoryName(path) ?? folder);
    }

    private static bool IsPlainFile(string path) =>
        OperatingSystem.IsLinux() ? FileFacts.Of(path) is { IsRegular: true } : new FileInfo(path) is { Exists: true, LinkTarget: null };

    private static List<EraseLimit> LimitsOfFiles(string folder, IEnumerable<EraseLimit> found) =>
    [
        EraseLimit.FileSystemOverheadNotCovered,
        .. found,
        .. Place.Of(folder).OverwritesInPlace ? [] : (EraseLimit[])[EraseLimit.FileSystemDoesNotOverwriteInPlace],
    ];

    private static EraseReport Report(
        string method,
        MediumIdentity medium,
        Overwriting work,
        IReadOnlyList<EraseLimit> found,
        int files,
        List<string> kept,
        DateTimeOffset started,
        TimeProvider clock)
    {
        List<EraseLimit> limits = [EraseLimit.SpareCellsNotReached, .. found];
        if (work.WeakestReadBack is ReadPath.CacheDropped or ReadPath.Cached) limits.Add(EraseLimit.ReadBackMayBeCached);
        if (medium.SerialSource is SerialSource.Declared) limits.Add(EraseLimit.SerialOnlyDeclared);

        var cleared = work.Mismatches == 0 && found.All(limit => limit is EraseLimit.FileSystemOverheadNotCovered);
        return new EraseReport
        {
            Method = method,
            Level = cleared ? SanitisationLevel.Clear : SanitisationLevel.NotYetSanitised,
            BytesOverwritten = work.BytesOverwritten,
            ReadBackMismatches = work.Mismatches,
            FilesErased = files - kept.Count,
            FilesKept = kept,
            ReadBack = work.WeakestReadBack,
            Medium = medium,
            StartedAt = started,
            FinishedAt = clock.GetUtcNow(),
            Limits = [.. limits.Distinct().Order()],
        };
    }
}
