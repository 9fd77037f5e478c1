using System.Security.Cryptography;

namespace Azukari.TransparencyLog;

/// <summary>The tree of RFC 6962 s2.1 over SHA-256: hashes, roots and proofs, computed from leaf hashes.</summary>
/// <remarks>
/// Roots and proofs hash every leaf they cover; in a large log take them from tiles, with <see cref="TileProofs"/>.
/// <see cref="VerifyInclusion"/> and <see cref="VerifyConsistency"/> answer false to whatever is malformed and never throw.
/// Size and root belong together: a proof says nothing about a size that was not signed with that root.
/// </remarks>
public static class MerkleTree
{
    private const byte LeafPrefix = 0; // without the prefixes an inner node could be passed off as an entry
    private const byte NodePrefix = 1;
    private const int OnStack = 1024;

    /// <summary>The root of the tree without leaves: SHA-256 of no bytes.</summary>
    public static TreeHash EmptyRoot { get; } = new(SHA256.HashData([]));

    /// <summary>The hash of an entry's exact bytes as a leaf.</summary>
    public static TreeHash LeafHash(ReadOnlySpan<byte> entry)
    {
        Span<byte> input = entry.Length < OnStack ? stackalloc byte[entry.Length + 1] : new byte[entry.Length + 1];
        input[0] = LeafPrefix;
        entry.CopyTo(input[1..]);
        return Hash(input);
    }

    /// <summary>The hash of an inner node.</summary>
    public static TreeHash NodeHash(TreeHash left, TreeHash right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * TreeHash.Length)];
        input[0] = NodePrefix;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + TreeHash.Length)..]);
        return Hash(input);
    }

    /// <summary>The root over all given leaf hashes.</summary>
    public static TreeHash Root(IReadOnlyList<TreeHash> leaves) => Subtree(leaves, new(0, leaves.Count));

    /// <summary>The proof that leaf <paramref name="index"/> is in the tree of the first <paramref name="size"/> leaves, the leaf's sibling first.</summary>
    public static IReadOnlyList<TreeHash> InclusionProof(IReadOnlyList<TreeHash> leaves, long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, leaves.Count);
        return [.. ProofShape.Inclusion(index, size).Select(range => Subtree(leaves, range))];
    }

    /// <summary>The proof that the tree of <paramref name="newSize"/> leaves begins with that of <paramref name="oldSize"/>.</summary>
    /// <remarks>Empty for equal sizes and for an old size of 0.</remarks>
    public static IReadOnlyList<TreeHash> ConsistencyProof(IReadOnlyList<TreeHash> leaves, long oldSize, long newSize)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(newSize, leaves.Count);
        return [.. ProofShape.Consistency(oldSize, newSize).Select(range => Subtree(leaves, range))];
    }

    /// <summary>Whether the proof, all of it, leads from the leaf at that index to the root of a tree of that size (RFC 9162 s2.1.3.2).</summary>
    public static bool VerifyInclusion(TreeHash leaf, long index, long size, IReadOnlyList<TreeHash> proof, TreeHash root)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        TreeHash hash = leaf;
        ProofPath path = new(index, size - 1);
        foreach (TreeHash sibling in proof)
        {
            if (path.AtRoot)
            {
                return false;
            }

            hash = path.SiblingIsLeft ? NodeHash(sibling, hash) : NodeHash(hash, sibling);
            path = path.Up();
        }

        return path.AtRoot && hash == root;
    }

    /// <summary>Whether the proof shows that the tree with the new root begins with the tree with the old root (RFC 9162 s2.1.4.2).</summary>
    /// <remarks>An old size of 0 takes an empty proof and the empty root, and then says nothing about the new root. Size 0 has one root only.</remarks>
    public static bool VerifyConsistency(long oldSize, TreeHash oldRoot, long newSize, TreeHash newRoot, IReadOnlyList<TreeHash> proof)
    {
        if (oldSize < 0 || oldSize > newSize || (oldSize == 0 && oldRoot != EmptyRoot))
        {
            return false;
        }

        if (oldSize == newSize || oldSize == 0)
        {
            return proof.Count == 0 && (oldSize < newSize || oldRoot == newRoot);
        }

        // An old tree that is perfect is a node of the new tree, and the proof starts from the root the verifier has.
        bool perfect = long.IsPow2(oldSize);
        IReadOnlyList<TreeHash> way = perfect ? [oldRoot, .. proof] : proof;
        return way.Count > 0 && Climb(way, new ProofPath(oldSize - 1, newSize - 1).OffTheRightEdge(), oldRoot, newRoot);
    }

    /// <summary>Joins perfect subtrees from right to left into one root.</summary>
    internal static TreeHash Fold(IReadOnlyList<TreeHash> peaks)
    {
        if (peaks.Count == 0)
        {
            return EmptyRoot;
        }

        TreeHash root = peaks[^1];
        for (int i = peaks.Count - 2; i >= 0; i--)
        {
            root = NodeHash(peaks[i], root);
        }

        return root;
    }

    private static bool Climb(IReadOnlyList<TreeHash> way, ProofPath path, TreeHash oldRoot, TreeHash newRoot)
    {
        TreeHash older = way[0];
        TreeHash newer = way[0];
        foreach (TreeHash sibling in way.Skip(1))
        {
            if (path.AtRoot)
            {
                return false;
            }

            // What lies to the left was there in the old tree too; what lies to the right came later.
            older = path.SiblingIsLeft ? NodeHash(sibling, older) : older;
            newer = path.SiblingIsLeft ? NodeHash(sibling, newer) : NodeHash(newer, sibling);
            path = path.Up();
        }

        return path.AtRoot && older == oldRoot && newer == newRoot;
    }

    private static TreeHash Subtree(IReadOnlyList<TreeHash> leaves, LeafRange range)
    {
        CompactRange tree = new();
        for (long i = range.Start; i < range.Start + range.Count; i++)
        {
            tree.Append(leaves[(int)i]);
        }

        return tree.Root();
    }

    private static TreeHash Hash(ReadOnlySpan<byte> input)
    {
        Span<byte> hash = stackalloc byte[TreeHash.Length];
        SHA256.HashData(input, hash);
        return new(hash);
    }
}
