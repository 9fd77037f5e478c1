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

    [Theory]
    [MemberData(nameof(SizesAndThreads))]
    public void What_is_encrypted_into_ones_own_memory_comes_back_into_it(int size, int threads)
    {
        using var identity = HybridIdentity.Generate();
        var plaintext = Sizes.Plaintext(size);
        var file = new byte[AgeFile.SizeOf(size, [identity.Recipient])];
        var back = new byte[size + 3];

        Assert.Equal(file.Length, AgeFile.Encrypt(plaintext, [identity.Recipient], file, new() { Threads = threads }));
        Assert.Equal(size, AgeFile.Decrypt(file, [identity], back, new() { Threads = threads }));

        Assert.Equal(plaintext, back[..size]);
        Assert.Equal(plaintext, AgeFile.Decrypt(file, [identity]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_a_damaged_file_nothing_stays_in_ones_own_memory(int threads)
    {
        using var identity = HybridIdentity.Generate();
        var file = AgeFile.Encrypt(Sizes.Plaintext(40 * 65536), [identity.Recipient]);
        file[^70_000] ^= 1; // The last chunk but one.
        var back = new byte[40 * 65536];

        var refused = Assert.Throws<AgeException>(() => AgeFile.Decrypt(file, [identity], back, new() { Threads = threads }));

        Assert.Equal(AgeFault.PayloadFailure, refused.Fault);
        Assert.False(back.AsSpan().ContainsAnyExcept((byte)0));
    }

    [Fact]
    public void Ones_own_memory_must_be_large_enough_and_apart()
    {
        using var identity = X25519Identity.Generate();
        var both = new byte[1000];
        Assert.Throws<ArgumentException>(() => AgeFile.Encrypt(both.AsMemory(0, 100), [identity.Recipient], new byte[AgeFile.SizeOf(100, [identity.Recipient]) - 1]));
        Assert.Throws<ArgumentException>(() => AgeFile.Encrypt(both.AsMemory(0, 100), [identity.Recipient], both.AsMemory(99)));
        var file = AgeFile.Encrypt(both.AsSpan(0, 100), [identity.Recipient]);
        Assert.Throws<ArgumentException>(() => AgeFile.Decrypt(file, [identity], new byte[99]));
        Assert.Throws<ArgumentException>(() => AgeFile.Decrypt(file, [identity], file));
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
