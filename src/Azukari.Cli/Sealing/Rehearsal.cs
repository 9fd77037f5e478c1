using Azukari.Cli.Front;
using Azukari.Cli.Stations;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Sealing;
using Azukari.Protocol.Ledger;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Sealing;

/// <summary>Asks the rules, before anything is done, what they would say of a sealing that went as permitted. What they refuse then is refused now.</summary>
internal static class Rehearsal
{
    private static readonly Digest Zero = new(new string('0', 64));

    internal static void Check(Engagement facts, SignedAct people, Digest on, StationFolder station, DateTimeOffset clock)
    {
        var rehearsed = ActVerifier.Verify(facts, people) with { Machine = new(new(station.Key.PublicKey.KeyId), on) };
        if (Rulebook.Decide(facts, rehearsed, Rulebook.Time(facts, clock)) is Outcome.Refused refused) throw RefusalWords.Stop(refused);
    }

    /// <summary>The receipt of a sealing that takes exactly what is permitted onto the medium that is here.</summary>
    internal static SealMeasured Receipt(Engagement facts, CarryOut? carryOut, MediumIdentity medium)
    {
        if (carryOut is not { Plan: var plan }) return new(Zero, Zero, "", 0, [], [], new(Zero, Zero, Zero), ReadBack: true);

        var people = plan.PlannedPeople;
        var registered = plan.Media.FirstOrDefault(id => facts.Media.GetValueOrDefault(id)?.Admitted.Measured.Serial == medium.Serial) ?? plan.Media[0];
        SealedDataset[] data = [.. plan.Data.Select(selected => new SealedDataset(selected.Dataset, selected.Fields, people, people))];
        return new(
            Zero, Zero, "", people, [.. data], [new SealedVolume(registered, medium.Serial, 0, Zero, [], people, VolumeCount.Of(data))],
            carryOut.Permit?.Keys ?? new(Zero, Zero, Zero), ReadBack: true);
    }
}
