using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia;

/// <summary>What a medium really stores and how fast, measured when it is enrolled (R5).</summary>
/// <param name="BytesWritten">Into free space, and read back after all of it was written.</param>
/// <param name="Mismatches">Blocks of 4096 bytes that came back different. Anything but 0 is a medium not to be enrolled: worn, or of false capacity.</param>
/// <param name="WasFilled">All free space was written. If false, false capacity is not ruled out.</param>
/// <param name="WriteBytesPerSecond">Sustained, flush included.</param>
/// <param name="ReadBytesPerSecond">Meaningless where <paramref name="ReadBack"/> is <see cref="ReadPath.Cached"/>.</param>
public sealed record MediumQualification(
    MediumIdentity Medium, long BytesWritten, long Mismatches, bool WasFilled, long WriteBytesPerSecond, long ReadBytesPerSecond, ReadPath? ReadBack)
{
    /// <summary>Fills free space with noise, reads it back and removes it. Files that are there are left alone.</summary>
    /// <param name="budgetBytes">At most that much; on a folder without a file system of its own it is needed, lest it fill somebody else's disk.</param>
    /// <exception cref="MediumException">Also <see cref="MediumFault.WrongSerial"/>, before anything is written.</exception>
    public static MediumQualification Measure(
        string folder,
        string expectedSerial,
        TimeProvider clock,
        long? budgetBytes = null,
        IProgress<MediumProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var medium = RemovableMedium.Require(folder, expectedSerial);
        if (budgetBytes is null && !Place.Of(folder).OwnsFileSystem)
            throw new ArgumentNullException(nameof(budgetBytes), "the folder has no file system of its own");

        using var work = new Overwriting(progress, cancellation);
        using var fill = new FreeSpaceFill(folder, 0, work);
        var begun = clock.GetTimestamp();
        var filled = fill.Write(budgetBytes ?? long.MaxValue);
        var written = clock.GetTimestamp();
        fill.Compare();
        var compared = clock.GetTimestamp();
        fill.Remove();

        return new MediumQualification(
            medium,
            work.BytesOverwritten,
            work.Mismatches,
            filled,
            PerSecond(work.BytesOverwritten, clock.GetElapsedTime(begun, written)),
            PerSecond(work.BytesOverwritten, clock.GetElapsedTime(written, compared)),
            work.WeakestReadBack);
    }

    private static long PerSecond(long bytes, TimeSpan time) => time > TimeSpan.Zero ? (long)(bytes / time.TotalSeconds) : 0;
}
