using Azukari.Domain.Engagements;

namespace Azukari.Domain.Closing;

/// <summary>R36: when an engagement may end, and that after it nothing starts.</summary>
internal static class ClosingRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, CloseStation act)
    {
        if (!facts.Stations.TryGetValue(act.Station, out var station)) yield return new(Rule.R36, Reason.StationUnknown, act.Station.Value);
        else
        {
            if (station.Closed is not null) yield return new(Rule.R36, Reason.StationIsClosed, act.Station.Value);

            // What it still keeps for a permit or for later would live on in a computer that nobody looks after.
            foreach (var alive in facts.Keys.Values.Where(key => key.DepositedWith == station.Key.Id && !key.IsDead)) yield return new(Rule.R36, Reason.KeysStillAlive, alive.Recipient.Value);
        }
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, CloseEngagement act)
    {
        foreach (var open in facts.OpenCarryOuts) yield return new(Rule.R36, Reason.CarryOutStillOpen, open.Id.Value);
        foreach (var medium in facts.Media.Values.Where(medium => medium.Ended is null)) yield return new(Rule.R36, Reason.MediumStillInUse, medium.Id.Value);
        foreach (var station in facts.Stations.Values.Where(station => station.Closed is null)) yield return new(Rule.R36, Reason.StationStillOpen, station.Id.Value);
        foreach (var alive in facts.Keys.Values.Where(key => !key.IsDead)) yield return new(Rule.R36, Reason.KeysStillAlive, alive.Recipient.Value);

        foreach (var open in facts.Incidents.Where(incident => incident.IsOpen)) yield return new(Rule.R36, Reason.IncidentStillOpen, open.Id.Value);

        foreach (var carryOut in facts.CarryOuts.Values)
        {
            foreach (var copy in carryOut.Copies.Values.Where(copy => copy.Gone is null)) yield return new(Rule.R22, Reason.CopyNotGone, copy.Registered.Copy.Value);

            // Loading makes a copy by its nature; one that was never registered was never confirmed gone.
            if (carryOut.Loaded is not null && carryOut.Copies.Values.All(copy => copy.Registered.Kind != CopyKind.AtDestination)) yield return new(Rule.R22, Reason.CopyNotRegistered, carryOut.Id.Value);
        }
    }

    /// <summary>What was given up as lost may still be found and brought home after the end (R35); everything else has ended.</summary>
    internal static IEnumerable<Refusal> AgainstAfterEnd(Engagement facts, Attempt attempt)
    {
        if (facts.Ended is not null && !attempt.Act.IsSafety) yield return new(Rule.R36, Reason.EngagementHasEnded);
    }
}
