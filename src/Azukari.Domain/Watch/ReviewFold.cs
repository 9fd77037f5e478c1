using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.People;
using Azukari.Domain.Permits;

namespace Azukari.Domain.Watch;

/// <summary>What a month's review will count, as it happens (R29).</summary>
internal static class ReviewFold
{
    internal static Engagement Counted(Engagement before, CountRefusals act) => before with { Refusals = before.Refusals.Add(act.Day, act.Counts.Sum(count => count.Times)) };

    internal static Engagement Reviewed(Engagement before, ReviewMonth act, Mark mark) => before with { Reviews = before.Reviews.Add(act.Month, mark) };

    /// <summary>A suspension that was lifted again leaves no trace in the case, so it is counted where it begins.</summary>
    internal static Engagement Remarked(Engagement before, Engagement after, Act act, Mark mark)
    {
        var isStopped = before.Find(act.Subject)?.Suspended is null && after.Find(act.Subject)?.Suspended is not null;
        var kinds = (isStopped ? [RemarkableKind.Suspension] : Array.Empty<RemarkableKind>()).Concat(KindOf(act) is { } kind ? [kind] : []);

        return after with { Remarkable = after.Remarkable.AddRange(kinds.Select(found => new Remarkable(mark, found))) };
    }

    private static RemarkableKind? KindOf(Act act) => act switch
    {
        ReportLoss or ReportFromLabel => RemarkableKind.Loss,
        GrantUrgently => RemarkableKind.UrgentGrant,
        WaiveSeparation => RemarkableKind.Waiver,
        Extend => RemarkableKind.Extension,
        HoldDrill => RemarkableKind.Drill,
        _ => null,
    };
}
