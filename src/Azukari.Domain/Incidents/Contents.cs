using System.Collections.Immutable;
using Azukari.Domain.Closing;
using Azukari.Domain.Sealing;

namespace Azukari.Domain.Incidents;

/// <summary>What was on it? (R24): answered at once, from the seal receipt, exactly.</summary>
/// <param name="People">Distinct people.</param>
/// <param name="Records">Rows over all datasets.</param>
/// <param name="Data">Each dataset with its fields and counts.</param>
/// <param name="Key">The state of the key, in one of three sentences.</param>
public sealed record Contents(long People, long Records, ImmutableArray<SealedDataset> Data, KeyAnswer Key)
{
    /// <summary>The answer for a carry-out, or null while nothing was sealed.</summary>
    public static Contents? Of(CarryOut carryOut) => carryOut.Seal is { Measured: var measured }
        ? new(measured.People, measured.Data.Sum(data => data.Rows), measured.Data, Keys.Answer(carryOut))
        : null;
}
