using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;
using Azukari.Domain.Sealing;
using Azukari.Extraction;

namespace Azukari.Cli.Sealing;

/// <summary>From the permit's words to what extraction takes, and back.</summary>
internal static class Shapes
{
    internal static IReadOnlyList<DatasetShape> Of(Engagement facts, CarryPlan plan) =>
        [.. plan.Data.Select(data => new DatasetShape(data.Dataset.Value, facts.Catalogue[data.Dataset].Unit.ToString().ToLowerInvariant(), facts.Catalogue[data.Dataset].PersonKey, data.Fields))];

    internal static IEnumerable<SealedDataset> Counted(CarryPlan plan, PackageCounts counts) =>
        plan.Data.Zip(counts.Datasets, (data, count) => new SealedDataset(data.Dataset, data.Fields, count.Rows, count.People));

    internal static PackageCounts Expected(SealMeasured receipt, string descriptor) =>
        new([.. receipt.Data.Select(data => new DatasetCount(data.Dataset.Value, data.Rows, data.People))], receipt.People, descriptor);
}
