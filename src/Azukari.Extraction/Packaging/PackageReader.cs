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
        await LoadAsync([plaintext], shapes, [expected], destination, marker, progress, cancellation);
        return new LoadResult(expected);
    }

    /// <summary>Loads all volumes, one after the other, in one transaction with one marker, or none of them.</summary>
    /// <param name="expected">What the manifest says of each volume, in the order of the streams. Nobody may be in two.</param>
    /// <inheritdoc cref="LoadAsync(Stream, IReadOnlyList{DatasetShape}, PackageCounts, Destination, Marker, IProgress{PackageProgress}?, CancellationToken)"/>
    public static async Task LoadAsync(
        IReadOnlyList<Stream> volumes,
        IReadOnlyList<DatasetShape> shapes,
        IReadOnlyList<PackageCounts> expected,
        Destination destination,
        Marker marker,
        IProgress<PackageProgress>? progress,
        CancellationToken cancellation)
    {
        DatasetShape.Check(shapes);
        await using var load = await destination.BeginAsync(marker, cancellation);
        var counts = await RunAsync(volumes, shapes, expected.Sum(volume => volume.People), load, progress, cancellation);
        if (!counts.SequenceEqual(expected))
            throw new PackageException(PackageFault.Expectation, "counts or digest are not the manifest's");

        await load.CommitAsync(cancellation);
    }

    /// <summary>Reads a package to the end of the stream with all checks of a load and says what it holds; the caller compares.</summary>
    /// <exception cref="PackageException">The package is not one.</exception>
    public static async Task<PackageCounts> VerifyAsync(
        Stream plaintext, IReadOnlyList<DatasetShape> shapes, IProgress<PackageProgress>? progress, CancellationToken cancellation) =>
        (await VerifyAsync([plaintext], shapes, progress, cancellation))[0];

    /// <summary>The same over all volumes of a consignment, of which nobody may be in two.</summary>
    /// <exception cref="PackageException">One of them is no package, or somebody is in two.</exception>
    public static Task<IReadOnlyList<PackageCounts>> VerifyAsync(
        IReadOnlyList<Stream> volumes, IReadOnlyList<DatasetShape> shapes, IProgress<PackageProgress>? progress, CancellationToken cancellation)
    {
        DatasetShape.Check(shapes);
        return RunAsync(volumes, shapes, long.MaxValue, load: null, progress, cancellation);
    }

    private static async Task<IReadOnlyList<PackageCounts>> RunAsync(
        IReadOnlyList<Stream> volumes, IReadOnlyList<DatasetShape> shapes, long mostPeople, LoadTransaction? load, IProgress<PackageProgress>? progress, CancellationToken cancellation)
    {
        var census = new PersonCensus(shapes.Count, volumes.Count, mostPeople);
        var counts = new List<PackageCounts>();
        try
        {
            foreach (var volume in volumes)
                counts.Add(await new PackageScan(volume, shapes, census, counts.Count, load, progress).RunAsync(cancellation));
            return counts;
        }
        catch (PackageLimitException)
        {
            throw new PackageException(PackageFault.Expectation, "more people than the manifest says");
        }
    }
}
