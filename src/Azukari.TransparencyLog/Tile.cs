namespace Azukari.TransparencyLog;

/// <summary>The address of up to 256 neighbouring hashes on every eighth level of the tree (tlog-tiles).</summary>
/// <remarks>
/// Hash i of the tile is the root over the 256^level leaves from (index·256 + i)·256^level on. Level 0 holds leaf hashes.
/// A full tile never changes; a partial one is a prefix of the full one and never counts towards the level above. There is no empty tile.
/// </remarks>
public readonly record struct Tile
{
    /// <summary>How many hashes a full tile has.</summary>
    public const int FullWidth = 256;

    /// <summary>The highest level that has a path.</summary>
    public const int HighestLevel = 63;

    /// <summary>How many levels of the tree one level of tiles spans.</summary>
    internal const int Height = 8;

    /// <summary>Level 0..63, index from 0, width 1..256.</summary>
    public Tile(int level, long index, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, HighestLevel);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, FullWidth);
        (Level, Index, Width) = (level, index, width);
    }

    /// <summary>0 for leaf hashes, 1 for roots over 256 leaves, and so on.</summary>
    public int Level { get; }

    /// <summary>The number of the tile on its level, from 0.</summary>
    public long Index { get; }

    /// <summary>How many hashes it holds: 1..256.</summary>
    public int Width { get; }

    /// <summary>Whether it is final.</summary>
    public bool IsFull => Width == FullWidth;

    /// <summary>Every tile a log of that size must serve, level by level from the leaves, full ones first.</summary>
    public static IEnumerable<Tile> Needed(long size) => Added(0, size);

    /// <summary>The tiles a log of the new size serves that one of the old size did not: they are what growing has to store.</summary>
    public static IEnumerable<Tile> Added(long oldSize, long newSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        return EachAdded(oldSize, newSize);
    }

    /// <summary>The 32-byte hashes one after another: the content of the file.</summary>
    public static byte[] Write(IReadOnlyList<TreeHash> hashes)
    {
        ArgumentOutOfRangeException.ThrowIfZero(hashes.Count, nameof(hashes));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hashes.Count, FullWidth, nameof(hashes));
        byte[] content = new byte[hashes.Count * TreeHash.Length];
        for (int i = 0; i < hashes.Count; i++)
        {
            hashes[i].CopyTo(content.AsSpan(i * TreeHash.Length));
        }

        return content;
    }

    /// <summary>The hashes in a file that was fetched for this address. What they hash to is for the caller to check against a root.</summary>
    /// <exception cref="LogException"><see cref="LogFault.Tile"/>: not exactly <see cref="Width"/> hashes.</exception>
    public IReadOnlyList<TreeHash> Read(ReadOnlySpan<byte> content)
    {
        if (content.Length != Width * TreeHash.Length)
        {
            throw new LogException(LogFault.Tile, "a tile's length does not fit its width");
        }

        TreeHash[] hashes = new TreeHash[Width];
        for (int i = 0; i < Width; i++)
        {
            hashes[i] = new(content.Slice(i * TreeHash.Length, TreeHash.Length));
        }

        return hashes;
    }

    private static IEnumerable<Tile> EachAdded(long oldSize, long newSize)
    {
        for (int level = 0; newSize >> (level * Height) > 0; level++)
        {
            long had = oldSize >> (level * Height);
            long has = newSize >> (level * Height);
            for (long index = had / FullWidth; index < has / FullWidth; index++)
            {
                yield return new(level, index, FullWidth);
            }

            if (has > had && has % FullWidth != 0)
            {
                yield return new(level, has / FullWidth, (int)(has % FullWidth));
            }

            if (level * Height >= 56)
            {
                yield break; // a shift by 64 would shift by nothing
            }
        }
    }
}
