using Azukari.Domain.Incidents;

namespace Azukari.Domain.Tests.Properties;

/// <summary>What is done about an incident until it closes.</summary>
internal static class MovesOfResponse
{
    internal static IEnumerable<Move> All =>
    [
        Move.Case<ReportFromLabel>(2, (world, outside) => outside is { HasEnded: false, Custody.HasLeft: true } && world.Tape.Chance(40),
            (_, outside) => new(new ReportFromLabel(outside.Id, outside.Seal?.Measured.SealNumber ?? "", LossKind.FoundByOthers), []),
            (_, act) => act with { SealNumber = "other" }),
        Move.Of<AssignTask, (Incident, ResponseTask)>(6, world => Tasks(world, task => task is { End: null, Owner: null }), world => Tasks(world, _ => true), Assigned,
            (_, act) => act with { Incident = new("incident-99") },
            (_, act) => act with { Task = 99 },
            (_, act) => act with { Due = Setup },
            (_, act) => act with { Owner = Crowd.Stranger },
            (_, act) => act with { Due = act.Due.AddDays(400) },
            (_, act) => act with { Kind = act.Kind == TaskKind.Search ? TaskKind.EnquiryDesk : TaskKind.Search },
            (_, act) => act with { Task = null }),
        Move.Of<FinishTask, (Incident, ResponseTask)>(8, world => Tasks(world, task => task is { End: null, Owner: not null }), world => Tasks(world, _ => true), (world, of) =>
            world.By(new FinishTask(of.Item1.Id, of.Item2.Number, Hash("evidence")), null, (of.Item2.Owner is { } owner && world.Tape.Chance(90) ? owner : Carrier, Role.Member)),
            (_, act) => act with { Task = 99 }),
        Move.Of<ExcuseTask, (Incident, ResponseTask)>(3, world => Tasks(world, task => task.End is null), world => Tasks(world, _ => true), (world, of) =>
            world.By(new ExcuseTask(of.Item1.Id, of.Item2.Number, Hash("reason")), null, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer)),
            (_, act) => act with { Incident = new("incident-99") }),
        Move.Of<SetLawDuty, Incident>(3, world => [.. Incidents(world).Where(incident => incident.IsOpen && incident.Tasks.All(task => task.Law is null))], Incidents, Law,
            (_, act) => act with { Law = act.Law with { Last = act.Law.Nominal.AddDays(-1) } },
            (_, act) => act with { Law = act.Law with { Organisation = Lapsed } },
            (_, act) => act with { Incident = new("incident-99") }),
        Move.Of<CloseIncident, Incident>(20, world => [.. Incidents(world).Where(incident => incident.IsOpen && incident.Tasks.All(task => task.End is not null))], Incidents,
            (world, incident) => world.By(
            new CloseIncident(incident.Id), null, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer), (world.Who(Role.InformationManager), Role.InformationManager)),
            (_, act) => new CloseIncident(new("incident-99"))),
    ];

    private static IReadOnlyList<Incident> Incidents(World world) => world.Facts.Incidents;

    private static IReadOnlyList<(Incident, ResponseTask)> Tasks(World world, Func<ResponseTask, bool> which) =>
        [.. Incidents(world).SelectMany(incident => incident.Tasks.Where(task => (incident.IsOpen || world.Tape.Chance(5)) && which(task)).Select(task => (incident, task)))];

    private static Attempt Assigned(World world, (Incident Incident, ResponseTask Task) of)
    {
        var act = new AssignTask(of.Incident.Id, of.Task.Number, of.Task.Kind, world.Who(Role.Operator), world.Clock.AddHours(5));
        return world.By(act, null, (world.Who(Role.ProjectManager), Role.ProjectManager));
    }

    private static Attempt Law(World world, Incident incident)
    {
        var day = world.Facts.Calendar.DateOf(world.Clock).AddDays(3);
        return new(new SetLawDuty(incident.Id, Report with { Organisation = world.Any(City, Contractor), Nominal = day, Last = day }), []);
    }
}
