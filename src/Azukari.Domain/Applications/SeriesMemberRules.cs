using Azukari.Domain.Engagements;

namespace Azukari.Domain.Applications;

/// <summary>R9, series: a carry-out under one approval is one of those that were approved, in time and in number.</summary>
internal static class SeriesMemberRules
{
    /// <summary>Asked when it is applied for, when it gets its go, and when its plan changes; nothing where it belongs to no series.</summary>
    internal static IEnumerable<Refusal> Against(Engagement facts, CarryOutId carryOut, SeriesId? id, CarryPlan plan, DateTimeOffset now)
    {
        if (id is null) yield break;

        if (!facts.Series.TryGetValue(id, out var series))
        {
            yield return new(Rule.R9, Reason.SeriesUnknown, id.Value);
            yield break;
        }

        foreach (var refusal in AgainstEnded(facts, id)) yield return refusal;
        if (series.Approved is null) yield return new(Rule.R9, Reason.SeriesNotApproved, id.Value);
        if (!IsIn(facts, series, now) || !IsIn(facts, series, plan.Window)) yield return new(Rule.R9, Reason.SeriesQuarterOver, id.Value);
        if (series.Members(facts).Count(member => member.Id != carryOut) >= series.Scope.Most) yield return new(Rule.R9, Reason.SeriesFull, id.Value);

        foreach (var part in Outside(series.Scope, plan)) yield return new(Rule.R9, Reason.SeriesOutside, part.ToString().ToLowerInvariant());
    }

    /// <summary>With the approval falls every go under it that has not been sealed.</summary>
    internal static IEnumerable<Refusal> AgainstEnded(Engagement facts, SeriesId? id) =>
        id is not null && facts.Series.GetValueOrDefault(id)?.Ended is not null ? [new(Rule.R9, Reason.SeriesEnded, id.Value)] : [];

    /// <summary>No deadline of it is put off beyond the quarter that was approved.</summary>
    internal static IEnumerable<Refusal> AgainstWindow(Engagement facts, SeriesId? id, CarryWindow window) =>
        id is not null && facts.Series.TryGetValue(id, out var series) && !IsIn(facts, series, window) ? [new(Rule.R9, Reason.SeriesQuarterOver, id.Value)] : [];

    private static IEnumerable<PlanPart> Outside(SeriesScope scope, CarryPlan plan)
    {
        if (plan.Template != scope.Template) yield return PlanPart.Purpose;
        if (!PlanParts.IsSame(scope.Data, plan.Data)) yield return PlanPart.Data;
        if (plan.Method != scope.Method) yield return PlanPart.Method;
        if ((plan.Source, plan.Destination) != (scope.Source, scope.Destination)) yield return PlanPart.Places;
    }

    private static bool IsIn(Engagement facts, Series series, CarryWindow? window) =>
        window is null || (IsIn(facts, series, window.From) && IsIn(facts, series, window.EraseBy));

    private static bool IsIn(Engagement facts, Series series, DateTimeOffset moment) => facts.Calendar.QuarterOf(moment) == (series.Scope.Year, series.Scope.Quarter);
}
