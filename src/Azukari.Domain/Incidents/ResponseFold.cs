using Azukari.Domain.Engagements;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Incidents;

/// <summary>How the response to an incident follows from the record (R25).</summary>
internal static class ResponseFold
{
    internal static Engagement Assigned(Engagement before, AssignTask act, Mark mark) => Changed(before, act.Incident, incident => act.Task is { } number
        ? WithTask(incident, number, task => task with { Owner = act.Owner, Due = act.Due, Set = mark })
        : ResponseTasks.Added(incident, act.Kind, mark, act.Due, owner: act.Owner));

    internal static Engagement Ended(Engagement before, IncidentId incident, int number, Digest paper, bool isExcuse, PersonId by, Mark mark) =>
        Changed(before, incident, state => WithTask(state, number, task => task with { End = new(mark, by, paper, isExcuse) }));

    /// <summary>The alarm is for the nominal day, from the hour at which the counters open.</summary>
    internal static Engagement Bound(Engagement before, SetLawDuty act, Mark mark) => Changed(before, act.Incident, incident =>
        ResponseTasks.Added(incident, KindOf(act.Law.Duty), mark, OfficeHours.OpeningOf(before.Calendar, act.Law.Nominal), act.Law));

    internal static Engagement Closed(Engagement before, IncidentId id, Mark mark) => Changed(before, id, incident => incident with { Closed = mark });

    private static TaskKind KindOf(Laws.BreachDuty duty) => duty switch
    {
        Laws.BreachDuty.NoticeToEntrustor => TaskKind.DataOwner,
        Laws.BreachDuty.NoticeToPersons or Laws.BreachDuty.NoticeToMedia => TaskKind.PublicNotice,
        Laws.BreachDuty.PromptReport or Laws.BreachDuty.FinalReport or Laws.BreachDuty.AuthorityReport or Laws.BreachDuty.YearlyReport => TaskKind.Regulator,
    };

    private static Incident WithTask(Incident incident, int number, Func<ResponseTask, ResponseTask> change) =>
        incident with { Tasks = incident.Tasks.SetItem(number - 1, change(incident.Tasks[number - 1])) };

    private static Engagement Changed(Engagement before, IncidentId id, Func<Incident, Incident> change) => before.With(change(before.FindIncident(id)!));
}
