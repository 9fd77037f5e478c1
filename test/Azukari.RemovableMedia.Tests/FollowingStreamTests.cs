using System.Security.Cryptography;

namespace Azukari.RemovableMedia.Tests;

/// <summary>R12: what is on the medium is read back while the rest is still being written.</summary>
public sealed class FollowingStreamTests : IDisposable
{
    private const int Block = 4 * 1024 * 1024;
    private readonly ScratchFolder folder = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4097)]
    public async Task What_the_device_has_taken_is_read_before_the_rest_is_written(int rest)
    {
        var content = RandomNumberGenerator.GetBytes((2 * Block) + rest);
        await using var following = new FollowingStream(folder["payload.age"]);
        await using var writer = MediumWriter.Create(folder.Root, "payload.age", new Taken(following), Cancel);
        writer.Write(content.AsSpan(0, 2 * Block));

        var taken = new byte[2 * Block];
        await following.ReadExactlyAsync(taken, Cancel);
        Assert.Equal(content[..(2 * Block)], taken);

        var more = following.ReadAsync(new byte[Block], Cancel).AsTask();
        writer.Write(content.AsSpan(2 * Block));
        Assert.False(more.IsCompleted);
        writer.Complete();
        Assert.False(more.IsCompleted); // That it is whole, only its writer knows.
        following.Whole();

        Assert.Equal(rest, await more);
        Assert.Equal(0, await following.ReadAsync(new byte[1], Cancel));
        Assert.Equal(content.Length, following.Position);
    }

    [Fact]
    public async Task Part_of_a_block_is_not_yet_there()
    {
        await File.WriteAllBytesAsync(folder["payload.age"], RandomNumberGenerator.GetBytes(Block), Cancel);
        await using var following = new FollowingStream(folder["payload.age"]);
        following.Taken(Block - 1);

        var read = following.ReadAsync(new byte[1], Cancel).AsTask();
        Assert.False(read.IsCompleted);
        following.Taken(Block);

        Assert.Equal(1, await read);
    }

    [Fact]
    public async Task What_can_no_longer_be_read_is_said_at_once()
    {
        await using var following = new FollowingStream(folder["payload.age"]);
        following.Taken(Block);

        var gone = await Assert.ThrowsAsync<MediumException>(async () => await following.ReadExactlyAsync(new byte[1], Cancel));

        Assert.Equal(MediumFault.ReadError, gone.Fault);
    }

    [Fact]
    public async Task Whoever_waits_for_more_can_be_called_off()
    {
        using var off = new CancellationTokenSource();
        await using var following = new FollowingStream(folder["payload.age"]);
        var read = following.ReadAsync(new byte[1], off.Token).AsTask();

        await off.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    [Fact]
    public async Task The_device_answers_and_not_the_page_cache()
    {
        using var stick = MountedMedium.Ext4(32);
        var content = RandomNumberGenerator.GetBytes(2 * Block);
        await using var following = new FollowingStream(stick["payload.age"]);
        await using var writer = MediumWriter.Create(stick.Root, "payload.age", new Taken(following), Cancel);
        writer.Write(content);
        var changed = MediumReaderTests.ChangeOnTheDevice(stick, content);

        var read = new byte[content.Length];
        await following.ReadExactlyAsync(read, Cancel);

        Assert.Equal(changed, read);
    }

    public void Dispose() => folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed class Taken(FollowingStream following) : IProgress<long>
    {
        public void Report(long value) => following.Taken(value);
    }
}
