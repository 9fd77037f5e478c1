using Azukari.Domain.Engagements;

namespace Azukari.Domain.Closing;

/// <summary>R21: the ends <em>destroyed</em> and <em>lost</em>. There is no end of what was sealed but these and <em>closed</em>.</summary>
internal static class EndRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, EndDestroyed act)
    {
        foreach (var refusal in AgainstEnding(facts, act.CarryOut)) yield return refusal;
        if (facts.Find(act.CarryOut) is not { Seal: { } seal } carryOut) yield break;

        if (seal.Measured.Volumes.All(volume => !Home.IsDestroyed(facts, volume.Medium))) yield return new(Rule.R21, Reason.NotDestroyed, act.CarryOut.Value);

        // Where some are destroyed and others erased, the others have to be home and confirmed first.
        foreach (var left in Home.Remaining(facts, carryOut).Where(volume => carryOut.Erasure.GetValueOrDefault(volume.Medium)?.Confirmed is null))
            yield return new(Rule.R21, Reason.NotDestroyed, left.Medium.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, EndLost act)
    {
        foreach (var refusal in AgainstEnding(facts, act.CarryOut)) yield return refusal;
        if (facts.Find(act.CarryOut) is not { Seal: not null } carryOut) yield break;

        if (carryOut.Losses.IsEmpty) yield return new(Rule.R21, Reason.LossNotReported, act.CarryOut.Value);
        if (Home.IsStored(facts, carryOut)) yield return new(Rule.R21, Reason.MediumIsHome, act.CarryOut.Value);

        // The end stops the alarms; what is still owed to those whose data it is would fall silent with them.
        foreach (var open in facts.Incidents.Where(incident => incident.IsOpen && incident.CarryOut == act.CarryOut)) yield return new(Rule.R21, Reason.IncidentStillOpen, open.Id.Value);
    }

    /// <summary>R20: keys die at every end; what can still be opened has not ended.</summary>
    private static IEnumerable<Refusal> AgainstEnding(Engagement facts, CarryOutId id)
    {
        if (facts.Find(id) is not { Seal: not null } carryOut)
        {
            yield return new(Rule.R21, Reason.NotSealed, id.Value);
            yield break;
        }

        if (carryOut.HasEnded) yield return new(Rule.R21, Reason.HasEnded, id.Value);
        foreach (var alive in Home.KeysOf(carryOut).Where(key => !carryOut.IsDead(key))) yield return new(Rule.R20, Reason.KeysStillAlive, alive.Value);
    }
}
