namespace Azukari.TransparencyLog;

/// <summary>Which subtrees a proof consists of, before any hash is known.</summary>
/// <remarks>Who stores tiles fetches exactly these; who has all leaves hashes them. The order is that of the proof: from the leaf towards the root.</remarks>
public static class ProofShape
{
    /// <summary>The siblings on the way from leaf <paramref name="index"/> to the root of a tree of <paramref name="size"/> leaves (RFC 6962 s2.1.1).</summary>
    public static IReadOnlyList<LeafRange> Inclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);

        List<LeafRange> siblings = [];
        for (LeafRange tree = new(0, size); tree.Count > 1;)
        {
            var (left, right) = tree.Split();
            bool goesLeft = index < right.Start;
            siblings.Add(goesLeft ? right : left);
            tree = goesLeft ? left : right;
        }

        siblings.Reverse();
        return siblings;
    }

    /// <summary>What shows a tree of <paramref name="newSize"/> leaves to begin with the one of <paramref name="oldSize"/> (RFC 6962 s2.1.2).</summary>
    /// <remarks>Empty for an old size of 0 and for equal sizes: both need no proof.</remarks>
    public static IReadOnlyList<LeafRange> Consistency(long oldSize, long newSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);

        List<LeafRange> parts = [];
        LeafRange tree = new(0, newSize);
        while (oldSize > 0 && oldSize < tree.Start + tree.Count)
        {
            var (left, right) = tree.Split();
            bool goesLeft = oldSize <= right.Start;
            parts.Add(goesLeft ? right : left);
            tree = goesLeft ? left : right;
        }

        // What is left ends where the old tree ended. If it is the old tree itself, the verifier has its hash already.
        if (tree.Start > 0)
        {
            parts.Add(tree);
        }

        parts.Reverse();
        return parts;
    }
}
