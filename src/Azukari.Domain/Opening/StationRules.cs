using Azukari.Domain.Engagements;

namespace Azukari.Domain.Opening;

/// <summary>Only the station that the permit names opens (R10).</summary>
internal static class StationRules
{
    internal static IEnumerable<Refusal> AgainstOpener(Engagement facts, CarryOut carryOut, Attempt attempt)
    {
        if (!(facts.Stations.TryGetValue(carryOut.Plan.OpenAt, out var station) && station.Key.Id == attempt.Machine?.Key))
            yield return new(Rule.R10, Reason.StationNotPermitted, carryOut.Plan.OpenAt.Value);
    }
}
