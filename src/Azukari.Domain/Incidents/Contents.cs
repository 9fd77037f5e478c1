using System.Collections.Immutable;
using Azukari.Domain.Closing;
using Azukari.Domain.Custody;
using Azukari.Domain.Sealing;

namespace Azukari.Domain.Incidents;

/// <summary>What was on it? (R24): answered at once, from the seal receipt, exactly.</summary>
/// <param name="People">Distinct people.</param>
/// <param name="Records">Rows over all datasets.</param>
/// <param name="Data">Each dataset with its fields and counts.</param>
/// <param name="Key">The state of the key, in one of three sentences.</param>
/// <param name="Held">Who held it when, oldest first; custody is one for the whole consignment.</param>
public sealed record Contents(long People, long Records, ImmutableArray<SealedDataset> Data, KeyAnswer Key, ImmutableArray<Holding> Held)
{
    /// <summary>The answer for a carry-out, or null while nothing was sealed.</summary>
    public static Contents? Of(CarryOut carryOut) => carryOut.Seal is { Measured: var measured }
        ? new(measured.People, measured.Data.Sum(data => data.Rows), measured.Data, Keys.Answer(carryOut), Holdings(carryOut))
        : null;

    /// <summary>The answer for some of its media, exact because nobody is in two volumes; a spare beside its volume adds nobody. Null where none of them is of this consignment.</summary>
    public static Contents? Of(CarryOut carryOut, IReadOnlyCollection<MediumId> media)
    {
        SealedVolume[] volumes = [.. Volumes.Distinct(carryOut.Seal?.Measured.Volumes.Where(volume => media.Contains(volume.Medium)) ?? [])];
        if (volumes.Length == 0) return null;

        var counts = volumes.SelectMany(volume => volume.Data).ToLookup(one => one.Dataset);
        ImmutableArray<SealedDataset> data = [.. carryOut.Seal!.Measured.Data
            .Select(whole => whole with { Rows = counts[whole.Dataset].Sum(one => one.Rows), People = counts[whole.Dataset].Sum(one => one.People) })
            .Where(part => part.Rows > 0)];

        return new(volumes.Sum(volume => volume.People), data.Sum(part => part.Rows), data, Keys.Answer(carryOut), Holdings(carryOut));
    }

    private static ImmutableArray<Holding> Holdings(CarryOut carryOut) => carryOut.Custody?.Holdings ?? [];
}
