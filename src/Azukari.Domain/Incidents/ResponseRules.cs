using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents.Laws;
using Azukari.Domain.People;

namespace Azukari.Domain.Incidents;

/// <summary>R25: tasks have an owner, a time and evidence; an incident closes when each is done or excused. R26: what a law asks is one of them.</summary>
internal static class ResponseRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, AssignTask act, DateTimeOffset now)
    {
        foreach (var refusal in AgainstTask(facts, act.Incident, act.Task)) yield return refusal;
        foreach (var refusal in StandingRules.AgainstMember(facts, act.Owner)) yield return refusal;

        if (act.Due <= now) yield return new(Rule.R25, Reason.TaskWithoutTime, act.Incident.Value);
        var task = TaskOf(facts, act.Incident, act.Task);
        if (task is not null && task.Kind != act.Kind) yield return new(Rule.R25, Reason.TaskUnknown, act.Incident.Value);
        if (task?.Law is { } law && facts.Calendar.DateOf(act.Due) > law.Last) yield return new(Rule.R26, Reason.LaterThanTheLaw, law.Pack.Value);
    }

    /// <summary>Whoever was named does it; another person is named first, so that the record shows who did what.</summary>
    internal static IEnumerable<Refusal> Against(Engagement facts, FinishTask act, Attempt attempt)
    {
        foreach (var refusal in AgainstTask(facts, act.Incident, act.Task)) yield return refusal;

        if (TaskOf(facts, act.Incident, act.Task) is { End: null } task)
            foreach (var signer in attempt.Signers.Where(signer => signer.Person != task.Owner)) yield return new(Rule.R25, Reason.NotTaskOwner, signer.Person.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, ExcuseTask act) => AgainstTask(facts, act.Incident, act.Task);

    internal static IEnumerable<Refusal> Against(Engagement facts, CloseIncident act)
    {
        foreach (var refusal in AgainstIncident(facts, act.Incident)) yield return refusal;
        foreach (var task in facts.FindIncident(act.Incident) is { IsOpen: true } open ? open.Tasks.Where(task => task.End is null) : [])
            yield return new(Rule.R25, Reason.TasksOpen, ResponseTasks.About(facts.FindIncident(act.Incident)!, task));
    }

    /// <summary>The service may add what a law asks of an entity that knows, once; never before that entity knew, since only then its clock runs.</summary>
    internal static IEnumerable<Refusal> Against(Engagement facts, SetLawDuty act)
    {
        foreach (var refusal in AgainstIncident(facts, act.Incident)) yield return refusal;
        if (act.Law.Last < act.Law.Nominal || !Code.IsValid(act.Law.Edition)) yield return new(Rule.R26, Reason.LawDutyUnusable, act.Law.Pack.Value);
        if (facts.FindIncident(act.Incident) is not { } incident) yield break;

        if (incident.Tasks.Any(task => task.Law == act.Law)) yield return new(Rule.R26, Reason.LawDutySetAlready, act.Law.Pack.Value);
        if (Knowledge.Of(facts, incident).FirstOrDefault(entity => entity.Organisation == act.Law.Organisation)?.At is not { } known || act.Law.Nominal < facts.Calendar.DateOf(known.At))
            yield return new(Rule.R26, Reason.LawClockNotRunning, act.Law.Organisation.Value);
    }

    internal static ResponseTask? TaskOf(Engagement facts, IncidentId incident, int? number) =>
        facts.FindIncident(incident)?.Tasks.FirstOrDefault(task => task.Number == number);

    private static IEnumerable<Refusal> AgainstTask(Engagement facts, IncidentId incident, int? number)
    {
        foreach (var refusal in AgainstIncident(facts, incident)) yield return refusal;
        if (number is null) yield break;

        if (TaskOf(facts, incident, number) is not { } task) yield return new(Rule.R25, Reason.TaskUnknown, incident.Value);
        else if (task.End is not null) yield return new(Rule.R25, Reason.TaskEnded, incident.Value);
    }

    private static IEnumerable<Refusal> AgainstIncident(Engagement facts, IncidentId id)
    {
        if (facts.FindIncident(id) is not { } incident) yield return new(Rule.R25, Reason.IncidentUnknown, id.Value);
        else if (!incident.IsOpen) yield return new(Rule.R25, Reason.IncidentClosed, id.Value);
    }
}
