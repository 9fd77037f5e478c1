using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.People;

namespace Azukari.Domain.Opening;

/// <summary>R17: one release, inside the window, to the enrolled station, after two people confirm, one of each side.</summary>
internal static class ReleaseRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, ConfirmRelease act, Attempt attempt, DateTimeOffset now)
    {
        var carryOut = facts.Find(act.CarryOut);

        foreach (var refusal in PresenceRules.Against(facts, act.Presence, attempt.Machine, Rule.R17)) yield return refusal;
        foreach (var refusal in AgainstOpening(carryOut, now)) yield return refusal;
        if (carryOut is null) yield break;

        foreach (var refusal in StationRules.AgainstOpener(facts, carryOut, attempt)) yield return refusal;
        foreach (var signer in attempt.Signers)
        {
            if (carryOut.Custody is { } custody && (custody.Carriers.Contains(signer.Person) || custody.Legs.Any(leg => leg.Courier?.Company == signer.Organisation)))
                yield return new(Rule.R17, Reason.ConfirmerBroughtIt, signer.Person.Value);
            if (facts.SideOf(signer.Organisation) is { } side && carryOut.Confirmed.ContainsKey(side)) yield return new(Rule.R17, Reason.SideHasConfirmed, signer.Person.Value);
        }
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, ReleaseLayer act, Attempt attempt, DateTimeOffset now)
    {
        var carryOut = facts.Find(act.CarryOut);

        foreach (var refusal in AgainstOpening(carryOut, now)) yield return refusal;

        var holder = act.Side == Side.Owner ? facts.Founding?.Owner.HolderKey.Id : facts.Founding?.Contractor.HolderKey.Id;
        if (holder is null || attempt.Machine?.Key != holder) yield return new(Rule.R17, Reason.NotThisHolder);
        if (carryOut is null) yield break;

        foreach (var side in Enum.GetValues<Side>().Where(side => !carryOut.Confirmed.ContainsKey(side)))
            yield return new(Rule.R17, Reason.ConfirmationMissing, side == Side.Owner ? facts.Founding?.Owner.Organisation.Value : facts.Founding?.Contractor.Organisation.Value);

        if (carryOut.Released.ContainsKey(act.Side)) yield return new(Rule.R17, Reason.ReleasedAlready);

        // The owner's layer is the outer one; the contractor's holder never meets an envelope that the owner has not opened.
        if (act.Side == Side.Contractor && !carryOut.Released.ContainsKey(Side.Owner)) yield return new(Rule.R17, Reason.OwnersLayerIsFirst);
        if (carryOut.HasDeadKey) yield return new(Rule.R20, Reason.KeyDead);
    }

    private static IEnumerable<Refusal> AgainstOpening(CarryOut? carryOut, DateTimeOffset now)
    {
        foreach (var refusal in LossRules.AgainstStarting(carryOut)) yield return refusal;

        // R14: what was not intact on the way is sealed anew; whoever signs here has not seen what was done to it.
        if (carryOut?.Custody?.Legs.Any(leg => !leg.Intact) == true) yield return new(Rule.R14, Reason.SealNotIntact, carryOut.Id.Value);
        if (carryOut?.Arrival is null) yield return new(Rule.R17, Reason.NotArrived);

        // One envelope opens every volume, so every payload must be here; a spare with the same payload need not be.
        foreach (var volume in carryOut?.Seal?.Measured.Volumes.Where(volume => carryOut.Arrival is not null && !carryOut.Arrived.Contains(volume.Payload)) ?? [])
            yield return new(Rule.R17, Reason.NotArrived, volume.Medium.Value);
        if (carryOut is not null && !(now <= carryOut.Plan.Window?.OpenBy)) yield return new(Rule.R17, Reason.TooLate);
        if (carryOut is { Loaded: not null } or { GaveUp: not null }) yield return new(Rule.R17, Reason.LoadedAlready);
    }
}
