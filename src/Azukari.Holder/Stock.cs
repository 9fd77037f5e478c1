using Azukari.Domain.Permits;
using Azukari.Protocol.Ledger;

namespace Azukari.Holder;

/// <summary>Keeps a few one-time keys deposited, each for one permit.</summary>
internal sealed class Stock(HolderSettings settings, Follower follower, Vault vault, ServiceLink service, HolderKeys keys)
{
    internal int Unused => follower.Facts.Keys.Values.Count(key => key.DepositedWith.Value == keys.Signing.PublicKey.KeyId && key.NamedBy is null && key.Death is null);

    internal async Task FillAsync(CancellationToken cancellation)
    {
        if (follower.Alarm is not null || follower.Facts.Founding is null) return;

        for (var missing = settings.Stock - Unused; missing > 0; missing--)
        {
            var raw = vault.Make();
            var digest = Digests.Sha256(raw);
            await service.StorePaperAsync(digest.Value, raw, cancellation);
            var act = Signing.ByMachine(new SignedAct(settings.Engagement, new DepositRecipient(digest), [], null), settings.Genesis, keys.Signing);
            if ((int)await service.DeliverAsync(act.Write(), cancellation) >= 300) return;
        }
    }
}
