using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Permits;
using Azukari.Holder.Http;
using Azukari.Holder.Vault;
using Azukari.Holder.Record;
using Azukari.Protocol.Ledger;

namespace Azukari.Holder;

/// <summary>Keeps a few one-time recipients deposited, so that a permit always finds one to name.</summary>
internal sealed class Stock(HolderSettings settings, HolderKeys keys, IdentityShelf shelf, Follower follower, ServerClient server, Alarm alarm, TimeProvider clock, ILogger log)
{
    /// <summary>Keys of ours that the record has, that live here and that no permit names.</summary>
    internal IEnumerable<Digest> Unnamed(Engagement facts) => facts.Keys.Values
        .Where(key => key.DepositedWith == keys.Id && key.NamedBy is null && !key.IsDead && shelf.Lives(key.Recipient))
        .Select(key => key.Recipient);

    /// <summary>Deposits what is missing. A key is durable here before anybody hears of it; one that the record has not heard of is offered again rather than made anew.</summary>
    internal async Task RefillAsync(CancellationToken cancellation)
    {
        var facts = follower.Facts;
        if (alarm.IsRaised || facts.Genesis is not { } genesis) return;

        var unheard = shelf.Alive.Select(living => living.Key).Where(key => !facts.Keys.ContainsKey(key) && shelf.Lives(key)).ToList();
        for (var missing = settings.Stock - Unnamed(facts).Count() - unheard.Count; missing > 0; missing--) unheard.Add(shelf.Make(clock.GetUtcNow()));

        foreach (var recipient in unheard) await DepositAsync(recipient, genesis, cancellation);
    }

    private async Task DepositAsync(Digest recipient, Digest genesis, CancellationToken cancellation)
    {
        if (shelf.Use(recipient, identity => identity.Recipient.Raw.ToArray()) is not { } raw) return;

        var paper = await server.SendAsync(HttpMethod.Put, $"papers/{recipient}", raw, cancellation);
        if (paper is not { Taken: true }) return;

        var act = Signing.ByMachine(new(settings.Engagement, new DepositRecipient(recipient), [], null), genesis, keys.Signing);
        if (await server.RecordAsync(act, cancellation) is { Taken: true }) HolderLog.Deposited(log, recipient.Value);
    }
}
