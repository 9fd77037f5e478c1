using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;

namespace Azukari.Domain.Opening;

/// <summary>R16: the destination proves that the complete, unaltered ciphertext is in its reader.</summary>
internal static class ArrivalRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, ProveArrival act, Attempt attempt, DateTimeOffset now)
    {
        if (facts.Find(act.CarryOut) is not { Seal: { } seal } carryOut)
        {
            yield return new(Rule.R16, Reason.NotSealed, act.CarryOut.Value);
            yield break;
        }

        foreach (var refusal in LossRules.AgainstStarting(carryOut)) yield return refusal;
        foreach (var refusal in StationRules.AgainstOpener(facts, carryOut, attempt)) yield return refusal;
        if (carryOut.Loaded is not null || carryOut.GaveUp is not null) yield return new(Rule.R17, Reason.HasEnded, act.CarryOut.Value);
        if (!(now <= carryOut.Plan.Window?.OpenBy)) yield return new(Rule.R10, Reason.TooLate);

        // Without a recorded departure the one who sealed had brought it here alone, past R14.
        if (carryOut.Custody is not { HasLeft: true }) yield return new(Rule.R14, Reason.NobodyReceives, act.CarryOut.Value);

        if (seal.Measured.Volumes.FirstOrDefault(volume => volume.Medium == act.Measured.Medium) is not { } volume)
        {
            yield return new(Rule.R10, Reason.MediumNotPermitted, act.Measured.Medium.Value);
            yield break;
        }

        if (volume.Serial != act.Measured.Serial) yield return new(Rule.R10, Reason.SerialDiffers, volume.Medium.Value);
        if (volume.Payload != act.Measured.Payload) yield return new(Rule.R16, Reason.PayloadDiffers, volume.Medium.Value);
        if (carryOut.Challenged.Contains(act.Measured.Nonce)) yield return new(Rule.R16, Reason.ChallengeUsed);

        var challenge = volume.Challenges.FirstOrDefault(asked => asked.Nonce == act.Measured.Nonce);
        if (challenge is null) yield return new(Rule.R16, Reason.ChallengeUnknown);
        else if (challenge.AnswerDigest != act.Measured.AnswerDigest) yield return new(Rule.R16, Reason.AnswerWrong);
    }
}
