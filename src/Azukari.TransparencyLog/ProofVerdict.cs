namespace Azukari.TransparencyLog;

/// <summary>What a <see cref="TlogProof"/> is worth. Only <see cref="Proven"/> is good.</summary>
public abstract class ProofVerdict
{
    private ProofVerdict()
    {
    }

    /// <summary>Picks by case; a new case breaks every caller.</summary>
    public T Match<T>(Func<Proven, T> proven, Func<NotIncluded, T> notIncluded, Func<Untrusted, T> untrusted) => this switch
    {
        Proven it => proven(it),
        NotIncluded it => notIncluded(it),
        Untrusted it => untrusted(it),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The entry is in a tree that the policy trusts.</summary>
    public sealed class Proven : ProofVerdict
    {
        internal Proven(PolicyVerdict.Satisfied by) => By = by;

        /// <summary>Who signed, and when.</summary>
        public PolicyVerdict.Satisfied By { get; }
    }

    /// <summary>The checkpoint is good; this entry is not at this index of it.</summary>
    public sealed class NotIncluded : ProofVerdict
    {
        internal NotIncluded(Checkpoint checkpoint) => Checkpoint = checkpoint;

        /// <summary>The checkpoint that does not have the entry there.</summary>
        public Checkpoint Checkpoint { get; }
    }

    /// <summary>The policy does not trust the checkpoint. Whether the entry is in it was not asked.</summary>
    public sealed class Untrusted : ProofVerdict
    {
        internal Untrusted(PolicyVerdict because) => Because = because;

        /// <summary>What the checkpoint lacks.</summary>
        public PolicyVerdict Because { get; }
    }
}
