using Azukari.Domain.Engagements;
using Azukari.Domain.People;

namespace Azukari.Domain.Erasure;

/// <summary>How the erasure of a medium follows from the record.</summary>
internal static class ErasureFold
{
    /// <summary>Erasing what is erased finds little left; that takes nothing back.</summary>
    internal static CarryOut AtSite(Engagement before, CarryOut carryOut, EraseAtSite act, Recorded entry, Mark mark) =>
        Changed(carryOut, act.Measured, steps => steps with { Site = Fuller(steps.Site, Step(before, entry, act.Measured, act.Presence, mark)) });

    /// <summary>Clearing again asks for another look and another confirmation.</summary>
    internal static CarryOut Cleared(Engagement before, CarryOut carryOut, ClearMedium act, Recorded entry, Mark mark) =>
        Changed(carryOut, act.Measured, steps => new(steps.Site, Cleared: Step(before, entry, act.Measured, act.Presence, mark)));

    internal static CarryOut Verified(Engagement before, CarryOut carryOut, VerifyErasure act, Recorded entry, Mark mark) =>
        Changed(carryOut, act.Measured, steps => steps with { Verified = Step(before, entry, act.Measured, act.Presence, mark) });

    internal static CarryOut Confirmed(CarryOut carryOut, ConfirmErasure act, Mark mark) =>
        carryOut with { Erasure = carryOut.Erasure.SetItem(act.Medium, carryOut.Erasure[act.Medium] with { Confirmed = mark }) };

    private static CarryOut Changed(CarryOut carryOut, ErasureMeasured measured, Func<Sanitisation, Sanitisation> step) =>
        carryOut with { Erasure = carryOut.Erasure.SetItem(measured.Medium, step(carryOut.Erasure.GetValueOrDefault(measured.Medium, new()))) };

    private static ErasureStep Fuller(ErasureStep? earlier, ErasureStep later) => earlier?.Measured.Bytes > later.Measured.Bytes ? earlier : later;

    /// <summary>The device is the one whose key signed, not the one that somebody names.</summary>
    private static ErasureStep Step(Engagement before, Recorded entry, ErasureMeasured measured, Presence? presence, Mark mark)
    {
        var signers = entry.Attempt.Signers;
        var station = before.Stations.Values.FirstOrDefault(station => station.Key.Id == entry.Attempt.Machine?.Key);

        return new(mark, signers.FirstOrDefault()?.Person, station?.Id, measured)
        {
            Hands = [.. signers.Select(signer => signer.Person)],
            WasPresent = PresenceRules.IsShown(before, presence, entry.Attempt.Machine),
        };
    }
}
