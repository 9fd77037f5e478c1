using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;
using Azukari.Domain.Watch;
using Azukari.Holder.Vault;
using Azukari.Holder.Record;

namespace Azukari.Holder.Kill;

/// <summary>Destroys what must die, by what was heard and by its own clock. It asks nobody, and nothing that somebody says makes it wait (R32).</summary>
internal sealed class Reaper(HolderSettings settings, Follower follower, ReportBox reports, IdentityShelf shelf, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(90);

    /// <summary>Looks at every key once.</summary>
    internal void Round()
    {
        var (view, now) = (reports.Over(follower.Heard), clock.GetUtcNow());
        foreach (var (recipient, born) in shelf.Alive)
            if (CauseFor(view, recipient, born, now) is { } cause) Destroy(recipient, cause, now);

        // Begun before a crash or a disk fault. Only a loss reported here leaves no other trace of its reason.
        foreach (var recipient in shelf.Dying) Destroy(recipient, CauseFor(view, recipient, now, now) ?? DestructionCause.Loss, now);
    }

    /// <summary>Destroys this side's key of a carry-out at once.</summary>
    internal Tombstone? Kill(CarryOut carryOut, DestructionCause cause) =>
        KeyOf(carryOut) is { } recipient ? Destroy(recipient, cause, clock.GetUtcNow()) ?? shelf.TombstoneOf(recipient) : null;

    /// <summary>This side's one-time key of a carry-out, or null before there is a permit.</summary>
    internal Digest? KeyOf(CarryOut carryOut) => settings.Side == Side.Owner ? carryOut.Permit?.Keys.Owner : carryOut.Permit?.Keys.Contractor;

    private static DestructionCause? CauseFor(Engagement view, Digest recipient, DateTimeOffset born, DateTimeOffset now)
    {
        if (view.Keys.GetValueOrDefault(recipient)?.Death is { } known) return known.Tombstone.Cause; // A copy of what is dead.
        if (view.Keys.GetValueOrDefault(recipient)?.Attested is not null) return DestructionCause.AttestedDead; // It was given up for lost; what comes back dies.
        if (now - born > Oldest) return DestructionCause.TooOld;
        if (view.Find(view.Keys.GetValueOrDefault(recipient)?.NamedBy) is not { } carryOut) return null;

        return carryOut switch
        {
            { KillOrdered: not null } => DestructionCause.Loss,
            { Withdrawn: not null } => DestructionCause.Withdrawn,
            { GaveUp: not null } => DestructionCause.GaveUp,
            { Loaded: not null } => DestructionCause.Loaded,
            { Suspended: { Why: SuspensionCause.Loss, Answered: null } since } when now > since.Mark.At.AddMinutes(view.Clock.LossMinutes) => DestructionCause.SuspensionUnanswered,
            { Plan.Window: var window } when !(now <= window?.EraseBy) => DestructionCause.WindowEnded,
            _ => null,
        };
    }

    private Tombstone? Destroy(Digest recipient, DestructionCause cause, DateTimeOffset now)
    {
        try
        {
            var isNew = shelf.TombstoneOf(recipient) is null;
            var stone = shelf.Destroy(recipient, cause, now);
            if (isNew && stone is not null) HolderLog.Destroyed(log, recipient.Value, stone.Cause.ToString(), stone.Count);
            return stone;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            HolderLog.DestructionFailed(log, fault, recipient.Value);
            return null;
        }
    }
}
