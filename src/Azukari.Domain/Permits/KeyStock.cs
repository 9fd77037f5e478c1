using System.Collections.Immutable;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.Permits;

/// <summary>How many one-time keys a machine has left for permits to name (R20). A permit takes one of each hand, so whoever runs out keeps everybody from asking.</summary>
/// <param name="Machine">The station's id; of a key holder, <c>holder:owner</c> or <c>holder:contractor</c>.</param>
/// <param name="Unused">Deposited, living, and named by no permit.</param>
/// <param name="LowSince">Since when they have been fewer than <see cref="Fewest"/>, or null. Who never had that many keeps no stock, and none is missed.</param>
public sealed record KeyStock(string Machine, int Unused, DateTimeOffset? LowSince)
{
    /// <summary>With fewer the stock is low: the next permit takes the last one.</summary>
    public const int Fewest = 2;

    /// <summary>The stock of every machine that has deposited a key and is still in use.</summary>
    public static ImmutableArray<KeyStock> Of(Engagement facts)
    {
        var deposited = facts.Keys.Values.ToLookup(key => key.DepositedWith);
        return facts.Ended is null ? [.. Machines(facts).Where(machine => deposited.Contains(machine.Key)).Select(machine => Of(facts, machine.Name, [.. deposited[machine.Key]]))] : [];
    }

    private static KeyStock Of(Engagement facts, string machine, OneTimeKey[] keys)
    {
        var (unused, low) = (0, (DateTimeOffset?)null);

        // Of what happened at one moment the deposits count first: a stock that is filled and drawn on at once was never missed.
        foreach (var (at, more) in keys.Select(key => (At: key.DepositedAt, More: true)).Concat(keys.Select(key => SpentAt(facts, key)).OfType<DateTimeOffset>().Select(at => (At: at, More: false))).OrderBy(change => change.At).ThenByDescending(change => change.More))
        {
            unused += more ? 1 : -1;
            if (unused >= Fewest) low = null;
            else if (!more && unused == Fewest - 1) low = at;
        }

        return new(machine, unused, low);
    }

    /// <summary>When a key was named or died, whichever came first; null while it waits.</summary>
    private static DateTimeOffset? SpentAt(Engagement facts, OneTimeKey key) =>
        new[] { facts.Find(key.NamedBy)?.Permit?.Mark.At, key.Death?.Mark.At, key.Attested?.At }.Min();

    private static IEnumerable<(string Name, Digest Key)> Machines(Engagement facts) =>
    [
        .. facts.Founding is { } founding ? [("holder:owner", founding.Owner.HolderKey.Id), ("holder:contractor", founding.Contractor.HolderKey.Id)] : Array.Empty<(string, Digest)>(),
        .. facts.Stations.Values.Where(station => station.Closed is null).OrderBy(station => station.Id.Value, StringComparer.Ordinal).Select(station => (station.Id.Value, station.Key.Id)),
    ];
}
