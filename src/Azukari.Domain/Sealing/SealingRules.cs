using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.People;

namespace Azukari.Domain.Sealing;

/// <summary>Sealing: nothing outside the permit (R10), two people present (R11), only ciphertext, exactly counted and read back (R12).</summary>
internal static class SealingRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, SealConsignment act, Attempt attempt, DateTimeOffset now)
    {
        var carryOut = facts.Find(act.CarryOut);

        foreach (var refusal in PresenceRules.Against(facts, act.Presence, attempt.Machine, Rule.R11)) yield return refusal;
        if (!act.Measured.ReadBack) yield return new(Rule.R12, Reason.NotReadBack);
        foreach (var refusal in CountRules.Against(act.Measured)) yield return refusal;
        foreach (var refusal in LossRules.AgainstStarting(carryOut)) yield return refusal;

        foreach (var unregistered in act.Measured.Volumes.Where(volume => !facts.Media.ContainsKey(volume.Medium))) yield return new(Rule.R5, Reason.MediumNotRegistered, unregistered.Medium.Value);

        if (carryOut?.Permit is not { } permit)
        {
            yield return new(Rule.R8, Reason.BannedInPrinciple, act.CarryOut.Value);
            yield return new(Rule.R10, Reason.NoPermit, act.CarryOut.Value);
            yield break;
        }

        foreach (var witness in attempt.Signers.Where(signer => signer.Role == Role.Witness && carryOut.HasFilled(Role.Approver, signer.Person)))
            yield return new(Rule.R2, Reason.WitnessIsApprover, witness.Person.Value);

        if (carryOut.HasEnded) yield return new(Rule.R10, Reason.HasEnded, act.CarryOut.Value);
        foreach (var refusal in Applications.SeriesMemberRules.AgainstEnded(facts, carryOut.Series)) yield return refusal;
        if (carryOut.Seal is not null) yield return new(Rule.R11, Reason.SealedAlready, act.CarryOut.Value);
        if (carryOut.HasDeadKey) yield return new(Rule.R20, Reason.KeyDead, act.CarryOut.Value);
        if (act.Measured.Keys != permit.Keys) yield return new(Rule.R10, Reason.KeysDiffer);
        if (attempt.Machine is { } machine && !(facts.Stations.TryGetValue(carryOut.Plan.SealAt, out var station) && station.Key.Id == machine.Key))
            yield return new(Rule.R10, Reason.StationNotPermitted, carryOut.Plan.SealAt.Value);

        if (!(now >= carryOut.Plan.Window?.From)) yield return new(Rule.R10, Reason.TooEarly);
        if (!(now <= carryOut.Plan.Window?.OutBy)) yield return new(Rule.R10, Reason.TooLate);

        foreach (var refusal in SealedRules.Against(facts, carryOut.Plan, act.Measured)) yield return refusal;
    }
}
