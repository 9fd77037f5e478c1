using System.IO.Pipes;

namespace Azukari.Age.Tests;

public sealed class BoundsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Memory_does_not_grow_with_the_file(int threads)
    {
        using var identity = HybridIdentity.Generate();
        var piece = Sizes.Plaintext(1 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using (var writer = AgeFile.CreateWriter(Stream.Null, [identity.Recipient], new AgeWriteOptions { Threads = threads }))
        {
            for (var i = 0; i < 256; i++)
            {
                writer.Write(piece);
            }
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2L << 20);
    }

    [Fact]
    [Trait("Run", "deep")]
    public async Task A_file_beyond_four_GiB_comes_back_whole()
    {
        const long size = (4L << 30) + 12_345;
        using var identity = HybridIdentity.Generate();
        await using var file = new AnonymousPipeServerStream(PipeDirection.Out);
        await using var source = new AnonymousPipeClientStream(PipeDirection.In, file.ClientSafePipeHandle);
        var piece = Sizes.Plaintext(1 << 20);
        var writing = Task.Run(async () =>
        {
            await using var writer = AgeFile.CreateWriter(file, [identity.Recipient], new AgeWriteOptions { CloseDestination = true });
            for (var left = size; left > 0; left -= Math.Min(left, piece.Length))
            {
                await writer.WriteAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)));
            }
        });

        await using var reader = await AgeFile.OpenReaderAsync(source, [identity]);
        var part = new byte[1 << 20];
        var total = 0L;
        for (int read; (read = await reader.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false)) > 0; total += read)
        {
            Assert.True(part.AsSpan(0, read).SequenceEqual(piece.AsSpan(0, read)));
        }

        await writing;
        Assert.Equal(size, total);
    }

    [Theory]
    [InlineData(0, 1, 16)]
    [InlineData(1, 1, 17)]
    [InlineData(65536, 1, 65552)]
    [InlineData(65537, 2, 65569)]
    [InlineData(1L << 50, 1L << 34, (1L << 50) + (1L << 38))]
    public void A_payloads_size_and_its_plaintexts_say_each_other(long plaintext, long chunks, long payload)
    {
        Assert.Equal(chunks, PayloadSizes.Chunks(plaintext));
        Assert.Equal(payload, PayloadSizes.Sealed(plaintext));
        Assert.Equal(plaintext, PayloadSizes.Plaintext(payload));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(65552 + 1)]
    [InlineData(65552 + 16)]
    public void No_plaintext_has_such_a_payload(long payload) => Assert.Null(PayloadSizes.Plaintext(payload));
}
