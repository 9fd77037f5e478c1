using Azukari.Domain.Engagements;

namespace Azukari.Domain.Watch;

/// <summary>What R29 asks to be looked at, as numbers of one civil month of the owner's calendar. Once the month is over and its last day counted they do not change.</summary>
/// <param name="Alarms">Alarms that sounded, calls down the list included.</param>
/// <param name="Unanswered">Those of them that nobody but who has the medium had answered when the month ended.</param>
/// <param name="DaysCounted">Days whose refusals the service has counted.</param>
/// <param name="Refusals">Refusals on those days, each reason for itself.</param>
/// <param name="Suspensions">Times that keys were stopped.</param>
/// <param name="Losses">Reports of loss, those of strangers included.</param>
/// <param name="Incidents">Incidents that were opened.</param>
/// <param name="UrgentGrants">Permits granted by one approver.</param>
/// <param name="Waivers">Waivers of the separation of duties.</param>
/// <param name="Extensions">Deadlines put off.</param>
/// <param name="Drills">Exercises.</param>
public sealed record MonthFigures(
    long Alarms, long Unanswered, long DaysCounted, long Refusals, long Suspensions, long Losses, long Incidents, long UrgentGrants, long Waivers, long Extensions, long Drills)
{
    /// <summary>The figures of a month as the record has them.</summary>
    /// <param name="facts">The engagement.</param>
    /// <param name="month">Any day of the month.</param>
    public static MonthFigures Of(Engagement facts, DateOnly month)
    {
        var alarms = facts.CarryOuts.Values.SelectMany(carryOut => carryOut.Alarms).Concat(facts.Alarms).Where(alarm => Months.Has(facts, month, alarm.Mark)).ToArray();
        var counted = facts.Refusals.Where(day => Months.FirstOf(day.Key) == Months.FirstOf(month)).ToArray();
        var noted = facts.Remarkable.Where(happened => Months.Has(facts, month, happened.Mark)).ToLookup(happened => happened.Kind);
        long Times(RemarkableKind kind) => noted[kind].Count();

        return new(
            alarms.Length, alarms.Count(alarm => !WasAnswered(facts, alarm, month)), counted.Length, counted.Sum(day => day.Value), Times(RemarkableKind.Suspension), Times(RemarkableKind.Loss),
            facts.Incidents.Count(incident => Months.Has(facts, month, incident.Opened)), Times(RemarkableKind.UrgentGrant), Times(RemarkableKind.Waiver), Times(RemarkableKind.Extension), Times(RemarkableKind.Drill));
    }

    /// <summary>An answer of the next month does not change what this one was.</summary>
    private static bool WasAnswered(Engagement facts, Alarm alarm, DateOnly month) =>
        alarm.Answers.Any(answer => !alarm.Custodians.Contains(answer.Person) && Months.Has(facts, month, answer.Mark));
}

/// <summary>What a review counts beside alarms and incidents.</summary>
internal enum RemarkableKind
{
    Suspension,
    Loss,
    UrgentGrant,
    Waiver,
    Extension,
    Drill,
}

/// <summary>Something that a review counts, and when.</summary>
internal sealed record Remarkable(Mark Mark, RemarkableKind Kind);

/// <summary>Civil months of the owner's calendar.</summary>
internal static class Months
{
    internal static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    internal static bool Has(Engagement facts, DateOnly month, Mark mark) => FirstOf(facts.Calendar.DateOf(mark.At)) == FirstOf(month);

    internal static bool IsOver(Engagement facts, DateOnly month, DateTimeOffset now) => FirstOf(facts.Calendar.DateOf(now)) > FirstOf(month);

    /// <summary>The first month of the engagement that nobody has reviewed, or null before its beginning and after its end.</summary>
    internal static DateOnly? Owed(Engagement facts)
    {
        if (facts.Began is not { } began || facts.Ended is not null) return null;

        var month = FirstOf(facts.Calendar.DateOf(began.At));
        while (facts.Reviews.ContainsKey(month)) month = month.AddMonths(1);

        return month;
    }
}
