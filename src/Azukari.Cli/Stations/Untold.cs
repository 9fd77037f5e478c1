using Azukari.Cli.Carriers;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;
using Azukari.Domain.Opening;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Stations;

/// <summary>Keys that ended here and that the record has not heard of, each as the act that says so. A crash between a destruction and its telling leaves exactly these.</summary>
internal static class Untold
{
    internal static SignedAct[] Of(StationFolder station, Exchange exchange)
    {
        var (facts, engagement) = (exchange.Desk.Facts, exchange.Desk.Settings.Engagement);
        return
        [
            .. from stone in station.Keys.Tombstones
               where facts.Keys.TryGetValue(stone.Recipient, out var key) && key.Death is null
               let act = ActOf(facts, stone)
               where Answered.By(facts, act) is not null
               select Signing.ByMachine(new(engagement, act, [], null), Answered.By(facts, act)!, station.Key),
        ];
    }

    /// <summary>A key dies of loading only after the rows were committed, so its tombstone is worth the receipt that a crash kept from being sent.</summary>
    private static Act ActOf(Engagement facts, Tombstone stone)
    {
        var named = facts.Keys[stone.Recipient].NamedBy;
        return (stone.Cause, facts.Find(named)) switch
        {
            (DestructionCause.Loaded, { Seal.Measured: var sealedAs, Loaded: null, GaveUp: null } carryOut) => new ConfirmLoaded(carryOut.Id, new(sealedAs.Manifest, sealedAs.People, sealedAs.Data, stone)),
            (DestructionCause.GaveUp, { Loaded: null, GaveUp: null } carryOut) => new GiveUp(carryOut.Id, new(stone)),
            _ => new DestroyKey(named, stone),
        };
    }
}
