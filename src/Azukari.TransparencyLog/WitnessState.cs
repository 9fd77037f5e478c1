namespace Azukari.TransparencyLog;

/// <summary>What a witness knows of one log: whose signature it believes, and the largest tree it cosigned.</summary>
/// <remarks>
/// The whole duty of a witness is in <see cref="Decide"/>. On <see cref="WitnessDecision.Cosign"/> the caller stores <see cref="WitnessDecision.Cosign.Next"/>
/// durably and only if the stored size and root are still those the decision was made on, then signs, then answers.
/// Any other order lets a race or a crash roll the log back.
/// </remarks>
public sealed class WitnessState
{
    /// <summary>A log of which the witness has cosigned a tree of that size and root, or nothing yet: size 0 and the empty root.</summary>
    public WitnessState(string origin, IReadOnlyList<NoteVerifier> keys, long size, TreeHash root)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        (Origin, Keys, Size, Root) = (origin, [.. keys], size, root);
    }

    /// <summary>The log's origin line.</summary>
    public string Origin { get; }

    /// <summary>The keys that may sign for it; two while a key is replaced.</summary>
    public IReadOnlyList<NoteVerifier> Keys { get; }

    /// <summary>The size of the largest tree it cosigned.</summary>
    public long Size { get; }

    /// <summary>That tree's root.</summary>
    public TreeHash Root { get; }

    /// <summary>A log that was never cosigned.</summary>
    public static WitnessState New(string origin, params IReadOnlyList<NoteVerifier> keys) => new(origin, keys, 0, MerkleTree.EmptyRoot);

    /// <summary>The answer to a request. <paramref name="known"/> is what is stored under the origin of its checkpoint, null if nothing is.</summary>
    /// <remarks>Checks go in the order of the specification: a stranger learns nothing of the state before the log's signature is good.</remarks>
    public static WitnessDecision Decide(WitnessState? known, AddCheckpointRequest request)
    {
        Checkpoint next = request.Checkpoint;
        if (known is null || !string.Equals(known.Origin, next.Origin, StringComparison.Ordinal))
        {
            return new WitnessDecision.UnknownOrigin();
        }

        return !IsSigned(request.Note, known.Keys) ? new WitnessDecision.Forbidden()
            : request.OldSize > next.Size ? new WitnessDecision.BadRequest()
            : request.OldSize != known.Size ? new WitnessDecision.Conflict(known.Size)
            : MerkleTree.VerifyConsistency(known.Size, known.Root, next.Size, next.Root, request.Proof)
                ? new WitnessDecision.Cosign(new(known.Origin, known.Keys, next.Size, next.Root))
            : new WitnessDecision.Unprocessable(); // the same size with another root among them, and an empty tree with a root of its own
    }

    private static bool IsSigned(SignedNote note, IReadOnlyList<NoteVerifier> keys)
    {
        try
        {
            return note.Known(keys).Count > 0;
        }
        catch (LogException refused) when (refused.Fault == LogFault.Signature)
        {
            return false;
        }
    }
}
