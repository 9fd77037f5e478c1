using System.Collections.Immutable;
using Azukari.Domain.Sealing;
using Azukari.Extraction;

namespace Azukari.Cli.Sealing;

/// <summary>From extraction's counts to the receipt's, and back.</summary>
internal static class Shapes
{
    /// <summary>The whole of each dataset: nobody and no row is in two volumes, so it is the sum.</summary>
    internal static ImmutableArray<SealedDataset> Counted(ImmutableArray<OrderedData> data, IReadOnlyList<PackageCounts> volumes) =>
        [.. data.Select((one, n) => new SealedDataset(one.Dataset, one.Fields, volumes.Sum(volume => volume.Datasets[n].Rows), volumes.Sum(volume => volume.Datasets[n].People)))];

    internal static IReadOnlyList<VolumeCount> Counted(ImmutableArray<OrderedData> data, PackageCounts volume) =>
        [.. data.Zip(volume.Datasets, (one, count) => new VolumeCount(one.Dataset, count.Rows, count.People))];

    /// <summary>What a volume must hold; a dataset that its receipt leaves out is empty there.</summary>
    internal static PackageCounts Expected(ImmutableArray<OrderedData> data, SealedVolume volume, string descriptor) =>
        new([.. data.Select(one => volume.Data.FirstOrDefault(count => count.Dataset == one.Dataset) is { } count ? new DatasetCount(one.Dataset.Value, count.Rows, count.People) : new(one.Dataset.Value, 0, 0))], volume.People, descriptor);
}
