using Azukari.Domain.Engagements;

namespace Azukari.Domain.Opening;

/// <summary>R18: what was loaded is what was sealed, or nothing was loaded. Either way the destination's key is gone (R20).</summary>
internal static class LoadingRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, ConfirmLoaded act, Attempt attempt)
    {
        if (facts.Find(act.CarryOut) is not { Seal: { } seal, Permit: { } permit } carryOut)
        {
            yield return new(Rule.R18, Reason.NotSealed, act.CarryOut.Value);
            yield break;
        }

        foreach (var refusal in StationRules.AgainstOpener(facts, carryOut, attempt)) yield return refusal;
        if (!carryOut.IsReleased) yield return new(Rule.R17, Reason.NotReleased);
        if (carryOut.Loaded is not null || carryOut.GaveUp is not null) yield return new(Rule.R18, Reason.LoadedAlready);
        if (act.Measured.KeyDestroyed.Recipient != permit.Keys.Destination) yield return new(Rule.R20, Reason.NotItsKey);

        var sealedAs = seal.Measured;
        if (act.Measured.Manifest != sealedAs.Manifest || act.Measured.People != sealedAs.People || !SameCounts(act.Measured, sealedAs))
            yield return new(Rule.R18, Reason.LoadDiffers);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, GiveUp act, Attempt attempt)
    {
        if (facts.Find(act.CarryOut) is not { Permit: { } permit } carryOut)
        {
            yield return new(Rule.R10, Reason.NoPermit, act.CarryOut.Value);
            yield break;
        }

        if (!(facts.Keys.TryGetValue(permit.Keys.Destination, out var key) && key.DepositedWith == attempt.Machine?.Key))
            yield return new(Rule.R20, Reason.NotItsKey);
        if (act.Measured.KeyDestroyed.Recipient != permit.Keys.Destination) yield return new(Rule.R20, Reason.NotItsKey);
        if (carryOut.Loaded is not null || carryOut.GaveUp is not null) yield return new(Rule.R18, Reason.LoadedAlready);
    }

    private static bool SameCounts(LoadMeasured loaded, Sealing.SealMeasured sealedAs) =>
        loaded.Data.Length == sealedAs.Data.Length
        && loaded.Data.Zip(sealedAs.Data).All(pair => pair.First.Dataset == pair.Second.Dataset && pair.First.Rows == pair.Second.Rows
            && pair.First.People == pair.Second.People && pair.First.Fields.SequenceEqual(pair.Second.Fields));
}
