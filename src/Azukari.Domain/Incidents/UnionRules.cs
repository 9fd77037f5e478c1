using Azukari.Domain.Engagements;
using Azukari.Domain.Sealing;

namespace Azukari.Domain.Incidents;

/// <summary>R24: a count over several carry-outs is made at the source and cannot contradict what was sealed.</summary>
internal static class UnionRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, CountUnion act, Attempt attempt)
    {
        if (act.CarryOuts.Distinct().Count() < 2 || act.CarryOuts.Distinct().Count() < act.CarryOuts.Length) yield return new(Rule.R24, Reason.SeveralNotNamed);
        foreach (var unsealed in act.CarryOuts.Where(id => facts.Find(id)?.Seal is null)) yield return new(Rule.R24, Reason.NotSealed, unsealed.Value);

        // Whose people they are is known where they were taken from, and nowhere else.
        var station = facts.Stations.Values.FirstOrDefault(station => station.Key.Id == attempt.Machine?.Key);
        if (station is not null && act.CarryOuts.All(id => facts.Find(id)?.Plan.Source != station.Site)) yield return new(Rule.R24, Reason.StationNotPermitted, station.Id.Value);

        // Measured against the receipts alone: an earlier count of the same set may have been wrong.
        if (ContentsBound.Of(facts with { Unions = [] }, act.CarryOuts) is { } bound) foreach (var refusal in AgainstCount(bound, act.Measured)) yield return refusal;
    }

    private static IEnumerable<Refusal> AgainstCount(ContentsBound bound, UnionMeasured counted)
    {
        foreach (var known in bound.Data)
        {
            UnionDataset[] counts = [.. counted.Data.Where(one => one.Dataset == known.Dataset)];
            if (counts is not [var count] || !known.People.Allows(count.People)) yield return new(Rule.R24, Reason.CountOutsideBound, known.Dataset.Value);
        }

        foreach (var foreign in counted.Data.Where(one => bound.Data.All(known => known.Dataset != one.Dataset))) yield return new(Rule.R24, Reason.CountOutsideBound, foreign.Dataset.Value);

        if (!bound.People.Allows(counted.People) || !CountRules.IsTotal(counted.People, counted.Data, one => one.People)) yield return new(Rule.R24, Reason.CountOutsideBound);
    }
}
