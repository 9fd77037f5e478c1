using System.Collections.Immutable;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.Incidents;

/// <summary>対応: something that has to be done about an incident, by somebody, by a time, with evidence (R25).</summary>
/// <param name="Number">Its number in the incident, from 1.</param>
/// <param name="Kind">What has to be done.</param>
/// <param name="Set">The entry that gave it its present owner and time.</param>
/// <param name="Due">Until when.</param>
/// <param name="Law">The duty under a law that it fulfils, or null.</param>
public sealed record ResponseTask(int Number, TaskKind Kind, Mark Set, DateTimeOffset Due, LawDuty? Law = null)
{
    /// <summary>Who does it, or null while nobody was named.</summary>
    public PersonId? Owner { get; init; }

    /// <summary>How it ended, or null.</summary>
    public TaskEnd? End { get; init; }
}

/// <summary>How a task ended.</summary>
/// <param name="Mark">The entry.</param>
/// <param name="By">Who signed it.</param>
/// <param name="Paper">The evidence, or the reason why it was not done, by its salted commitment.</param>
/// <param name="IsExcuse">True where it was not done.</param>
public sealed record TaskEnd(Mark Mark, PersonId By, Digest Paper, bool IsExcuse);

/// <summary>Which tasks an incident begins with.</summary>
internal static class ResponseTasks
{
    /// <summary>It follows from the cause: nobody searches for what was stolen, and nobody reports to the police what stands on the table.</summary>
    internal static ImmutableArray<TaskKind> Of(IncidentCause cause) => cause switch
    {
        IncidentCause.Lost =>
        [
            TaskKind.DataOwner, TaskKind.Search, TaskKind.PhoneLocation, TaskKind.PoliceReport, TaskKind.Regulator, TaskKind.DarkWebWatch, TaskKind.PublicNotice, TaskKind.EnquiryDesk,
        ],
        IncidentCause.Stolen =>
            [TaskKind.DataOwner, TaskKind.PoliceReport, TaskKind.PhoneLocation, TaskKind.Regulator, TaskKind.DarkWebWatch, TaskKind.PublicNotice, TaskKind.EnquiryDesk],
        IncidentCause.Misdelivered => [TaskKind.DataOwner, TaskKind.Search, TaskKind.Regulator, TaskKind.DarkWebWatch, TaskKind.PublicNotice, TaskKind.EnquiryDesk],
        IncidentCause.SealBroken or IncidentCause.NotIntact => [TaskKind.DataOwner, TaskKind.Regulator, TaskKind.DarkWebWatch],
        IncidentCause.FoundByOthers or IncidentCause.FoundByStranger or IncidentCause.WithoutPermit or IncidentCause.MissingAtInventory =>
            [TaskKind.DataOwner, TaskKind.Search, TaskKind.Regulator],
        IncidentCause.SignaturesMissing or IncidentCause.BreakGlass => [TaskKind.DataOwner],
    };

    /// <summary>The incident with what its newest cause asks and it has not begun yet.</summary>
    internal static Incident Begun(Engagement facts, Incident incident) => Of(incident.Causes[^1].Cause)
        .Where(kind => incident.Tasks.All(task => task.Kind != kind || task.Law is not null))
        .Aggregate(incident, (state, kind) => Added(state, kind, incident.Causes[^1].Mark, incident.Causes[^1].Mark.At.AddHours(facts.Clock.TaskHours)));

    internal static Incident Added(Incident incident, TaskKind kind, Mark mark, DateTimeOffset due, LawDuty? law = null, PersonId? owner = null) =>
        incident with { Tasks = incident.Tasks.Add(new(incident.Tasks.Length + 1, kind, mark, due, law) { Owner = owner }) };

    /// <summary>What the watch calls a task.</summary>
    internal static string About(Incident incident, ResponseTask task) => $"{incident.Id}.{task.Number}";

    /// <summary>The owner of a task that the watch speaks about; nobody where none was named.</summary>
    internal static PersonId? OwnerOf(Engagement facts, string? about) =>
        facts.Incidents.SelectMany(incident => incident.Tasks.Where(task => About(incident, task) == about)).FirstOrDefault()?.Owner;
}
