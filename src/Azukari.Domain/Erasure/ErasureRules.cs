using Azukari.Domain.Engagements;
using Azukari.Domain.Media;
using Azukari.Domain.People;

namespace Azukari.Domain.Erasure;

/// <summary>R19 in its two steps, the look on another device, and the owner's confirmation (R20, R21 before it).</summary>
internal static class ErasureRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, EraseAtSite act, Attempt attempt, DateTimeOffset now)
    {
        foreach (var refusal in AgainstErasing(facts, act.CarryOut, act.Measured)) yield return refusal;
        foreach (var refusal in PresenceRules.Against(facts, act.Presence, attempt.Machine, Rule.R19)) yield return refusal;

        if (act.Measured is { Bytes: <= 0, FreeSpaceCovered: false }) yield return new(Rule.R19, Reason.NothingErased, act.Measured.Medium.Value);
        if (facts.Find(act.CarryOut)?.Plan.Window is { } window && now > window.EraseBy) yield return new(Rule.R19, Reason.TooLate, act.Measured.Medium.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, ClearMedium act, Attempt attempt)
    {
        foreach (var refusal in AgainstErasing(facts, act.CarryOut, act.Measured)) yield return refusal;
        foreach (var refusal in PresenceRules.Against(facts, act.Presence, attempt.Machine, Rule.R19)) yield return refusal;

        if (!facts.MediaPolicy.ClearAtSite && facts.Find(act.CarryOut) is { } carryOut && !Home.IsStored(facts, carryOut)) yield return new(Rule.R19, Reason.MediumNotAtHome, act.Measured.Medium.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, VerifyErasure act, Attempt attempt)
    {
        foreach (var refusal in AgainstErasing(facts, act.CarryOut, act.Measured)) yield return refusal;
        foreach (var refusal in PresenceRules.Against(facts, act.Presence, attempt.Machine, Rule.R19)) yield return refusal;

        if (facts.Find(act.CarryOut)?.Erasure.GetValueOrDefault(act.Measured.Medium)?.Cleared is not { } cleared)
        {
            yield return new(Rule.R19, Reason.NotCleared, act.Measured.Medium.Value);
            yield break;
        }

        // Another device and another person must be shown: a clearing that no known station or nobody signed shows neither.
        if (cleared.Station is null || act.Presence?.Station == cleared.Station) yield return new(Rule.R19, Reason.SameDevice, cleared.Station?.Value);
        foreach (var eraser in attempt.Signers.Where(signer => cleared.Hands.IsEmpty || cleared.Hands.Contains(signer.Person)))
            yield return new(Rule.R2, Reason.VerifierIsEraser, eraser.Person.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, ConfirmErasure act)
    {
        if (facts.Find(act.CarryOut) is not { } carryOut || carryOut.Erasure.GetValueOrDefault(act.Medium)?.Verified is null)
        {
            yield return new(Rule.R19, Reason.NotVerified, act.Medium.Value);
            yield break;
        }

        var payload = carryOut.Seal?.Measured.Volumes.FirstOrDefault(volume => volume.Medium == act.Medium)?.Bytes;
        if (payload is not { } bytes || !carryOut.Erasure[act.Medium].Covers(bytes)) yield return new(Rule.R19, Reason.NotCleared, act.Medium.Value);
        foreach (var refusal in AgainstMedium(facts, carryOut, act.Medium)) yield return refusal;
        if (carryOut.Erasure[act.Medium].Confirmed is not null) yield return new(Rule.R19, Reason.ConfirmedAlready, act.Medium.Value);
        if (!Home.IsStored(facts, carryOut)) yield return new(Rule.R21, Reason.NotHomeYet, act.Medium.Value);

        // The certificate must not say "gone" while a key that could still open a copy lives; where its death is only attested, the certificate lacks it.
        foreach (var alive in Home.KeysOf(carryOut).Where(key => !carryOut.IsDead(key))) yield return new(Rule.R20, Reason.KeysStillAlive, alive.Value);
    }

    /// <summary>What is confirmed was cleared as a whole; a write-once disc cannot be, and ends destroyed.</summary>
    private static IEnumerable<Refusal> AgainstMedium(Engagement facts, CarryOut carryOut, MediumId id)
    {
        if (!facts.Media.TryGetValue(id, out var medium)) yield break;

        if (medium.Admitted.Kind == MediumKind.WriteOnce) yield return new(Rule.R19, Reason.WriteOnceIsDestroyed, id.Value);
        else if (!medium.IsWhole(carryOut.Erasure[id].Cleared?.Measured.Bytes ?? 0)) yield return new(Rule.R19, Reason.NotClearedAsAWhole, id.Value);
    }

    private static IEnumerable<Refusal> AgainstErasing(Engagement facts, CarryOutId id, ErasureMeasured measured)
    {
        if (measured.Mismatches != 0) yield return new(Rule.R19, Reason.EraseMismatch, measured.Medium.Value);

        if (facts.Find(id) is not { Seal: { } seal } carryOut)
        {
            yield return new(Rule.R12, Reason.NotSealed, id.Value);
            yield break;
        }

        if (carryOut.IsBeyondReturn) yield return new(Rule.R21, Reason.HasEnded, id.Value);
        if (seal.Measured.Volumes.FirstOrDefault(volume => volume.Medium == measured.Medium) is not { } volume)
            yield return new(Rule.R19, Reason.MediumNotInCarryOut, measured.Medium.Value);
        else if (volume.Serial != measured.Serial)
            yield return new(Rule.R19, Reason.SerialDiffers, measured.Medium.Value);
    }
}
