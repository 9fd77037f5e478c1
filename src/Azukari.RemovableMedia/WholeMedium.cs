using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia;

/// <summary>The home step of R19.</summary>
public static partial class MediumEraser
{
    /// <summary>
    /// Overwrites every file except the serial declaration and removes it, then overwrites all free space of the medium's file system, reads everything
    /// back and removes that too. On a folder without a file system of its own only the files and the budget are overwritten, and the report says so.
    /// </summary>
    /// <param name="fillBudgetBytes">At most that much free space is filled; less than all of it is no Clear. Null: all, and none of somebody else's
    /// file system.</param>
    /// <inheritdoc cref="ErasePayload" path="/param"/>
    public static EraseReport ClearWhole(
        string folder,
        string expectedSerial,
        TimeProvider clock,
        long? fillBudgetBytes = null,
        IProgress<MediumProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var medium = RemovableMedium.Require(folder, expectedSerial);
        var started = clock.GetUtcNow();
        folder = Path.GetFullPath(folder);
        var entries = MediumContent.Of(folder);
        using var work = new Overwriting(progress, cancellation);

        var kept = EraseFiles(folder, entries.Files, work);
        foreach (var other in entries.Others) MediumFolder.Remove(other);
        foreach (var empty in entries.Folders.Where(sub => !kept.Exists(name => IsBelow(Path.Combine(folder, name), sub)))) MediumFolder.Remove(empty);
        MediumFolder.Flush(folder);

        var limits = LimitsOfFiles(folder, FillFreeSpace(folder, (uint)entries.Files.Count, fillBudgetBytes, work));
        var method = limits.Contains(EraseLimit.FreeSpaceNotCovered) ? "overwrite-files-random-readback" : "overwrite-files-and-free-space-random-readback";
        return Report(method, medium, work, limits, entries.Files.Count, kept, started, clock);
    }

    private static bool IsBelow(string path, string folder) => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <returns>What is in the way of calling the medium clear.</returns>
    private static List<EraseLimit> FillFreeSpace(string folder, uint firstNumber, long? budget, Overwriting work)
    {
        var place = Place.Of(folder);
        if (!place.OwnsFileSystem && budget is null) return [EraseLimit.FreeSpaceNotCovered];

        List<EraseLimit> limits = place.OwnsFileSystem ? [] : [EraseLimit.FreeSpaceNotCovered];
        if (place.Device is { IsAllOfIt: false }) limits.Add(EraseLimit.PartOfDeviceNotCovered);

        using var fill = new FreeSpaceFill(folder, firstNumber, work);
        if (!fill.Write(budget ?? long.MaxValue)) limits.Add(EraseLimit.FillStoppedByBudget);
        if (fill.NotReached > FreeSpaceFill.Crumbs) limits.Add(EraseLimit.SpaceKeptBackNotReached);
        fill.Compare();
        fill.Remove();
        return limits;
    }
}
