using Azukari.Domain.Applications;

namespace Azukari.Domain.Tests.Properties;

/// <summary>Several carry-outs under one approval.</summary>
internal static class MovesOfSeries
{
    private static readonly SeriesId Unknown = new("no-series");

    internal static IEnumerable<Move> All =>
    [
        Move.New<AskSeries>(4, world => !world.IsClosing && Open(world, _ => true).Count < 2, Asking,
            (_, act) => act with { Scope = act.Scope with { Most = 0 } }, (_, act) => act with { Scope = act.Scope with { Most = 99 } },
            (_, act) => act with { Scope = act.Scope with { Quarter = act.Scope.Quarter % 4 + 1, Year = act.Scope.Year - 1 } },
            (_, act) => act with { Scope = act.Scope with { Template = new("any") } }, (_, act) => act with { Scope = act.Scope with { TextDigest = null } },
            (_, act) => act with { Scope = act.Scope with { Data = [] } }, (_, act) => act with { Scope = act.Scope with { Data = [new(Residents, ["id", "tax"])] } },
            (_, act) => act with { Scope = act.Scope with { Method = TransferMethod.Alone } },
            (_, act) => act with { Scope = act.Scope with { Destination = new("dinner") } },
            (world, act) => act with { Series = world.Any(Every(world)) }),
        Move.Of<EndorseSeries, SeriesId>(20, world => Open(world, series => series.Endorsed is null), Every,
            (world, id) => world.By(new EndorseSeries(id), null, (world.Who(Role.InformationManager, null, Asker(world, id)), Role.InformationManager))),
        Move.Of<ApproveSeries, SeriesId>(20, world => Open(world, series => series is { Endorsed: not null, Approved: null }), Every,
            (world, id) => world.By(new ApproveSeries(id), null, (world.Who(Role.Approver), Role.Approver))),
        Move.Of<EndSeries, SeriesId>(2, world => [.. Open(world, series => series.Approved is not null).Where(_ => world.Tape.Chance(40))], Every, Ending),
    ];

    /// <summary>An application, under a series where there is one that it fits.</summary>
    internal static Apply Asked(World world, CarryOutId id, CarryPlan plan)
    {
        var granted = Open(world, series => series.Approved is not null && series.Scope.Source == plan.Source);
        var name = world.Tape.Chance(50) && granted.Count > 0 ? world.Any(granted) : world.Tape.Chance(2) ? world.Any(Every(world)) : null;

        return new(id, world.Facts.Series.GetValueOrDefault(name ?? Unknown) is { } series && world.Tape.Chance(90) ? Plans.Under(series.Scope, plan) : plan, name);
    }

    private static IReadOnlyList<SeriesId> Every(World world) => [.. world.Facts.Series.Keys.Append(Unknown).OrderBy(id => id.Value, StringComparer.Ordinal)];

    private static IReadOnlyList<SeriesId> Open(World world, Func<Series, bool> which) =>
        [.. Every(world).Where(id => world.Facts.Series.GetValueOrDefault(id) is { Ended: null } series && IsNow(world, series) && which(series))];

    private static bool IsNow(World world, Series series) => world.Facts.Calendar.QuarterOf(world.Clock) == (series.Scope.Year, series.Scope.Quarter);

    private static PersonId? Asker(World world, SeriesId id) => world.Facts.Series.GetValueOrDefault(id)?.Asker;

    private static Attempt Asking(World world)
    {
        var (year, quarter) = world.Facts.Calendar.QuarterOf(world.Clock);
        var act = new AskSeries(new(world.Fresh("series")), Scope with { Most = 2 + world.Tape.Next(3), Year = year, Quarter = quarter });
        return world.By(act, null, (world.Who(Role.ProjectManager), Role.ProjectManager));
    }

    private static Attempt Ending(World world, SeriesId id) => world.Tape.Chance(50)
        ? world.By(new EndSeries(id), null, (world.Who(Role.Approver), Role.Approver))
        : world.By(new EndSeries(id), null, (world.Who(Role.ProjectManager), Role.ProjectManager));
}
