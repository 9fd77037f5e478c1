using Azukari.Domain.Engagements;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Closing;

/// <summary>What ends a one-time key, for whoever keeps it: a key holder or a station, each by its own clock, asking nobody (R20, R32).</summary>
public static class KeyLifetime
{
    /// <summary>No key is older than this, whatever it was made for.</summary>
    public static TimeSpan Oldest { get; } = TimeSpan.FromDays(90);

    /// <summary>What was done, or was left unanswered for the hour of R23: it ends the key at once. Null when nothing did.</summary>
    public static DestructionCause? Ended(Engagement facts, Digest key, DateTimeOffset now)
    {
        if (facts.Keys.GetValueOrDefault(key)?.Death is { } known) return known.Tombstone.Cause; // A copy of what is dead.
        if (facts.Keys.GetValueOrDefault(key)?.Attested is not null) return DestructionCause.AttestedDead; // It was given up for lost; what comes back dies.

        return CaseOf(facts, key) switch
        {
            { KillOrdered: not null } => DestructionCause.Loss,
            { Withdrawn: not null } => DestructionCause.Withdrawn,
            { GaveUp: not null } => DestructionCause.GaveUp,
            { Loaded: not null } => DestructionCause.Loaded,
            { Suspended: { Why: SuspensionCause.Loss, Answered: null } since } when now > since.Mark.At.AddMinutes(facts.Clock.LossMinutes) => DestructionCause.SuspensionUnanswered,
            _ => null,
        };
    }

    /// <summary>What a clock alone says: the key gives nothing any more, and ends once a second clock says so too. Null while its time runs, the last moment included.</summary>
    /// <param name="facts">The engagement as its record stands.</param>
    /// <param name="key">The digest of the recipient.</param>
    /// <param name="born">When it was made; null where that is not known.</param>
    /// <param name="time">What that clock shows.</param>
    public static DestructionCause? TimeOver(Engagement facts, Digest key, DateTimeOffset? born, DateTimeOffset time)
    {
        if (time > born + Oldest) return DestructionCause.TooOld;
        return CaseOf(facts, key) is { Plan.Window: var window } && !(time <= window?.EraseBy) ? DestructionCause.WindowEnded : null;
    }

    private static CarryOut? CaseOf(Engagement facts, Digest key) => facts.Find(facts.Keys.GetValueOrDefault(key)?.NamedBy);
}
