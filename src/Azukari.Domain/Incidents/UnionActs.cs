using System.Collections.Immutable;

namespace Azukari.Domain.Incidents;

/// <summary>突合: a station at the source counts the distinct people of several carry-outs, for the owner's officer (R24).</summary>
/// <param name="CarryOuts">Exactly those that were counted together, two or more, each once.</param>
/// <param name="Measured">What the station counted.</param>
public sealed record CountUnion(ImmutableArray<CarryOutId> CarryOuts, UnionMeasured Measured) : Act
{
    private protected override void Closed() { }
}

/// <summary>Distinct people over several carry-outs, as the source counts them.</summary>
/// <param name="People">Over all datasets.</param>
/// <param name="Data">In each dataset that any of them has, each once.</param>
public sealed record UnionMeasured(long People, ImmutableArray<UnionDataset> Data);

/// <summary>Distinct people of one dataset over several carry-outs.</summary>
public sealed record UnionDataset(DatasetId Dataset, long People);
