namespace Azukari.RemovableMedia.Tests;

public class MediumReaderTests
{
    [Fact]
    public void On_a_device_the_device_answers_and_not_the_page_cache()
    {
        using var stick = MountedMedium.Ext4(32);
        MediumWriter.WriteSmallFile(stick.Root, "payload.age", Bytes(8 * 1024 * 1024, 1));
        var changed = ChangeOnTheDevice(stick, Bytes(8 * 1024 * 1024, 1));

        using var uncached = MediumReader.OpenUncached(stick["payload.age"]);

        Assert.Equal(ReadPath.Direct, uncached.Path);
        Assert.Equal(changed, ReadAll(uncached));
    }

    [Fact]
    public void In_memory_it_says_that_nothing_can_be_said()
    {
        using var stick = MountedMedium.Tmpfs(8);
        MediumWriter.WriteSmallFile(stick.Root, "payload.age", Bytes(5000, 1));
        using var reader = MediumReader.OpenUncached(stick["payload.age"]);
        Assert.Equal(ReadPath.Cached, reader.Path);
        Assert.Equal(Bytes(5000, 1), ReadAll(reader));
    }

    [Fact]
    public void Where_direct_reading_is_admitted_but_served_from_memory_it_does_not_claim_it()
    {
        // ext4 with data=journal opens a file for direct reading and then reads it through the page cache all the same.
        using var stick = MountedMedium.Ext4(32, features: "has_journal", options: "data=journal");
        MediumWriter.WriteSmallFile(stick.Root, "payload.age", Bytes(5000, 1));
        using var reader = MediumReader.OpenUncached(stick["payload.age"]);
        Assert.Equal(ReadPath.CacheDropped, reader.Path);
        Assert.Equal(Bytes(5000, 1), ReadAll(reader));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData((4 * 1024 * 1024) - 1)]
    [InlineData(4 * 1024 * 1024)]
    [InlineData((4 * 1024 * 1024) + 4097)]
    public void Any_length_reads_to_its_end_and_from_any_place(int length)
    {
        using var stick = new ScratchFolder();
        var content = Bytes(length, length);
        MediumWriter.WriteSmallFile(stick.Root, "payload.age", content);

        using var reader = MediumReader.OpenUncached(stick["payload.age"]);
        Assert.Equal(length, reader.Length);
        Assert.Equal(content, ReadAll(reader));

        reader.Seek(length / 3, SeekOrigin.Begin);
        Assert.Equal(content[(length / 3)..], ReadAll(reader));
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_ReadError()
    {
        using var stick = new ScratchFolder();
        Assert.Equal(MediumFault.ReadError, Assert.Throws<MediumException>(() => MediumReader.OpenUncached(stick["none"])).Fault);
    }

    // Changes the bytes behind the file system's back. An ordinary read would still see the old ones in the page cache, and is made to, first.
    internal static byte[] ChangeOnTheDevice(MountedMedium stick, byte[] content)
    {
        Assert.Equal(content, File.ReadAllBytes(stick["payload.age"]));
        var needle = content.AsSpan(0, 4096).ToArray();
        using var device = File.Open(stick.Device!, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var all = new byte[32 * 1024 * 1024];
        device.ReadExactly(all);
        var at = all.AsSpan().IndexOf(needle);
        Assert.True(at >= 0);
        device.Position = at;
        device.WriteByte((byte)(content[0] ^ 0xff));
        device.Flush(flushToDisk: true);
        Assert.Equal(content, File.ReadAllBytes(stick["payload.age"]));
        content[0] = (byte)(content[0] ^ 0xff);
        return content;
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy, 10_007);
        return copy.ToArray();
    }

    private static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
