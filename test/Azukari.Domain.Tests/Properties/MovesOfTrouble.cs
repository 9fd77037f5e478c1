using Azukari.Domain.Incidents;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Properties;

/// <summary>Losses, alarms, and what people say to them.</summary>
internal static class MovesOfTrouble
{
    internal static IEnumerable<Move> All =>
    [
        Move.Case<ReportLoss>(14, (world, outside) => outside is { HasEnded: false, Custody.HasLeft: true, KillOrdered: null } && world.Tape.Chance(50), Lost),
        Move.Case<ReportFound>(10, (_, lost) => lost is { HasEnded: false, Suspended: { Why: SuspensionCause.Loss, Answered: null } }, Found),
        Move.Case<LiftSuspension>(60,
            (world, stopped) => stopped is { HasEnded: false, Suspended: not null, KillOrdered: null } && world.Clock <= stopped.Plan.Window?.OpenBy,
            (world, stopped) =>
            world.By(new LiftSuspension(stopped.Id), null, (world.Who(Role.Approver), Role.Approver), (world.Who(Role.InformationManager), Role.InformationManager))),
        Move.New<SetCallList>(1, world => world.Facts.CallLists.Count < 2 || world.Tape.Chance(20), Calls,
            (_, act) => act with { Night = [] },
            (_, act) => act with { Day = [Crowd.Stranger] },
            (_, act) => act with { Day = [Witness, Carrier] },
            (_, act) => act with { Organisation = Subcontractor }),
        Move.Of<DeadlinePassed, Deadline>(15, world => [.. Deadlines.Of(world.Facts).Where(deadline => deadline.Due <= world.Clock)],
            world => [.. Deadlines.Of(world.Facts), new(new("carry-x"), DeadlineKind.Opening, null, 1, 0, world.Clock)],
            (_, deadline) => new(deadline.Passed, []), (_, act) => act with { Step = act.Step - 1 }, (_, act) => act with { CarryOut = new("carry-x") }),
        Move.Of<AcknowledgeAlarm, Alarm>(3, world => [.. Sounded(world).Where(alarm => !alarm.IsAnswered)], Sounded, Answer, (_, act) => act with { Step = 99 }),
    ];

    private static IEnumerable<(CarryOut Case, Alarm Alarm)> Alarms(World world) => world.Cases(_ => true).SelectMany(carryOut => carryOut.Alarms.Select(alarm => (carryOut, alarm)));

    private static IReadOnlyList<Alarm> Sounded(World world) => [.. Alarms(world).Select(sounded => sounded.Alarm)];

    private static Attempt Lost(World world, CarryOut outside)
    {
        var reporter = world.Tape.Chance(70) ? world.Any(world.Everybody) : world.Any(outside.Plan.Custodians.Append(Carrier).ToArray());
        return world.By(new ReportLoss(outside.Id, world.Any(LossKind.Lost, LossKind.Stolen), world.Tape.Chance(30) ? Carrier : null), null, (reporter, Role.Member));
    }

    private static Attempt Found(World world, CarryOut lost)
    {
        var finder = lost.Custody?.Now.Holders is [var holder, ..] && world.Tape.Chance(70) ? holder : world.Any(world.Everybody);
        return world.By(new ReportFound(lost.Id, SealIntact: world.Tape.Chance(90)), null, (finder, Role.Member));
    }

    private static Attempt Answer(World world, Alarm alarm)
    {
        var about = Alarms(world).First(sounded => ReferenceEquals(sounded.Alarm, alarm)).Case.Id;
        var who = alarm.Told is [_, ..] told && world.Tape.Chance(85) ? world.Any(told) : world.Any(world.Everybody);
        return world.By(new AcknowledgeAlarm(about, alarm.Kind, alarm.About, alarm.Step), null, (who, Role.Member));
    }

    private static Attempt Calls(World world) => world.Tape.Chance(50)
        ? world.By(new SetCallList(City, [Approver], [Officer, Approver], [Officer]), null, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer))
        : world.By(new SetCallList(Contractor, [Sealer], [Executive, Sealer], [Executive]), null, (world.Who(Role.ProjectManager), Role.ProjectManager));
}
