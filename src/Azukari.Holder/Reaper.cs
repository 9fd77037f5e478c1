using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;

namespace Azukari.Holder;

/// <summary>If nobody does anything, the data dies: what must be destroyed by this holder's own view of the record and its own clock (R20, R23, design §3).</summary>
internal sealed class Reaper(HolderSettings settings, Follower follower, Vault vault, Outbox outbox, TimeProvider clock, ILogger<Reaper> log)
{
    internal static readonly TimeSpan Unanswered = TimeSpan.FromMinutes(60), OldestUnused = TimeSpan.FromDays(90);

    /// <summary>Looks once. Needs no network: what it destroys it tells later.</summary>
    internal void Look()
    {
        var (facts, now) = (follower.Facts, clock.GetUtcNow());
        foreach (var recipient in vault.Living.ToArray())
            if (facts.Keys.TryGetValue(recipient, out var key) && CauseOfDeath(facts, key, now) is { } cause) Destroy(recipient, cause);

        // A key that is gone and whose tombstone the record does not have: the crash came between destroying and telling.
        foreach (var key in facts.Keys.Values.Where(key => key.DepositedWith == Own(facts) && key.Death is null && vault.Open(key.Recipient) is null))
            Tell(facts, vault.Grave(key.Recipient, CauseOfDeath(facts, key, now) ?? DestructionCause.TooOld, now));
    }

    /// <summary>Destroys now and queues the tombstone. Returns it, or null where nothing was left.</summary>
    internal Tombstone? Destroy(Digest recipient, DestructionCause cause)
    {
        var tombstone = vault.Destroy(recipient, cause, clock.GetUtcNow());
        if (tombstone is null) return null;

        HolderLog.Destroyed(log, recipient.Value, cause);
        Tell(follower.Facts, tombstone);
        return tombstone;
    }

    internal static DestructionCause? CauseOfDeath(Engagement facts, OneTimeKey key, DateTimeOffset now) => facts.Find(key.NamedBy) switch
    {
        null => now - key.DepositedAt > OldestUnused ? DestructionCause.TooOld : null,
        { KillOrdered: not null } => DestructionCause.Loss,
        { Loaded: not null } => DestructionCause.Loaded,
        { GaveUp: not null } => DestructionCause.GaveUp,
        { Suspended: { } since } when now - since.At > Unanswered => DestructionCause.SuspensionUnanswered,
        { Plan.Window: { } window } when now > window.EraseBy => DestructionCause.WindowEnded,
        _ => null,
    };

    private readonly HashSet<string> told = [];

    private void Tell(Engagement facts, Tombstone tombstone)
    {
        if (!told.Add(tombstone.Recipient.Value)) return;

        var carryOut = facts.Keys.TryGetValue(tombstone.Recipient, out var key) ? facts.Find(key.NamedBy) : null;
        outbox.Add(new DestroyKey(carryOut?.Id, tombstone), carryOut?.Permit?.Mark.Leaf ?? settings.Genesis);
    }

    private Digest? Own(Engagement facts) => settings.Side == Side.Owner ? facts.Founding?.Owner.HolderKey.Id : facts.Founding?.Contractor.HolderKey.Id;
}
