using System.Security.Cryptography;
using Azukari.Extraction.Sources;

namespace Azukari.Extraction.Packaging;

/// <summary>Writes what a permit allows as one package, in one pass over the source.</summary>
public static class PackageWriter
{
    /// <summary>Writes datasets, descriptor and padding to a stream that need not seek, and says exactly what they hold.</summary>
    /// <remarks>
    /// Any exception leaves a torso without descriptor, which <see cref="PackageReader"/> refuses; the caller gives up what it wrapped around the stream.
    /// The stream is neither flushed nor closed: that is the caller's, who knows what it wrapped. The same source, shapes and limits give the same
    /// bytes but for the 32 random ones.
    /// </remarks>
    /// <exception cref="SourceException">The source cannot be taken as it is.</exception>
    /// <exception cref="PackageLimitException">One person more than the limit.</exception>
    public static Task<PackageCounts> WriteAsync(
        Stream plaintext,
        RowSource source,
        IReadOnlyList<DatasetShape> shapes,
        PackageLimits limits,
        IProgress<PackageProgress>? progress,
        CancellationToken cancellation) =>
        WriteAsync(plaintext, source, shapes, limits, RandomNumberGenerator.GetHexString(Descriptor.RandomLength, lowercase: true), progress, cancellation);

    internal static async Task<PackageCounts> WriteAsync(
        Stream plaintext,
        RowSource source,
        IReadOnlyList<DatasetShape> shapes,
        PackageLimits limits,
        string random,
        IProgress<PackageProgress>? progress,
        CancellationToken cancellation)
    {
        DatasetShape.Check(shapes);
        var tar = new TarOutput(plaintext);
        var census = new PersonCensus(shapes.Count, limits.MostPeople);
        var datasets = new List<DatasetSummary>();
        using var slots = new PartRing();
        await foreach (var reader in source.ReadAsync(shapes, cancellation))
        {
            using var parts = new DatasetParts(reader.Shape, slots, tar, progress);
            datasets.Add(await parts.WriteAsync(reader, datasets.Count, census, limits, cancellation));
        }

        // Last, because counts and digests are known only now and the source is read once.
        var descriptor = Descriptor.Write(random, datasets, census.People);
        await tar.AddAsync(PackageLayout.Descriptor, descriptor, cancellation);
        await tar.CloseAsync(cancellation);
        return datasets.ToCounts(census.People, descriptor);
    }

    internal static PackageCounts ToCounts(this IEnumerable<DatasetSummary> datasets, long people, ReadOnlySpan<byte> descriptor) => new(
        [.. datasets.Select(dataset => new DatasetCount(dataset.Shape.Id, dataset.Rows, dataset.People))],
        people,
        Convert.ToHexStringLower(SHA256.HashData(descriptor)));
}
