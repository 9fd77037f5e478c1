using System.Numerics;

namespace Azukari.TransparencyLog;

/// <summary>Roots and proofs from tiles, without the leaves: a proof in a log of a million entries reads a handful of tiles.</summary>
/// <remarks>
/// The source gets the address of a tile as wide as the tree of <paramref name="size"/> leaves has it, and answers its hashes.
/// Nothing read is checked here; a proof from false tiles fails when it is verified against the signed root.
/// </remarks>
public sealed class TileProofs(long size, Func<Tile, IReadOnlyList<TreeHash>> source)
{
    private readonly Dictionary<Tile, IReadOnlyList<TreeHash>> seen = [];

    /// <summary>The root of the tree.</summary>
    public TreeHash Root() => size == 0 ? MerkleTree.EmptyRoot : Subtree(new(0, size));

    /// <summary>As <see cref="MerkleTree.InclusionProof"/>.</summary>
    public IReadOnlyList<TreeHash> Inclusion(long index) => [.. ProofShape.Inclusion(index, size).Select(Subtree)];

    /// <summary>As <see cref="MerkleTree.ConsistencyProof"/>, from an older size to this one.</summary>
    public IReadOnlyList<TreeHash> Consistency(long oldSize) => [.. ProofShape.Consistency(oldSize, size).Select(Subtree)];

    private TreeHash Subtree(LeafRange range) => MerkleTree.Fold([.. range.Perfect().Select(Node)]);

    // A perfect subtree is a run of hashes in one tile: as many as its height stands above the tile's level.
    private TreeHash Node(LeafRange perfect)
    {
        int height = BitOperations.Log2((ulong)perfect.Count);
        int level = height / Tile.Height;
        long first = perfect.Start >> (level * Tile.Height);
        int run = 1 << (height % Tile.Height);
        long width = (size >> (level * Tile.Height)) - (first / Tile.FullWidth * Tile.FullWidth);

        Tile tile = new(level, first / Tile.FullWidth, (int)long.Min(width, Tile.FullWidth));
        return MerkleTree.Root([.. Hashes(tile).Skip((int)(first % Tile.FullWidth)).Take(run)]);
    }

    private IReadOnlyList<TreeHash> Hashes(Tile tile)
    {
        if (!seen.TryGetValue(tile, out var hashes))
        {
            hashes = source(tile);
            if (hashes.Count != tile.Width)
            {
                throw new LogException(LogFault.Tile, "a tile does not hold as many hashes as its address says");
            }

            seen.Add(tile, hashes);
        }

        return hashes;
    }
}
