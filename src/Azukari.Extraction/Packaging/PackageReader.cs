using Azukari.Extraction.Destinations;

namespace Azukari.Extraction.Packaging;

/// <summary>Reads packages: straight into a database, or only to be sure of them. Nothing is ever put down in a file.</summary>
public static class PackageReader
{
    /// <summary>Loads a whole package in one transaction with its marker, or nothing (R18).</summary>
    /// <remarks>
    /// The stream is read to its end before the commit, so a decryption that fails at its last chunk loads nothing either.
    /// After a crash in between, <see cref="Destination.FindMarkerAsync"/> says whether the commit happened.
    /// </remarks>
    /// <param name="expected">What the manifest says: counts and the digest of datapackage.json.</param>
    /// <exception cref="PackageException">The package is not one, or not that one.</exception>
    /// <exception cref="AlreadyLoadedException">The marker's carry-out was loaded before.</exception>
    /// <exception cref="DestinationException">The database did not take it.</exception>
    public static async Task<LoadResult> LoadAsync(
        Stream plaintext,
        IReadOnlyList<DatasetShape> shapes,
        PackageCounts expected,
        Destination destination,
        Marker marker,
        IProgress<PackageProgress>? progress,
        CancellationToken cancellation)
    {
        DatasetShape.Check(shapes);
        await using var load = await destination.BeginAsync(marker, cancellation);
        var counts = await RunAsync(new PackageScan(plaintext, shapes, expected.People, load, progress), cancellation);
        if (counts != expected)
            throw new PackageException(PackageFault.Expectation, "counts or digest are not the manifest's");

        await load.CommitAsync(cancellation);
        return new LoadResult(counts);
    }

    /// <summary>Reads a package to the end of the stream with all checks of a load and says what it holds; the caller compares.</summary>
    /// <exception cref="PackageException">The package is not one.</exception>
    public static Task<PackageCounts> VerifyAsync(
        Stream plaintext, IReadOnlyList<DatasetShape> shapes, IProgress<PackageProgress>? progress, CancellationToken cancellation)
    {
        DatasetShape.Check(shapes);
        return RunAsync(new PackageScan(plaintext, shapes, long.MaxValue, load: null, progress), cancellation);
    }

    private static async Task<PackageCounts> RunAsync(PackageScan scan, CancellationToken cancellation)
    {
        try
        {
            return await scan.RunAsync(cancellation);
        }
        catch (PackageLimitException)
        {
            throw new PackageException(PackageFault.Expectation, "more people than the manifest says");
        }
    }
}
