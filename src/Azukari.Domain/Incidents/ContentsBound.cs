using System.Collections.Immutable;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;
using Azukari.Domain.Sealing;

namespace Azukari.Domain.Incidents;

/// <summary>What was on them? (R24): over several carry-outs people may be counted twice, so the answer is a bound at once, and exact once the source has counted.</summary>
/// <param name="CarryOuts">Those of the asked that were sealed, each once, with the sentence about its keys.</param>
/// <param name="People">Distinct people over all of them.</param>
/// <param name="Records">Rows over all of them; rows are what was carried, and are exact.</param>
/// <param name="Data">Each dataset of which any of them has something.</param>
/// <param name="Counted">The entry by which the source counted exactly these, or null.</param>
public sealed record ContentsBound(ImmutableArray<CarryOutKey> CarryOuts, PeopleBound People, long Records, ImmutableArray<DatasetBound> Data, Mark? Counted)
{
    /// <summary>The answer for a set of carry-outs, or null where nothing of them was sealed.</summary>
    public static ContentsBound? Of(Engagement facts, IReadOnlyCollection<CarryOutId> asked)
    {
        CarryOut[] carryOuts = [.. asked.Distinct().Select(id => facts.Find(id)).OfType<CarryOut>().Where(carryOut => carryOut.Seal is not null).OrderBy(carryOut => carryOut.Id.Value, StringComparer.Ordinal)];
        if (carryOuts.Length == 0) return null;

        var counted = UnionFold.CountOf(facts, carryOuts.Select(carryOut => carryOut.Id));
        var data = carryOuts.SelectMany(carryOut => carryOut.Seal!.Measured.Data).GroupBy(one => one.Dataset).OrderBy(group => group.Key.Value, StringComparer.Ordinal)
            .Select(group => Bound(group.Key, [.. group], counted)).ToImmutableArray();

        return new([.. carryOuts.Select(carryOut => new CarryOutKey(carryOut.Id, Keys.Answer(carryOut)))], PeopleOf(carryOuts, data, counted), data.Sum(one => one.Rows), data, counted?.Mark);
    }

    private static DatasetBound Bound(DatasetId dataset, ImmutableArray<SealedDataset> parts, UnionCount? counted) => new(
        dataset, [.. parts.SelectMany(part => part.Fields).Distinct().Order(StringComparer.Ordinal)], parts.Sum(part => part.Rows),
        counted is { Measured: var exact } && exact.Data.FirstOrDefault(one => one.Dataset == dataset) is { } one
            ? new(one.People, one.People)
            : new(parts.Max(part => part.People), parts.Sum(part => part.People)));

    /// <summary>Nobody counted is fewer than the largest of them, nor than the largest dataset over them; nor more than all together.</summary>
    private static PeopleBound PeopleOf(CarryOut[] carryOuts, ImmutableArray<DatasetBound> data, UnionCount? counted)
    {
        if (counted is { Measured.People: var exact }) return new(exact, exact);

        var people = carryOuts.Select(carryOut => carryOut.Seal!.Measured.People).ToArray();
        return new(Math.Max(people.Max(), data.Select(one => one.People.AtLeast).DefaultIfEmpty().Max()), people.Sum());
    }
}

/// <summary>Between how many distinct people the true number lies, both ends inclusive.</summary>
public sealed record PeopleBound(long AtLeast, long AtMost)
{
    /// <summary>Whether it is one number.</summary>
    public bool IsExact => AtLeast == AtMost;

    /// <summary>Whether so many people are possible.</summary>
    public bool Allows(long people) => people >= AtLeast && people <= AtMost;
}

/// <summary>A dataset over several carry-outs: every field that any of them has, all rows, and the bound on its people.</summary>
public sealed record DatasetBound(DatasetId Dataset, ImmutableArray<string> Fields, long Rows, PeopleBound People);

/// <summary>One carry-out of several and the sentence about its keys: keys are never summed.</summary>
public sealed record CarryOutKey(CarryOutId CarryOut, KeyAnswer Key);
