using Azukari.Domain.Engagements;
using Azukari.Domain.Media;

namespace Azukari.Domain.Applications;

/// <summary>R7 and R8: which rows, why on a medium, where it is kept, how it ends, and what results go back.</summary>
internal static class HandlingRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, CarryPlan plan)
    {
        var handling = plan.Handling ?? Handling.Unstated;

        foreach (var refusal in AgainstRows(facts, plan, handling.Rows)) yield return refusal;
        if (handling.ResultsOf is { } delivery && !GoesBack(facts, plan, delivery)) yield return new(Rule.R7, Reason.ResultsOfNothing, delivery.Value);
        if (plan.Method == TransferMethod.Online) yield break; // It lies on no medium that could be kept or erased, and needs no reason for one.

        if (handling.WhyMedium is null) yield return new(Rule.R8, Reason.MediumReasonMissing);
        if (handling.KeptWhere is null) yield return new(Rule.R7, Reason.KeepingNotStated);
        if (handling.Erasure is null) yield return new(Rule.R7, Reason.ErasureNotStated);

        foreach (var medium in plan.Media.Where(medium => handling.Erasure == PlannedErasure.Overwrite && IsWrittenOnce(facts, medium)))
            yield return new(Rule.R7, Reason.ErasureUnsuited, medium.Value);
    }

    private static IEnumerable<Refusal> AgainstRows(Engagement facts, CarryPlan plan, RowCondition? rows)
    {
        if (rows is null or { Range: RowRange.Filtered, Filter: null } or { Range: RowRange.ChangedSince, Since: null }) yield return new(Rule.R7, Reason.RowsNotStated);
        else if (rows is { Range: RowRange.ChangedSince, Since: { } since } && !HasDelivered(facts, plan, since)) yield return new(Rule.R7, Reason.NothingDelivered, since.Value);
    }

    /// <summary>What changed can only be told from what the destination is known to have: the same datasets, loaded there.</summary>
    private static bool HasDelivered(Engagement facts, CarryPlan plan, CarryOutId since) =>
        facts.Find(since) is { Loaded: not null } before && before.Plan.Destination == plan.Destination
        && plan.Data.All(asked => before.Plan.Data.Any(delivered => delivered.Dataset == asked.Dataset));

    private static bool GoesBack(Engagement facts, CarryPlan plan, CarryOutId delivery) =>
        facts.Find(delivery) is { Loaded: not null } before && before.Plan.Destination == plan.Source && before.Plan.Source == plan.Destination;

    private static bool IsWrittenOnce(Engagement facts, MediumId medium) => facts.Media.GetValueOrDefault(medium)?.Admitted.Kind == MediumKind.WriteOnce;
}
