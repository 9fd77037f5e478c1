namespace Azukari.TransparencyLog.Tests;

public sealed class TilePathTests
{
    [Theory]
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(0, 1234067, 256, "tile/0/x001/x234/067")]
    [InlineData(0, 273, 112, "tile/0/273.p/112")]
    [InlineData(1, 1, 17, "tile/1/001.p/17")]
    [InlineData(2, 0, 1, "tile/2/000.p/1")]
    [InlineData(0, 999, 256, "tile/0/999")]
    [InlineData(0, 1000, 255, "tile/0/x001/000.p/255")]
    [InlineData(63, 5, 1, "tile/63/005.p/1")]
    [InlineData(0, long.MaxValue, 256, "tile/0/x009/x223/x372/x036/x854/x775/807")]
    public void A_tile_has_one_path(int level, long index, int width, string path)
    {
        Tile tile = new(level, index, width);
        Assert.Equal(path, TilePath.Of(tile));
        Assert.True(TilePath.TryParse(path, out Tile read));
        Assert.Equal(tile, read);
    }

    [Theory]
    [InlineData(0, 256, "tile/entries/000")]
    [InlineData(1234067, 256, "tile/entries/x001/x234/067")]
    [InlineData(273, 112, "tile/entries/273.p/112")]
    public void A_bundle_has_one_path(long index, int width, string path)
    {
        Assert.Equal(path, TilePath.OfEntries(index, width));
        Assert.True(TilePath.TryParseEntries(path, out Tile read));
        Assert.Equal(new Tile(0, index, width), read);
        Assert.False(TilePath.TryParse(path, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tile")]
    [InlineData("tile/0")]
    [InlineData("tile/0/")]
    [InlineData("/tile/0/000")]
    [InlineData("tile/0/0")]
    [InlineData("tile/0/0000")]
    [InlineData("tile/00/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/+1/000")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/001/000")]
    [InlineData("tile/0/x001/x000")]
    [InlineData("tile/0/xx01/000")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p/")]
    [InlineData("tile/0/000.p/1.p/1")]
    [InlineData("tile/0/000/")]
    [InlineData("tile/0/000?")]
    [InlineData("tile/8/0/000")]
    [InlineData("tile/data/000")]
    [InlineData("tile/0/x009/x223/x372/x036/x854/x775/808")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("tile/0/../000")]
    [InlineData("tile/0/٠٠٠")]
    public void No_other_spelling_is_a_path(string path)
    {
        Assert.False(TilePath.TryParse(path, out _));
        Assert.False(TilePath.TryParseEntries(path.Replace("tile/0", "tile/entries", StringComparison.Ordinal), out _));
    }
}
