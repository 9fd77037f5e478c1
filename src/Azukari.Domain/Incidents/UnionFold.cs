using System.Collections.Immutable;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.Incidents;

/// <summary>A count over exactly these carry-outs, and the entry that says so.</summary>
public sealed record UnionCount(Mark Mark, ImmutableHashSet<CarryOutId> CarryOuts, UnionMeasured Measured);

/// <summary>Counts over several carry-outs, as the record has them (R24).</summary>
internal static class UnionFold
{
    /// <summary>A later count of the same set replaces the earlier one: the source knows better than before.</summary>
    internal static Engagement Counted(Engagement before, CountUnion act, Mark mark)
    {
        ImmutableHashSet<CarryOutId> set = [.. act.CarryOuts];
        return before with { Unions = before.Unions.RemoveAll(known => known.CarryOuts.SetEquals(set)).Add(new(mark, set, act.Measured)) };
    }

    /// <summary>The count of exactly this set: one of a larger or smaller set says nothing exact about it.</summary>
    internal static UnionCount? CountOf(Engagement facts, IEnumerable<CarryOutId> carryOuts) => facts.Unions.FirstOrDefault(known => known.CarryOuts.SetEquals(carryOuts));
}
