using Azukari.Domain.Media;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Properties;

/// <summary>Looking back: logs of device control, refusals by the day, drills, the month's review.</summary>
internal static class MovesOfReview
{
    internal static IEnumerable<Move> All =>
    [
        Move.New<ImportConnection>(1, world => world.Facts.Connections.Count < 12 && world.Tape.Chance(10), Imported,
            (world, act) => world.Facts.Connections.Values.MinBy(known => known.Mark.Leaf.Value) is { } known ? act with { Seen = known.Seen } : act,
            (_, act) => act with { Seen = act.Seen with { Serial = "" } },
            (world, act) => act with { Seen = act.Seen with { At = world.Clock.AddMinutes(1) } }),
        Move.New<CountRefusals>(1, world => IsCountable(world, Yesterday(world)), world => new(new CountRefusals(Yesterday(world), [new(Reason.TooLate, 2)]), []),
            (_, act) => act with { Day = act.Day.AddDays(1) },
            (world, act) => world.Facts.Refusals.Count > 0 ? act with { Day = world.Facts.Refusals.Keys.Min() } : act,
            (_, act) => act with { Day = new(2022, 5, 2) },
            (_, act) => act with { Counts = [new(Reason.TooLate, 0)] }),
        Move.New<HoldDrill>(1, world => world.Tape.Chance(10), world => world.By(new HoldDrill(DrillKind.Recovery, Hash("drill")), null, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer))),
        Move.New<ReviewMonth>(30, world => Owed(world) is { } month && month.AddMonths(1) <= world.Facts.Calendar.DateOf(world.Clock), Review,
            (_, act) => act with { Month = act.Month.AddYears(1) },
            (_, act) => act with { Month = new(2022, 5, 1) },
            (_, act) => act with { Figures = act.Figures with { Alarms = act.Figures.Alarms + 1 } }),
    ];

    private static DateOnly Yesterday(World world) => world.Facts.Calendar.DateOf(world.Clock).AddDays(-1);

    /// <summary>What the watch will ask for next.</summary>
    private static DateOnly? Owed(World world) =>
        Deadlines.Of(world.Facts).FirstOrDefault(next => next.Kind == DeadlineKind.MonthReview)?.About is { } month ? DateOnly.ParseExact($"{month}-01", "yyyy-MM-dd") : null;

    private static bool IsCountable(World world, DateOnly day) => !world.Facts.Refusals.ContainsKey(day) && !world.Facts.Reviews.ContainsKey(new(day.Year, day.Month, 1));

    /// <summary>Mostly by the computer itself; now and then by a key holder, which sees no device.</summary>
    private static Attempt Imported(World world)
    {
        var stations = world.Facts.Stations.Keys.OrderBy(id => id.Value, StringComparer.Ordinal).ToArray();
        var media = world.Facts.Media.Keys.OrderBy(id => id.Value, StringComparer.Ordinal).ToArray();
        var station = world.Any(stations);
        var act = new ImportConnection(new(Hash(world.Fresh("line")), DeviceEventKind.Connected, world.Facts.Media[world.Any(media)].Admitted.Measured.Serial, station, world.Clock));

        return world.Tape.Chance(10) ? world.By(act, OwnerHolder)
            : world.Tape.Chance(20) ? world.By(act, null, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer))
            : world.By(act, KeyOf(station).Id);
    }

    private static Attempt Review(World world)
    {
        var month = Owed(world) ?? Month(6);
        var act = new ReviewMonth(month, MonthFigures.Of(world.Facts, month));
        return world.By(act, null, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer), (world.Who(Role.InformationManager), Role.InformationManager));
    }
}
