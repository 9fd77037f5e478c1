using System.Collections.Immutable;
using System.Globalization;
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

    /// <summary>Which of the permitted media these are, by their serial numbers; of one that is none of them the rules will say so.</summary>
    internal static ImmutableArray<OrderedVolume> Volumes(Engagement facts, CarryOut? carryOut, IReadOnlyList<IReadOnlyList<string>> media) =>
        [.. media.Select(volume => new OrderedVolume([.. volume.Select(folder => MediumAt(facts, carryOut, folder))]))];

    /// <summary>The receipt of a sealing that takes exactly what is permitted onto the media that are here.</summary>
    internal static SealMeasured Receipt(CarryOut? carryOut, ImmutableArray<OrderedVolume> volumes)
    {
        if (carryOut is not { Plan: var plan }) return new(Zero, Zero, "", 0, [], [], new(Zero, Zero, Zero), ReadBack: true);

        var people = plan.PlannedPeople;
        SealedDataset[] data = [.. plan.Data.Select(selected => new SealedDataset(selected.Dataset, selected.Fields, people, people))];
        return new(
            Zero, Zero, "", people, [.. data],
            [.. volumes.SelectMany((volume, number) => volume.Media.Select(medium => new SealedVolume(
                medium.Medium, medium.Serial, 0, Numbered(number), [], number == 0 ? people : 0, number == 0 ? VolumeCount.Of(data) : [])))],
            carryOut.Permit?.Keys ?? new(Zero, Zero, Zero), ReadBack: true);
    }

    private static OrderedMedium MediumAt(Engagement facts, CarryOut? carryOut, string folder)
    {
        var serial = RemovableMedium.Identify(folder).Serial;
        var permitted = carryOut?.Plan.Media.FirstOrDefault(id => facts.Media.GetValueOrDefault(id)?.Admitted.Measured.Serial == serial) ?? carryOut?.Plan.Media[0];
        return new(Path.GetFullPath(folder), permitted ?? new("unknown"), serial, permitted is not null && facts.Media.GetValueOrDefault(permitted)?.Admitted.Measured.Qualified is not null);
    }

    /// <summary>A digest for each volume, as different payloads have.</summary>
    private static Digest Numbered(int volume) => new(volume.ToString("x64", CultureInfo.InvariantCulture));
}
