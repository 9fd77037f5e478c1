using System.Security.Cryptography;
using System.Text;

namespace Azukari.RemovableMedia.Tests;

public sealed class MediumWriterTests : IDisposable
{
    private readonly ScratchFolder _stick = new();

    public void Dispose() => _stick.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4 * 1024 * 1024)]
    [InlineData((9 * 1024 * 1024) + 7)]
    public void What_was_completed_reads_back_byte_for_byte(int length)
    {
        var payload = RandomNumberGenerator.GetBytes(length);
        using (var writer = MediumWriter.Create(_stick.Root, "payload.age"))
        {
            for (var at = 0; at < length; at += 70_001) writer.Write(payload.AsSpan(at, Math.Min(70_001, length - at)));
            Assert.Equal(length, writer.Complete());
        }

        using var back = MediumReader.OpenUncached(_stick["payload.age"]);
        using var copy = new MemoryStream();
        back.CopyTo(copy);
        Assert.Equal(payload, copy.ToArray());
    }

    [Fact]
    public void Without_Complete_nothing_is_left()
    {
        var writer = MediumWriter.Create(_stick.Root, "payload.age");
        writer.Write(new byte[5 * 1024 * 1024]);
        Assert.True(File.Exists(_stick["payload.age"]));

        writer.Dispose();

        Assert.True(writer.PartialRemoved);
        Assert.Empty(Directory.GetFileSystemEntries(_stick.Root));
    }

    [Fact]
    public void A_cancelled_write_leaves_nothing_and_accepts_nothing_more()
    {
        using var cancel = new CancellationTokenSource();
        using (var writer = MediumWriter.Create(_stick.Root, "payload.age", cancellation: cancel.Token))
        {
            writer.Write(new byte[5 * 1024 * 1024]);
            cancel.Cancel();
            Assert.ThrowsAny<OperationCanceledException>(() => writer.Write(new byte[5 * 1024 * 1024]));
            Assert.ThrowsAny<OperationCanceledException>(() => writer.Complete());
        }

        Assert.Empty(Directory.GetFileSystemEntries(_stick.Root));
    }

    [Fact]
    public void A_file_that_exists_is_never_replaced()
    {
        File.WriteAllText(_stick["payload.age"], "first");

        Assert.Equal(MediumFault.Exists, Assert.Throws<MediumException>(() => MediumWriter.Create(_stick.Root, "payload.age")).Fault);
        Assert.Equal("first", File.ReadAllText(_stick["payload.age"]));
    }

    [Fact]
    public void A_link_is_not_written_through()
    {
        File.CreateSymbolicLink(_stick["payload.age"], _stick["elsewhere"]);

        Assert.Equal(MediumFault.Exists, Assert.Throws<MediumException>(() => MediumWriter.Create(_stick.Root, "payload.age")).Fault);
        Assert.False(File.Exists(_stick["elsewhere"]));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_not_mounted() =>
        Assert.Equal(MediumFault.NotMounted, Assert.Throws<MediumException>(() => MediumWriter.Create(_stick["none"], "payload.age")).Fault);

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a:b")]
    [InlineData("a\nb")]
    public void A_name_that_could_lead_elsewhere_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => MediumWriter.Create(_stick.Root, name));

    [Fact]
    public void Progress_is_what_the_device_has_taken()
    {
        List<long> heard = [];
        using var writer = MediumWriter.Create(_stick.Root, "payload.age", new Direct(heard.Add));
        writer.Write(new byte[9 * 1024 * 1024]);
        Assert.Equal([4L * 1024 * 1024, 8L * 1024 * 1024], heard);
        writer.Complete();
        Assert.Equal(9L * 1024 * 1024, heard[^1]);
    }

    [Fact]
    public void A_small_file_is_written_whole()
    {
        MediumWriter.WriteSmallFile(_stick.Root, "IF-FOUND.txt", Encoding.UTF8.GetBytes("拾得物"));
        Assert.Equal("拾得物", File.ReadAllText(_stick["IF-FOUND.txt"]));
    }

    private sealed class Direct(Action<long> hear) : IProgress<long>
    {
        public void Report(long value) => hear(value);
    }
}
