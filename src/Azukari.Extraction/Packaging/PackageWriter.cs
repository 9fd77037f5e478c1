using System.Security.Cryptography;
using Azukari.Extraction.Sources;

namespace Azukari.Extraction.Packaging;

/// <summary>Writes what a permit allows as one package, or as one a volume, in one pass over the source.</summary>
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
    public static async Task<PackageCounts> WriteAsync(
        Stream plaintext,
        RowSource source,
        IReadOnlyList<DatasetShape> shapes,
        PackageLimits limits,
        IProgress<PackageProgress>? progress,
        CancellationToken cancellation) =>
        (await WriteAsync([plaintext], source, shapes, limits, progress, cancellation))[0];

    /// <summary>The same over several volumes at once, each a whole package: a person with all rows is in exactly one, and as many people are in each.</summary>
    /// <remarks>The source is read once, so that all volumes are of one moment; the limit is that of all together.</remarks>
    /// <returns>The counts of each volume, in the order of the streams.</returns>
    /// <inheritdoc cref="WriteAsync(Stream, RowSource, IReadOnlyList{DatasetShape}, PackageLimits, IProgress{PackageProgress}?, CancellationToken)"/>
    public static Task<IReadOnlyList<PackageCounts>> WriteAsync(
        IReadOnlyList<Stream> volumes,
        RowSource source,
        IReadOnlyList<DatasetShape> shapes,
        PackageLimits limits,
        IProgress<PackageProgress>? progress,
        CancellationToken cancellation) =>
        WriteAsync(volumes, source, shapes, limits, () => RandomNumberGenerator.GetHexString(Descriptor.RandomLength, lowercase: true), progress, cancellation);

    internal static async Task<IReadOnlyList<PackageCounts>> WriteAsync(
        IReadOnlyList<Stream> streams,
        RowSource source,
        IReadOnlyList<DatasetShape> shapes,
        PackageLimits limits,
        Func<string> random,
        IProgress<PackageProgress>? progress,
        CancellationToken cancellation)
    {
        DatasetShape.Check(shapes);
        ArgumentOutOfRangeException.ThrowIfZero(streams.Count);
        var census = new PersonCensus(shapes.Count, streams.Count, limits.MostPeople);
        PackageVolume[] volumes = [.. streams.Select(stream => new PackageVolume(stream, random()))];
        try
        {
            var dataset = 0;
            await foreach (var reader in source.ReadAsync(shapes, cancellation))
                await DatasetAsync(reader, dataset++, volumes, census, limits, progress, cancellation);

            var counts = new List<PackageCounts>();
            foreach (var volume in volumes)
                counts.Add(await volume.CloseAsync(census.PeopleIn(counts.Count), cancellation));
            return counts;
        }
        finally
        {
            foreach (var volume in volumes)
                volume.Dispose();
        }
    }

    private static async Task DatasetAsync(
        RecordReader reader, int dataset, PackageVolume[] volumes, PersonCensus census, PackageLimits limits, IProgress<PackageProgress>? progress, CancellationToken cancellation)
    {
        DatasetParts[] parts = [.. volumes.Select(volume => new DatasetParts(reader.Shape, volume))];
        try
        {
            do
            {
                while (reader.TryRead())
                {
                    var part = parts[census.Spread(dataset, reader.Row[reader.Shape.PersonKeyIndex])];
                    if (part.IsFull(limits.RowsPerPart))
                    {
                        await part.NextAsync(cancellation);
                        Report();
                    }

                    part.Add(reader.Row);
                }
            }
            while (await reader.FillAsync(cancellation));

            for (var volume = 0; volume < volumes.Length; volume++)
                volumes[volume].Add(await parts[volume].FinishAsync(census.PeopleOf(volume, dataset), cancellation));
            Report();
        }
        finally
        {
            foreach (var part in parts)
                part.Dispose();
        }

        void Report() => progress?.Report(new PackageProgress(reader.Shape.Id, parts.Sum(part => part.Rows), volumes.Sum(volume => volume.Tar.Position)));
    }

    internal static PackageCounts ToCounts(this IEnumerable<DatasetSummary> datasets, long people, ReadOnlySpan<byte> descriptor) => new(
        [.. datasets.Select(dataset => new DatasetCount(dataset.Shape.Id, dataset.Rows, dataset.People))],
        people,
        Convert.ToHexStringLower(SHA256.HashData(descriptor)));
}
