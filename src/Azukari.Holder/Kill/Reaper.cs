using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;
using Azukari.Holder.Record;

namespace Azukari.Holder.Kill;

/// <summary>Destroys what must die, by what was heard and by its own clock. It asks nobody, and nothing that somebody says makes it wait (R32).</summary>
internal sealed class Reaper(HolderSettings settings, Follower follower, ReportBox reports, IdentityShelf shelf, Overdue overdue, TimeProvider clock, ILogger log)
{
    /// <summary>Looks at every key once.</summary>
    internal void Round()
    {
        var (view, now) = (reports.Over(follower.Heard), clock.GetUtcNow());
        overdue.Count();
        foreach (var (recipient, born) in shelf.Alive)
            if (CauseFor(view, recipient, born, now) is { } cause) Destroy(recipient, cause, now);

        // Begun before a crash or a disk fault. Only a loss reported here leaves no other trace of its reason.
        foreach (var recipient in shelf.Dying) Destroy(recipient, KeyLifetime.Ended(view, recipient, now) ?? DestructionCause.Loss, now);
    }

    /// <summary>Destroys this side's key of a carry-out at once.</summary>
    internal Tombstone? Kill(CarryOut carryOut, DestructionCause cause) =>
        KeyOf(carryOut) is { } recipient ? Destroy(recipient, cause, clock.GetUtcNow()) ?? shelf.TombstoneOf(recipient) : null;

    /// <summary>This side's one-time key of a carry-out, or null before there is a permit.</summary>
    internal Digest? KeyOf(CarryOut carryOut) => settings.Side == Side.Owner ? carryOut.Permit?.Keys.Owner : carryOut.Permit?.Keys.Contractor;

    /// <summary>Whether the key gives nothing any more although it is still here: its time is over by this clock.</summary>
    internal bool IsStopped(Digest recipient)
    {
        var (view, now) = (reports.Over(follower.Heard), clock.GetUtcNow());
        return shelf.Alive.Where(living => living.Key == recipient).Any(living => KeyLifetime.TimeOver(view, recipient, living.Value, now) is not null);
    }

    private DestructionCause? CauseFor(Engagement view, Digest recipient, DateTimeOffset born, DateTimeOffset now)
    {
        if (KeyLifetime.Ended(view, recipient, now) is { } ended) return ended;
        if (KeyLifetime.TimeOver(view, recipient, born, now) is { } over) return overdue.IsRipe(recipient, over.Since, follower.OthersTime) ? over.Cause : null;

        overdue.Forget(recipient);
        return null;
    }

    private Tombstone? Destroy(Digest recipient, DestructionCause cause, DateTimeOffset now)
    {
        try
        {
            var isNew = shelf.TombstoneOf(recipient) is null;
            var stone = shelf.Destroy(recipient, cause, now);
            overdue.Forget(recipient);
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
