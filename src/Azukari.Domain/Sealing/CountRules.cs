namespace Azukari.Domain.Sealing;

/// <summary>R12: the counts of the whole and of its volumes can be true together. What they are is the station's to count.</summary>
internal static class CountRules
{
    internal static IEnumerable<Refusal> Against(SealMeasured measured)
    {
        if (!CanBe(measured.People, VolumeCount.Of(measured.Data))) yield return new(Rule.R12, Reason.CountsDoNotAdd);

        foreach (var volume in measured.Volumes.Where(volume => !CanBe(volume.People, volume.Data))) yield return new(Rule.R12, Reason.CountsDoNotAdd, volume.Medium.Value);

        // Two media with one payload are a volume and its spare: byte for byte the same, and so counted the same.
        foreach (var differing in measured.Volumes.Where(volume => !IsSame(volume, Volumes.First(measured.Volumes, volume.Payload))))
            yield return new(Rule.R12, Reason.CountsDoNotAdd, differing.Medium.Value);

        if (!measured.Volumes.IsEmpty && !AddUp(measured)) yield return new(Rule.R12, Reason.CountsDoNotAdd);
    }

    /// <summary>People over all datasets are those of all together; rows are never fewer than people, and no dataset counts twice.</summary>
    private static bool CanBe(long people, IReadOnlyCollection<VolumeCount> data) =>
        IsTotal(people, data, one => one.People) && data.All(one => one.People >= 0 && one.Rows >= one.People)
        && data.Select(one => one.Dataset).Distinct().Count() == data.Count;

    /// <summary>Nobody and no row is in two volumes, and none is in no volume.</summary>
    private static bool AddUp(SealMeasured measured)
    {
        var volumes = Volumes.Distinct(measured.Volumes).ToArray();
        var counts = volumes.SelectMany(volume => volume.Data).ToLookup(one => one.Dataset);

        return Sum(volumes, volume => volume.People) == measured.People
            && measured.Data.All(data => Sum(counts[data.Dataset], one => one.Rows) == data.Rows && Sum(counts[data.Dataset], one => one.People) == data.People)
            && counts.All(counted => measured.Data.Any(data => data.Dataset == counted.Key));
    }

    private static bool IsSame(SealedVolume left, SealedVolume right) => left.Bytes == right.Bytes && left.People == right.People && left.Data.SequenceEqual(right.Data);

    /// <summary>Whether so many distinct people can be in these together: at least those of the largest, at most all of them.</summary>
    internal static bool IsTotal<T>(long people, IReadOnlyCollection<T> parts, Func<T, long> peopleOf) =>
        people >= 0 && parts.All(part => peopleOf(part) <= people) && people <= Sum(parts, peopleOf);

    /// <summary>A sum that no counts overflow.</summary>
    private static Int128 Sum<T>(IEnumerable<T> parts, Func<T, long> countOf) => parts.Aggregate((Int128)0, (sum, part) => sum + countOf(part));
}
