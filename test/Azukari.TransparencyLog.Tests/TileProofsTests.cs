namespace Azukari.TransparencyLog.Tests;

public sealed class TileProofsTests
{
    private static readonly TreeHash[] Leaves = NaiveTree.Leaves(NaiveTree.Entries(65_800));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(65_800)]
    public void Tiles_give_the_root_and_the_proofs_that_leaves_give(int size)
    {
        TileProofs tiles = new(size, Fetch(size));
        TreeHash root = MerkleTree.Root(Leaves[..size]);
        Assert.Equal(root, tiles.Root());
        foreach (int index in new[] { 0, 1, 255, 256, 300, size / 2, size - 1 }.Where(index => index < size))
        {
            Assert.True(MerkleTree.VerifyInclusion(Leaves[index], index, size, tiles.Inclusion(index), root));
        }

        foreach (int old in new[] { 0, 1, 3, 255, 256, 257, 511, size / 2, size - 1, size }.Where(old => old <= size))
        {
            Assert.True(MerkleTree.VerifyConsistency(old, MerkleTree.Root(Leaves[..old]), size, root, tiles.Consistency(old)));
        }
    }

    [Fact]
    public void The_empty_log_needs_no_tile() => Assert.Equal(MerkleTree.EmptyRoot, new TileProofs(0, _ => []).Root());

    [Fact]
    public void Only_tiles_of_that_tree_size_are_asked_for_and_each_once()
    {
        List<Tile> asked = [];
        TileProofs tiles = new(65_537, tile =>
        {
            asked.Add(tile);
            return Fetch(65_537)(tile);
        });

        tiles.Inclusion(40_000);
        tiles.Consistency(300);
        Assert.Subset(Tile.Needed(65_537).ToHashSet(), asked.ToHashSet());
        Assert.Equal(asked.Distinct(), asked);
        Assert.True(asked.Count < 10);
    }

    [Fact]
    public void A_source_that_answers_another_width_is_refused() => Keys.Refused(LogFault.Tile, () => new TileProofs(3, _ => Leaves[..2]).Root());

    // Hash i of tile (l, n) = the root over 256^l leaves, straight from the definition.
    private static Func<Tile, IReadOnlyList<TreeHash>> Fetch(int size) => tile =>
    {
        int span = 1 << (8 * tile.Level);
        return [.. Enumerable.Range(0, tile.Width).Select(i => ((int)(tile.Index * 256) + i) * span)
            .Select(start => start + span <= size ? MerkleTree.Root(Leaves[start..(start + span)]) : throw new InvalidOperationException("beyond the tree"))];
    };
}
