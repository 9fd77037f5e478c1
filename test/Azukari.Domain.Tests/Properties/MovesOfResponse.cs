using System.Collections.Immutable;
using Azukari.Domain.Incidents;

namespace Azukari.Domain.Tests.Properties;

/// <summary>What is done about an incident until it closes.</summary>
internal static class MovesOfResponse
{
    internal static IEnumerable<Move> All =>
    [
        Move.Case<ReportFromLabel>(2, (world, outside) => outside is { HasEnded: false, Custody.HasLeft: true, KillOrdered: null } && world.Tape.Chance(40),
            (_, outside) => new(new ReportFromLabel(outside.Id, outside.Seal?.Measured.SealNumber ?? "", LossKind.FoundByOthers), []),
            (_, act) => act with { SealNumber = "other" }),
        Move.New<CountUnion>(8, world => world.Cases(held => held.Seal is not null).Count >= 2 && world.Tape.Chance(60), Counted,
            (_, act) => act with { CarryOuts = [.. act.CarryOuts.Take(1)] },
            (_, act) => act with { CarryOuts = [.. act.CarryOuts, new("carry-x")] },
            (_, act) => act with { Measured = act.Measured with { People = -1 } }),
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
        Move.Of<ExcuseTask, (Incident, ResponseTask)>(40, world => [.. Tasks(world, task => task.End is null).Where(of => IsOver(world, of.Item1) || world.Tape.Chance(2))], world => Tasks(world, _ => true), (world, of) =>
            world.By(new ExcuseTask(of.Item1.Id, of.Item2.Number, Hash("reason")), null, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer)),
            (_, act) => act with { Incident = new("incident-99") }),
        Move.Of<SetLawDuty, Incident>(3, world => [.. Incidents(world).Where(incident => incident.IsOpen && incident.Tasks.Count(task => task.Law is not null) < 2)], Incidents, Law,
            (_, act) => act with { Law = act.Law with { Last = act.Law.Nominal.AddDays(-1) } },
            (_, act) => act with { Law = act.Law with { Organisation = Lapsed } },
            (world, act) => act with { Law = world.Facts.FindIncident(act.Incident)?.Tasks.Select(task => task.Law).OfType<LawDuty>().FirstOrDefault() ?? act.Law },
            (_, act) => act with { Incident = new("incident-99") }),
        Move.Of<CloseIncident, Incident>(40, world => [.. Incidents(world).Where(incident => incident.IsOpen && incident.Tasks.All(task => task.End is not null))], Incidents,
            (world, incident) => world.By(
            new CloseIncident(incident.Id), null, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer), (world.Who(Role.InformationManager), Role.InformationManager)),
            (_, act) => new CloseIncident(new("incident-99"))),
    ];

    /// <summary>Two that were sealed, counted together at the source of one of them.</summary>
    private static Attempt Counted(World world)
    {
        CarryOut[] two = [.. world.Cases(held => held.Seal is not null).Take(2)];
        ImmutableArray<CarryOutId> named = two.Length == 2 ? [.. two.Select(held => held.Id)] : [CaseId, Other];
        var bound = ContentsBound.Of(world.Facts, named);
        var station = world.Facts.Stations.Values.OrderBy(station => station.Id.Value, StringComparer.Ordinal).FirstOrDefault(station => station.Closed is null && two.Any(held => held.Plan.Source == station.Site));
        var act = new CountUnion(named, new(bound?.People.AtMost ?? 0, [.. bound?.Data.Select(data => new UnionDataset(data.Dataset, data.People.AtMost)) ?? []]));
        return world.By(act, station?.Key.Id ?? KeyOf(SealStation).Id, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer));
    }

    private static IReadOnlyList<Incident> Incidents(World world) => world.Facts.Incidents;

    private static IReadOnlyList<(Incident, ResponseTask)> Tasks(World world, Func<ResponseTask, bool> which) =>
        [.. Incidents(world).SelectMany(incident => incident.Tasks.Where(task => (incident.IsOpen || world.Tape.Chance(5)) && which(task)).Select(task => (incident, task)))];

    /// <summary>Where the keys are dead nothing more can be saved, and what is left to do is excused; so it is when everybody finishes.</summary>
    private static bool IsOver(World world, Incident incident) =>
        world.IsClosing || (world.Facts.Find(incident.CarryOut) is { KillOrdered: not null } carryOut && Home.KeysOf(carryOut).All(carryOut.IsDead));

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
