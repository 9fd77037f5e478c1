using System.Collections.Immutable;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.Permits;

/// <summary>Which one-time keys a permit takes: of each hand the oldest that lives and that no permit names (R20). Nobody chooses among keys; the approver's statement names them all the same.</summary>
public static class UnusedKeys
{
    /// <summary>The key that the machine with this signing key gives next, or null where it has deposited none that is unused.</summary>
    public static Digest? Of(Engagement facts, Digest? machine) => facts.Unused.Select(recipient => facts.Keys[recipient])
        .Where(key => key.DepositedWith == machine)
        .OrderBy(key => key.DepositedAt).ThenBy(key => key.Recipient.Value, StringComparer.Ordinal).FirstOrDefault()?.Recipient;

    /// <summary>The three hands of a consignment that is opened at this station, owner, contractor, destination, each with the key that it gives next or null.</summary>
    public static ImmutableArray<(string Machine, Digest? Key)> Hands(Engagement facts, StationId openAt) =>
    [
        ("holder:owner", Of(facts, facts.Founding?.Owner.HolderKey.Id)),
        ("holder:contractor", Of(facts, facts.Founding?.Contractor.HolderKey.Id)),
        (openAt.Value, facts.Stations.GetValueOrDefault(openAt) is { Key.Id: var station } ? Of(facts, station) : null),
    ];

    /// <summary>One of each hand, or null where one of the three has none left.</summary>
    public static ThreeKeys? For(Engagement facts, StationId openAt) =>
        Hands(facts, openAt) is [(_, { } owner), (_, { } contractor), (_, { } destination)] ? new(owner, contractor, destination) : null;
}
