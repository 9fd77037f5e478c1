namespace Azukari.Age.Tests;

public sealed class WriterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(3_000_000)]
    public void An_aborted_file_is_refused_by_every_reader(int size)
    {
        using var identity = HybridIdentity.Generate();
        using var file = new MemoryStream();
        using (var writer = AgeFile.CreateWriter(file, [identity.Recipient]))
        {
            writer.Write(Sizes.Plaintext(size));
            writer.Abort();
        }

        Assert.Throws<AgeException>(() => AgeFile.Decrypt(file.ToArray(), [identity]));
    }

    [Fact]
    public void Nothing_can_be_written_after_giving_up()
    {
        using var identity = HybridIdentity.Generate();
        using var writer = AgeFile.CreateWriter(new MemoryStream(), [identity.Recipient]);
        writer.Abort();

        Assert.False(writer.CanWrite);
        Assert.Throws<InvalidOperationException>(() => writer.WriteByte(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_destination_that_fails_never_gets_an_end(int threads)
    {
        using var identity = HybridIdentity.Generate();
        using var medium = new FullMedium(1_000_000);
        var writer = AgeFile.CreateWriter(medium, [identity.Recipient], new AgeWriteOptions { Threads = threads });

        Assert.Throws<IOException>(() => writer.Write(Sizes.Plaintext(4_000_000)));
        var reached = medium.Length;
        medium.Room = long.MaxValue;
        writer.Dispose();

        Assert.Equal(reached, medium.Length);
        Assert.Throws<AgeException>(() => AgeFile.Decrypt(medium.ToArray(), [identity]));
    }

    [Fact]
    public async Task A_cancelled_write_never_gets_an_end()
    {
        using var identity = HybridIdentity.Generate();
        using var file = new MemoryStream();
        var writer = AgeFile.CreateWriter(file, [identity.Recipient], new AgeWriteOptions { Threads = 1 });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await writer.WriteAsync(Sizes.Plaintext(4_000_000), new CancellationToken(canceled: true)));
        await writer.DisposeAsync();

        Assert.Throws<AgeException>(() => AgeFile.Decrypt(file.ToArray(), [identity]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_destination_is_closed_only_if_asked(bool close)
    {
        using var identity = HybridIdentity.Generate();
        using var file = new MemoryStream();
        AgeFile.CreateWriter(file, [identity.Recipient], new AgeWriteOptions { CloseDestination = close }).Dispose();

        Assert.Equal(!close, file.CanWrite);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_source_is_closed_only_if_asked(bool close)
    {
        using var identity = HybridIdentity.Generate();
        using var forward = new MemoryStream(AgeFile.Encrypt([], [identity.Recipient]));
        using var seekable = new MemoryStream(forward.ToArray());
        AgeFile.OpenReader(forward, [identity], new AgeReadOptions { CloseSource = close }).Dispose();
        AgeFile.OpenSeekable(seekable, [identity], new AgeReadOptions { CloseSource = close }).Dispose();

        Assert.Equal(!close, forward.CanRead);
        Assert.Equal(!close, seekable.CanRead);
    }

    [Fact]
    public void Disposing_twice_writes_one_end()
    {
        using var identity = HybridIdentity.Generate();
        using var file = new MemoryStream();
        var writer = AgeFile.CreateWriter(file, [identity.Recipient]);
        writer.Dispose();
        writer.Dispose();

        Assert.Empty(AgeFile.Decrypt(file.ToArray(), [identity]));
        Assert.Throws<ObjectDisposedException>(() => writer.WriteByte(1));
    }

    [Fact]
    public void Two_files_of_one_plaintext_have_nothing_in_common_but_their_size()
    {
        using var identity = HybridIdentity.Generate();
        var first = AgeFile.Encrypt(Sizes.Plaintext(1000), [identity.Recipient]);
        var second = AgeFile.Encrypt(Sizes.Plaintext(1000), [identity.Recipient]);

        Assert.Equal(first.Length, second.Length);
        Assert.NotEqual(first[1627..1643], second[1627..1643]);
        Assert.NotEqual(first[1643..1700], second[1643..1700]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void Threads_have_bounds(int threads)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AgeWriteOptions { Threads = threads });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AgeReadOptions { Threads = threads });
    }

    private sealed class FullMedium(long room) : MemoryStream
    {
        public long Room { get; set; } = room;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Length + buffer.Length > Room)
            {
                throw new IOException("no space left");
            }

            base.Write(buffer);
        }
    }
}
