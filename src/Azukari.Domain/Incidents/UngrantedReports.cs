using Azukari.Domain.Engagements;

namespace Azukari.Domain.Incidents;

/// <summary>Reports of what nobody granted: there is no key to end and nobody whom a permit names, so people are called (R23).</summary>
/// <remarks>A number that there is not costs nothing to think of. Whoever could ring every telephone with each of them would drown the alarm of a true loss, so the first is told at once,
/// and what the same person reports within the hour besides is told together at its end. Nobody else's report waits for that. A further kind of loss of a number that was told rings anew: four times at most.</remarks>
internal static class UngrantedReports
{
    private static readonly TimeSpan Together = TimeSpan.FromHours(1);

    /// <summary>The incident is the case's, or that of the number that was read out, or the one that gathers this person's numbers.</summary>
    internal static Engagement Heard(Engagement before, ReportLoss act, PersonId reporter, Mark mark)
    {
        var (carryOut, number) = (before.Find(act.CarryOut)?.Id, act.CarryOut.Value);
        var isNew = carryOut is null && IncidentFold.OpenFor(before, null, number) is null;
        var gathering = isNew ? Of(before, reporter).FirstOrDefault(incident => incident.IsOpen && incident.Gathered > mark.At) : null;
        var after = IncidentFold.Opened(before, carryOut, IncidentFold.CauseOf(act.Kind), mark, gathering?.About ?? number);
        var open = IncidentFold.OpenFor(after, carryOut, gathering?.About ?? number)!;

        return after.With(open with
        {
            Reports = open.Reports.Add(new(mark, act.Kind, reporter, NamedInPermit: false, act.OnBehalfOf, act.ByTelephone) { Number = act.CarryOut }),
            Gathered = isNew && gathering is null ? EndOfHour(before, reporter, mark.At) : Sooner(open, reporter, mark.At),
        });
    }

    /// <summary>Until when the last one that was told, or is to be, has the others of this person wait; null where none does.</summary>
    private static DateTimeOffset? EndOfHour(Engagement facts, PersonId reporter, DateTimeOffset now)
    {
        var last = Of(facts, reporter).Select(incident => incident.Gathered ?? incident.Opened.At).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        if (last > now) return last;
        return now - last < Together ? last + Together : null;
    }

    /// <summary>Somebody else's word for the same number waits for nothing.</summary>
    private static DateTimeOffset? Sooner(Incident open, PersonId reporter, DateTimeOffset now) =>
        open.Gathered > now && open.Reports.All(report => report.Reporter != reporter) ? now : open.Gathered;

    /// <summary>Incidents that this person's numbers have opened.</summary>
    private static IEnumerable<Incident> Of(Engagement facts, PersonId reporter) =>
        facts.Incidents.Where(incident => incident.CarryOut is null && incident.Reports is [var first, ..] && first.Reporter == reporter && first.Mark == incident.Opened);
}
