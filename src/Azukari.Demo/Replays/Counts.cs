using System.Collections.Immutable;
using Azukari.Domain.Sealing;

namespace Azukari.Demo.Replays;

/// <summary>How many people and records the file's data are.</summary>
/// <remarks>A register of people holds everybody whom the other datasets are about, as the file gives one number for each; without a register, the largest dataset is the least there can be.</remarks>
internal static class Counts
{
    internal static long People(ImmutableArray<ReplayData> data) => data.Select(PeopleOf).DefaultIfEmpty().Max();

    internal static ImmutableArray<SealedDataset> Of(ImmutableArray<ReplayData> data) => [.. data.Select(one => new SealedDataset(one.Dataset, one.Fields, one.Records, PeopleOf(one)))];

    private static long PeopleOf(ReplayData data) => Math.Min(data.People ?? data.Records, data.Records);
}
