namespace Azukari.TransparencyLog.Tests;

public sealed class TileTests
{
    [Fact]
    public void Seventy_thousand_entries_need_the_tiles_of_the_specification()
    {
        Tile[] tiles = [.. Tile.Needed(70_000)];
        Assert.Equal(273, tiles.Count(tile => tile.Level == 0 && tile.IsFull));
        Assert.Equal([new(0, 273, 112), new(1, 1, 17), new(2, 0, 1)], tiles.Where(tile => !tile.IsFull));
        Assert.Equal([new(1, 0, 256)], tiles.Where(tile => tile.Level > 0 && tile.IsFull));
        Assert.Equal(273 + 1 + 3, tiles.Length);
    }

    [Fact]
    public void A_full_tile_is_one_hash_of_the_next_level() => Assert.Equal([new(0, 0, 256), new(1, 0, 1)], Tile.Needed(256));

    [Theory]
    [InlineData(0, new string[0])]
    [InlineData(1, new[] { "tile/0/000.p/1" })]
    [InlineData(255, new[] { "tile/0/000.p/255" })]
    [InlineData(257, new[] { "tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1" })]
    [InlineData(512, new[] { "tile/0/000", "tile/0/001", "tile/1/000.p/2" })]
    public void A_log_serves_no_empty_tile(long size, string[] paths) => Assert.Equal(paths, Tile.Needed(size).Select(TilePath.Of));

    [Fact]
    public void Growing_step_by_step_stores_every_full_tile_once()
    {
        HashSet<Tile> stored = [];
        for (int size = 0; size < 70_000; size += 777)
        {
            Assert.All(Tile.Added(size, size + 777).Where(tile => tile.IsFull), tile => Assert.True(stored.Add(tile)));
            Assert.Superset(Tile.Needed(size + 777).Where(tile => tile.IsFull).ToHashSet(), stored);
        }

        Assert.Empty(Tile.Added(300, 300));
    }

    [Fact]
    public void An_entry_that_fills_every_level_adds_eight_tiles() =>
        Assert.Equal(
            [.. Enumerable.Range(0, 7).Select(level => new Tile(level, (1L << (48 - (8 * level))) - 1, 256)), new(7, 0, 1)],
            Tile.Added((1L << 56) - 1, 1L << 56));

    [Fact]
    public void The_largest_log_there_can_be_ends_in_a_partial_tile() =>
        Assert.Equal([new(0, long.MaxValue >> 8, 255)], Tile.Added(long.MaxValue - 1, long.MaxValue));

    [Fact]
    public void Reading_gives_what_was_written_and_refuses_any_other_length()
    {
        TreeHash[] hashes = NaiveTree.Leaves(NaiveTree.Entries(5));
        byte[] content = Tile.Write(hashes);
        Assert.Equal(160, content.Length);
        Assert.Equal(hashes, new Tile(0, 0, 5).Read(content));
        Keys.Refused(LogFault.Tile, () => new Tile(0, 0, 4).Read(content));
        Keys.Refused(LogFault.Tile, () => new Tile(0, 0, 6).Read(content));
        Keys.Refused(LogFault.Tile, () => new Tile(0, 0, 5).Read(content.AsSpan(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tile.Write([]));
    }

    [Theory]
    [InlineData(-1, 0, 1)]
    [InlineData(64, 0, 1)]
    [InlineData(0, -1, 1)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0, 257)]
    public void An_address_outside_the_bounds_is_a_bug(int level, long index, int width) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tile(level, index, width));
}
