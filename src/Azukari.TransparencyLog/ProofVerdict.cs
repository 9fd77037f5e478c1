namespace Azukari.TransparencyLog;

/// <summary>What a <see cref="TlogProof"/> is worth. Only <see cref="Proven"/> is good.</summary>
public abstract record ProofVerdict
{
    private ProofVerdict()
    {
    }

    /// <summary>Stops other assemblies from adding cases.</summary>
    private protected abstract bool Closed { get; }

    /// <summary>The entry is in a tree that the policy trusts.</summary>
    public sealed record Proven(PolicyVerdict.Satisfied By) : ProofVerdict
    {
        private protected override bool Closed => true;
    }

    /// <summary>The checkpoint is good; this entry is not at this index of it.</summary>
    public sealed record NotIncluded(Checkpoint Checkpoint) : ProofVerdict
    {
        private protected override bool Closed => true;
    }

    /// <summary>The policy does not trust the checkpoint. Whether the entry is in it was not asked.</summary>
    public sealed record Untrusted(PolicyVerdict Because) : ProofVerdict
    {
        private protected override bool Closed => true;
    }
}
