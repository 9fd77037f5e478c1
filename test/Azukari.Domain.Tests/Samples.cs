using Azukari.Domain.Incidents;

namespace Azukari.Domain.Tests;

/// <summary>One correct attempt of every kind of act there is, as the journey and its incidents make them.</summary>
internal static class Samples
{
    /// <remarks>The last of each kind, so that a subject exists where the kind has one.</remarks>
    internal static IReadOnlyCollection<Attempt> OfEveryAct() => [.. Histories()
        .SelectMany(town => town.Record)
        .Select(entry => entry.Attempt)
        .GroupBy(attempt => attempt.Act.GetType())
        .Select(kind => kind.Last())];

    /// <summary>The records of a journey to its end, a decline, a loss and a giving up.</summary>
    internal static IEnumerable<Town> Histories()
    {
        yield return Until(Phase.Closed);

        var declined = Until(Phase.Asked);
        declined.Do(declined.Declined());
        yield return declined;

        var lost = Until(Phase.Outside);
        lost.Do(lost.By(new ReportLoss(CaseId, LossKind.Stolen, OnBehalfOf: Carrier), null, (SubRoot, Role.Member)));
        lost.Do(lost.FoundBy(SiteKeeper));
        lost.Do(lost.Lost(Carrier));
        lost.Do(lost.GaveUp());
        yield return lost;
    }
}
