using Azukari.Domain.Engagements;

namespace Azukari.Domain.Watch;

/// <summary>R29: refusals are counted once for every day that is over; a month is reviewed once, when it is over, and its figures are the record's.</summary>
internal static class ReviewRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, CountRefusals act, DateTimeOffset now)
    {
        if (act.Day >= facts.Calendar.DateOf(now) || IsBefore(facts, act.Day)) yield return new(Rule.R29, Reason.DayNotCountable);
        if (facts.Refusals.ContainsKey(act.Day)) yield return new(Rule.R29, Reason.DayCounted);
        if (facts.Reviews.ContainsKey(Months.FirstOf(act.Day))) yield return new(Rule.R29, Reason.MonthReviewed);
        if (act.Counts.Any(count => count.Times < 1) || act.Counts.DistinctBy(count => count.Because).Count() != act.Counts.Length) yield return new(Rule.R29, Reason.CountNotUsable);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, ReviewMonth act, DateTimeOffset now)
    {
        if (act.Month.Day != 1 || !Months.IsOver(facts, act.Month, now) || IsBefore(facts, act.Month.AddMonths(1).AddDays(-1))) yield return new(Rule.R29, Reason.MonthNotReviewable);
        else if (facts.Reviews.ContainsKey(act.Month)) yield return new(Rule.R29, Reason.MonthReviewed);
        else if (act.Figures != MonthFigures.Of(facts, act.Month)) yield return new(Rule.R29, Reason.FiguresDiffer);
    }

    private static bool IsBefore(Engagement facts, DateOnly day) => facts.Began is { } began && day < facts.Calendar.DateOf(began.At);
}
