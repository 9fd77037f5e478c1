namespace Azukari.TransparencyLog;

/// <summary>That a named witness saw a checkpoint, and when: the latest POSIX second it cosigned it with.</summary>
public sealed record Sighting(string Witness, long Time);

/// <summary>What a <see cref="TrustPolicy"/> says of a checkpoint. Lists are in the order of the policy's witness lines.</summary>
public abstract class PolicyVerdict
{
    private PolicyVerdict(Checkpoint checkpoint, IReadOnlyList<Sighting> seen, IReadOnlyList<string> missing) =>
        (Checkpoint, Seen, Missing) = (checkpoint, seen, missing);

    /// <summary>What was judged. To be believed only when <see cref="Satisfied"/>.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>The policy's witnesses that cosigned.</summary>
    public IReadOnlyList<Sighting> Seen { get; }

    /// <summary>The policy's witnesses that did not, whether or not the quorum needs them.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Picks by case; a new case breaks every caller.</summary>
    public T Match<T>(Func<Satisfied, T> satisfied, Func<QuorumMissing, T> quorumMissing, Func<LogMissing, T> logMissing) => this switch
    {
        Satisfied it => satisfied(it),
        QuorumMissing it => quorumMissing(it),
        LogMissing it => logMissing(it),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A log of the policy signed under its own origin, and the quorum is met.</summary>
    public sealed class Satisfied : PolicyVerdict
    {
        internal Satisfied(Checkpoint checkpoint, IReadOnlyList<Sighting> seen, IReadOnlyList<string> missing)
            : base(checkpoint, seen, missing)
        {
        }
    }

    /// <summary>The log signed; too few witnesses did. Ask again later, or ask the missing ones.</summary>
    public sealed class QuorumMissing : PolicyVerdict
    {
        internal QuorumMissing(string quorum, Checkpoint checkpoint, IReadOnlyList<Sighting> seen, IReadOnlyList<string> missing)
            : base(checkpoint, seen, missing) => Quorum = quorum;

        /// <summary>The witness or group that is not satisfied.</summary>
        public string Quorum { get; }
    }

    /// <summary>No log of the policy signed this under its own origin. Cosignatures do not make up for that.</summary>
    public sealed class LogMissing : PolicyVerdict
    {
        internal LogMissing(Checkpoint checkpoint, IReadOnlyList<Sighting> seen, IReadOnlyList<string> missing)
            : base(checkpoint, seen, missing)
        {
        }
    }
}
