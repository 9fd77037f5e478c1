namespace Azukari.Age.Tests;

public sealed class RoundTripTests
{
    public static TheoryData<int, int> SizesAndThreads()
    {
        var rows = new TheoryData<int, int>();
        foreach (var size in Sizes.All)
        {
            rows.Add(size, 1);
            rows.Add(size, 2);
            rows.Add(size, 5);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(SizesAndThreads))]
    public void What_the_writer_takes_every_reader_gives_back(int size, int threads)
    {
        using var identity = HybridIdentity.Generate();
        var plaintext = Sizes.Plaintext(size);
        using var file = new MemoryStream();
        using (var writer = AgeFile.CreateWriter(file, [identity.Recipient], new AgeWriteOptions { Threads = threads }))
        {
            WriteInUnevenSteps(writer, plaintext);
        }

        Assert.Equal(PayloadSizes.Sealed(size) + 1627 + 16, file.Length);
        Assert.Equal(plaintext, AgeFile.Decrypt(file.ToArray(), [identity]));
        Assert.Equal(plaintext, ReadForward(file, identity, threads));
        file.Position = 0;
        using var seekable = AgeFile.OpenSeekable(file, [identity]);
        Assert.Equal(size, seekable.Length);
        Assert.Equal(plaintext, ReadAll(seekable));
    }

    [Theory]
    [MemberData(nameof(SizesAndThreads))]
    public async Task What_the_asynchronous_writer_takes_the_asynchronous_reader_gives_back(int size, int threads)
    {
        using var identity = X25519Identity.Generate();
        var plaintext = Sizes.Plaintext(size);
        using var file = new MemoryStream();
        await using (var writer = AgeFile.CreateWriter(file, [identity.Recipient], new AgeWriteOptions { Threads = threads }))
        {
            await new MemoryStream(plaintext).CopyToAsync(writer, 10_007);
        }

        file.Position = 0;
        await using var reader = await AgeFile.OpenReaderAsync(file, [identity], new AgeReadOptions { Threads = threads });
        using var read = new MemoryStream();
        await reader.CopyToAsync(read, 7_919);

        Assert.Equal(plaintext, read.ToArray());
    }

    [Theory]
    [MemberData(nameof(SizesAndThreads))]
    public void What_is_encrypted_in_memory_every_reader_gives_back(int size, int threads)
    {
        using var identity = HybridIdentity.Generate();
        var plaintext = Sizes.Plaintext(size);

        var file = AgeFile.Encrypt(plaintext, [identity.Recipient]);

        Assert.Equal(plaintext, AgeFile.Decrypt(file, [identity]));
        Assert.Equal(plaintext, ReadForward(new MemoryStream(file), identity, threads));
    }

    [Fact]
    public void A_file_on_disk_is_read_at_any_offset_through_its_handle()
    {
        using var identity = HybridIdentity.Generate();
        var plaintext = Sizes.Plaintext(200_000);
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, AgeFile.Encrypt(plaintext, [identity.Recipient]));
            using var handle = File.OpenHandle(path);
            using var reader = AgeFile.OpenSeekable(handle, [identity]);
            foreach (var offset in new[] { 199_999, 0, 65_530, 131_072, 65_536, 200_000, 300_000 })
            {
                reader.Position = offset;
                var part = new byte[Math.Clamp(plaintext.Length - offset, 0, 100)];
                reader.ReadExactly(part);
                Assert.Equal(plaintext.AsSpan(Math.Min(offset, plaintext.Length), part.Length).ToArray(), part);
            }

            Assert.Equal(0, reader.Read(new byte[1]));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Every_recipient_opens_the_file_and_nobody_else_does()
    {
        using var first = HybridIdentity.Generate();
        using var second = HybridIdentity.Generate();
        using var stranger = HybridIdentity.Generate();

        var file = AgeFile.Encrypt("roll"u8, [first.Recipient, second.Recipient]);

        Assert.Equal("roll"u8, AgeFile.Decrypt(file, [first]));
        Assert.Equal("roll"u8, AgeFile.Decrypt(file, [stranger, second]));
        Assert.Equal(AgeFault.NoMatch, Assert.Throws<AgeException>(() => AgeFile.Decrypt(file, [stranger])).Fault);
    }

    private static void WriteInUnevenSteps(Stream writer, byte[] plaintext)
    {
        var steps = new Random(plaintext.Length);
        for (var at = 0; at < plaintext.Length;)
        {
            var length = Math.Min(plaintext.Length - at, steps.Next(1, 200_000));
            writer.Write(plaintext, at, length);
            at += length;
        }
    }

    private static byte[] ReadForward(MemoryStream file, AgeIdentity identity, int threads)
    {
        file.Position = 0;
        using var reader = AgeFile.OpenReader(file, [identity], new AgeReadOptions { Threads = threads });
        return ReadAll(reader);
    }

    private static byte[] ReadAll(Stream reader)
    {
        using var read = new MemoryStream();
        reader.CopyTo(read, 50_021);
        return read.ToArray();
    }
}
