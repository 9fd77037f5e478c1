using System.Numerics;

namespace Azukari.TransparencyLog;

/// <summary>The leaves from <see cref="Start"/> up to, not including, <see cref="Start"/> + <see cref="Count"/>.</summary>
/// <remarks>In a proof every range is a subtree of RFC 6962: it starts at a multiple of the smallest power of two that covers it.</remarks>
public readonly record struct LeafRange(long Start, long Count)
{
    /// <summary>The range as perfect subtrees from left to right, one for each set bit of <see cref="Count"/>, the largest first.</summary>
    /// <remarks>Each of them is one node that never changes, so its hash can be read from a tile.</remarks>
    public IEnumerable<LeafRange> Perfect()
    {
        long start = Start;
        for (long rest = Count; rest > 0;)
        {
            long count = 1L << BitOperations.Log2((ulong)rest);
            yield return new(start, count);
            start += count;
            rest -= count;
        }
    }

    /// <summary>RFC 6962 s2.1: the left part takes the largest power of two that is smaller than the whole.</summary>
    internal (LeafRange Left, LeafRange Right) Split()
    {
        long k = 1L << BitOperations.Log2((ulong)(Count - 1));
        return (new(Start, k), new(Start + k, Count - k));
    }
}
