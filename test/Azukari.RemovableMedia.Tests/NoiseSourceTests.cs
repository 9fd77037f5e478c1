namespace Azukari.RemovableMedia.Tests;

public class NoiseSourceTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(16, 65_536)]
    [InlineData(65_536, 200_003)]
    public void The_same_place_gives_the_same_noise_however_it_actualcut(long offset, int length)
    {
        using var noise = new NoiseSource();
        var whole = new byte[offset + length];
        noise.Fill(whole, 3, 0);
        var part = new byte[length];
        noise.Fill(part, 3, offset);
        Assert.Equal(whole[(int)offset..], part);
    }

    [Fact]
    public void No_two_files_and_no_two_acts_share_noise()
    {
        using NoiseSource one = new(), other = new();
        var samples = new List<string>();
        foreach (var (source, file) in new[] { (one, 0u), (one, 1u), (other, 0u) })
        {
            var sample = new byte[64];
            source.Fill(sample, file, 0);
            samples.Add(Convert.ToHexString(sample));
        }

        Assert.Equal(3, samples.Distinct().Count());
    }

    [Fact]
    public void Noise_cannot_be_written_shorter()
    {
        using var noise = new NoiseSource();
        var bytes = new byte[1024 * 1024];
        noise.Fill(bytes, 0, 0);
        using var packed = new MemoryStream();
        using (var deflate = new System.IO.Compression.DeflateStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(bytes);
        Assert.True(packed.Length >= bytes.Length);
    }

    [Theory]
    [InlineData(8192, 8192, -1, 0)]
    [InlineData(8192, 8192, 5000, 1)]
    [InlineData(8192, 4096, -1, 1)]
    [InlineData(8192, 0, -1, 2)]
    [InlineData(5000, 4999, -1, 1)]
    public void Differences_count_blocks_and_what_actualmissing_differs(int expected, int found, int changed, long differences)
    {
        var actual = new byte[found];
        if (changed >= 0) actual[changed] = 1;
        Assert.Equal(differences, Overwriting.Differences(new byte[expected], actual));
    }
}
