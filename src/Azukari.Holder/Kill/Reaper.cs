using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;
using Azukari.Holder.Record;

namespace Azukari.Holder.Kill;

/// <summary>Destroys what must die, by what was heard and by its own clock. It asks nobody, and nothing that somebody says makes it wait (R32).</summary>
internal sealed class Reaper(HolderSettings settings, Follower follower, ReportBox reports, IdentityShelf shelf, Overdue overdue, TimeProvider clock, ILogger log)
{
    private readonly Lock one = new();

    /// <summary>Looks at every key once. Two clocks call it, and one look at a time says what it found in one line.</summary>
    internal void Round()
    {
        lock (one) Look();
    }

    private void Look()
    {
        var (view, now) = (reports.Over(follower.Heard), clock.GetUtcNow());
        overdue.KeepCount();
        var stopped = 0;
        foreach (var (recipient, born) in shelf.Alive)
        {
            if (KeyLifetime.TimeOver(view, recipient, born, now) is not null && overdue.Mark(recipient, follower.Trail.Size)) stopped++;
            if (CauseFor(view, recipient, born, now) is { } cause) Destroy(recipient, cause, now);
        }

        if (stopped > 0) HolderLog.TimeOver(log, stopped); // One line for all: a clock that is wrong is wrong about every key at once.

        // Begun before a crash or a disk fault.
        foreach (var recipient in shelf.Dying) Destroy(recipient, KeyLifetime.Ended(view, recipient, now) ?? DestructionCause.Loss, now);
    }

    /// <summary>Destroys this side's key of a carry-out at once.</summary>
    internal Tombstone? Kill(CarryOut carryOut, DestructionCause cause) =>
        KeyOf(carryOut) is { } recipient ? Destroy(recipient, cause, clock.GetUtcNow()) ?? shelf.TombstoneOf(recipient) : null;

    /// <summary>This side's one-time key of a carry-out, or null before there is a permit.</summary>
    internal Digest? KeyOf(CarryOut carryOut) => settings.Side == Side.Owner ? carryOut.Permit?.Keys.Owner : carryOut.Permit?.Keys.Contractor;

    /// <summary>Whether the key gives nothing although it is still here: its time is over by this clock, or was, and the other side has not yet said which of the two is right.</summary>
    internal bool IsStopped(Digest recipient)
    {
        var (view, now) = (reports.Over(follower.Heard), clock.GetUtcNow());
        return overdue.Find(recipient) is not null || shelf.Alive.Where(living => living.Key == recipient).Any(living => KeyLifetime.TimeOver(view, recipient, living.Value, now) is not null);
    }

    /// <summary>Two clocks that do not ask each other end a key, and two put it back: one that was turned ahead kills nothing, one that was turned back revives nothing.</summary>
    private DestructionCause? CauseFor(Engagement view, Digest recipient, DateTimeOffset born, DateTimeOffset now)
    {
        if (KeyLifetime.Ended(view, recipient, now) is { } ended) return ended;
        if (overdue.Find(recipient) is not { } mark) return null;

        var ours = KeyLifetime.TimeOver(view, recipient, born, now);
        if (follower.Other is { } other)
        {
            if (KeyLifetime.TimeOver(view, recipient, born, other.At) is { } theirs) return theirs;
            if (ours is null && other.Size > mark.Size) overdue.Forget(recipient); // Signed after the mark was set, so it is no old word of theirs.
        }

        return overdue.IsEnough(recipient) ? ours : null;
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
