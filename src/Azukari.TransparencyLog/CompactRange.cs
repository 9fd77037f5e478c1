using System.Numerics;

namespace Azukari.TransparencyLog;

/// <summary>The right edge of a growing tree: as many hashes as <see cref="Size"/> has set bits, enough to append and to tell the root.</summary>
/// <remarks>Not safe for use by two threads at once.</remarks>
public sealed class CompactRange
{
    private readonly List<TreeHash> peaks = [];

    /// <summary>The empty tree.</summary>
    public CompactRange()
    {
    }

    /// <summary>Takes up again where <see cref="Size"/> and <see cref="Peaks"/> were written down: as many peaks as the size has set bits.</summary>
    public CompactRange(long size, IReadOnlyList<TreeHash> peaks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfNotEqual(peaks.Count, BitOperations.PopCount((ulong)size), nameof(peaks));
        Size = size;
        this.peaks.AddRange(peaks);
    }

    /// <summary>How many leaves were appended.</summary>
    public long Size { get; private set; }

    /// <summary>The roots of the perfect subtrees, the largest (leftmost) first.</summary>
    public IReadOnlyList<TreeHash> Peaks => peaks.AsReadOnly();

    /// <summary>Appends the hash of the next leaf.</summary>
    public void Append(TreeHash leaf)
    {
        // Each set bit at the end of the size is a perfect subtree as large as what we hold: they become one.
        TreeHash right = leaf;
        for (long bits = Size; (bits & 1) == 1; bits >>= 1)
        {
            right = MerkleTree.NodeHash(peaks[^1], right);
            peaks.RemoveAt(peaks.Count - 1);
        }

        peaks.Add(right);
        Size++;
    }

    /// <summary>The root of the tree as it stands; <see cref="MerkleTree.EmptyRoot"/> before the first leaf.</summary>
    public TreeHash Root() => MerkleTree.Fold(peaks);
}
