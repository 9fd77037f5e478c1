using Azukari.Domain.Engagements;

namespace Azukari.Domain.Incidents;

/// <summary>How incidents follow from the record: whatever entry says that something has gone wrong opens one here, and the watch tells everybody concerned (R15).</summary>
internal static class IncidentFold
{
    /// <summary>Opens an incident, or adds the cause to the one that is open for the same case. A cause that it has already changes nothing, so that nobody can flood the people whom it calls.</summary>
    /// <param name="before">The facts before.</param>
    /// <param name="carryOut">The case, or null.</param>
    /// <param name="cause">What happened.</param>
    /// <param name="mark">The entry that says so.</param>
    /// <param name="about">What it is about where there is no case.</param>
    internal static Engagement Opened(Engagement before, CarryOutId? carryOut, IncidentCause cause, Mark mark, string? about = null)
    {
        if (OpenFor(before, carryOut, about) is not { } open)
        {
            var opened = new Incident(new($"incident-{before.Incidents.Length + 1}"), carryOut, carryOut is null ? about : null, [new(cause, mark)]);
            return before with { Incidents = before.Incidents.Add(ResponseTasks.Begun(before, opened)) };
        }

        return open.Causes.Any(known => known.Cause == cause)
            ? before
            : before.With(ResponseTasks.Begun(before, open with { Causes = open.Causes.Add(new(cause, mark)), Retold = null }));
    }

    /// <summary>The open incident of a case, or of a thing that belongs to none.</summary>
    internal static Incident? OpenFor(Engagement facts, CarryOutId? carryOut, string? about = null) =>
        facts.Incidents.FirstOrDefault(incident => incident.IsOpen && incident.CarryOut == carryOut && (carryOut is not null || incident.About == about));

    internal static IncidentCause CauseOf(LossKind kind) => kind switch
    {
        LossKind.Lost => IncidentCause.Lost,
        LossKind.Stolen => IncidentCause.Stolen,
        LossKind.Misdelivered => IncidentCause.Misdelivered,
        LossKind.SealBroken => IncidentCause.SealBroken,
        LossKind.FoundByOthers => IncidentCause.FoundByOthers,
    };
}
