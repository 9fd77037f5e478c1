namespace Azukari.Age.Tests;

// Whole files between streams and between open files.
public sealed class TransferTests : IDisposable
{
    private readonly HybridIdentity identity = HybridIdentity.Generate();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("azukari-age-");

    public void Dispose()
    {
        identity.Dispose();
        folder.Delete(recursive: true);
    }

    public static TheoryData<int, int> SizesAndThreads => RoundTripTests.SizesAndThreads();

    [Theory]
    [MemberData(nameof(SizesAndThreads))]
    public async Task A_file_on_disk_comes_back_and_every_reader_reads_it(int size, int threads)
    {
        var plaintext = Sizes.Plaintext(size);
        var (plain, age, back) = (Place("plain"), Place("age"), Place("back"));
        await File.WriteAllBytesAsync(plain, plaintext);

        Assert.Equal(size, await EncryptAsync(plain, age, threads));
        Assert.Equal(size, await DecryptAsync(age, back, threads));

        Assert.Equal(plaintext, await File.ReadAllBytesAsync(back));
        Assert.Equal(plaintext, AgeFile.Decrypt(await File.ReadAllBytesAsync(age), [identity]));
        Assert.Equal(AgeFile.SizeOf(size, [identity.Recipient]), new FileInfo(age).Length);
        using var handle = File.OpenHandle(age);
        Assert.Equal((size, true), (AgeFile.Inspect(handle).PlaintextSize, AgeFile.Inspect(handle).HasExactlyOneHybridStanza));
    }

    [Theory]
    [MemberData(nameof(SizesAndThreads))]
    public async Task A_stream_comes_back_and_its_progress_ends_at_its_size(int size, int threads)
    {
        var plaintext = Sizes.Plaintext(size);
        using var age = new MemoryStream();
        using var back = new MemoryStream();
        var (sealing, opening) = (new Steps(), new Steps());

        Assert.Equal(size, await AgeTransfer.EncryptAsync(new MemoryStream(plaintext), age, [identity.Recipient], new AgeWriteOptions { Threads = threads }, sealing));
        age.Position = 0;
        Assert.Equal(size, await AgeTransfer.DecryptAsync(age, back, [identity], new AgeReadOptions { Threads = threads }, opening));

        Assert.Equal(plaintext, back.ToArray());
        Assert.All([sealing, opening], steps => Assert.Equal(size, steps.AssertGrowing()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Progress_of_a_file_grows_to_its_size(int threads)
    {
        await File.WriteAllBytesAsync(Place("plain"), Sizes.Plaintext(5_000_000));
        var (sealing, opening) = (new Steps(), new Steps());

        await EncryptAsync(Place("plain"), Place("age"), threads, sealing);
        await DecryptAsync(Place("age"), Place("back"), threads, opening);

        Assert.All([sealing, opening], steps => Assert.Equal(5_000_000, steps.AssertGrowing()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(75)]
    public async Task An_altered_chunk_leaves_nothing_in_the_destination(int chunk)
    {
        var age = AgeFile.Encrypt(Sizes.Plaintext(5_000_000), [identity.Recipient]);
        age[1643 + (chunk * 65552) + 99] ^= 1;
        await File.WriteAllBytesAsync(Place("age"), age);

        Assert.Equal(AgeFault.PayloadFailure, (await Assert.ThrowsAsync<AgeException>(() => DecryptAsync(Place("age"), Place("back"), 3))).Fault);
        Assert.Equal(0, new FileInfo(Place("back")).Length);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-65552)]
    [InlineData(1)]
    public async Task A_cut_or_extended_file_is_refused_before_the_destination_is_touched(int bytes)
    {
        var age = AgeFile.Encrypt(Sizes.Plaintext(5_000_000), [identity.Recipient]);
        await File.WriteAllBytesAsync(Place("age"), bytes < 0 ? age[..^-bytes] : [.. age, .. new byte[bytes]]);
        using var source = File.OpenHandle(Place("age"));
        using var destination = File.OpenHandle(Place("back"), FileMode.CreateNew, FileAccess.ReadWrite);
        var steps = new Steps();

        await Assert.ThrowsAsync<AgeException>(() => AgeTransfer.DecryptAsync(source, destination, [identity], progress: steps));
        Assert.Equal((0, 0L), (steps.Count, RandomAccess.GetLength(destination)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_cancelled_in_the_middle_leaves_nothing(bool encrypting)
    {
        await File.WriteAllBytesAsync(Place("plain"), Sizes.Plaintext(20_000_000));
        await EncryptAsync(Place("plain"), Place("age"), 2);
        using var cancellation = new CancellationTokenSource();
        var steps = new Steps(afterFirst: cancellation.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => encrypting
            ? EncryptAsync(Place("plain"), Place("out"), 2, steps, cancellation.Token)
            : DecryptAsync(Place("age"), Place("out"), 2, steps, cancellation.Token));
        Assert.Equal(0, new FileInfo(Place("out")).Length);
    }

    [Fact]
    public async Task A_cancelled_stream_gets_no_end()
    {
        using var age = new MemoryStream();
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            AgeTransfer.EncryptAsync(new MemoryStream(Sizes.Plaintext(20_000_000)), age, [identity.Recipient], null, new Steps(afterFirst: cancellation.Cancel), cancellation.Token));
        Assert.Throws<AgeException>(() => AgeFile.Decrypt(age.ToArray(), [identity]));
    }

    [Fact]
    public async Task A_destination_that_holds_something_is_not_touched()
    {
        await File.WriteAllBytesAsync(Place("plain"), [1]);
        await File.WriteAllBytesAsync(Place("there"), [2]);

        using (var source = File.OpenHandle(Place("plain")))
        using (var there = File.OpenHandle(Place("there"), FileMode.Open, FileAccess.ReadWrite))
        {
            await Assert.ThrowsAsync<ArgumentException>(() => AgeTransfer.EncryptAsync(source, there, [identity.Recipient]));
            await Assert.ThrowsAsync<ArgumentException>(() => AgeTransfer.DecryptAsync(source, there, [identity]));
        }

        Assert.Equal([2], await File.ReadAllBytesAsync(Place("there")));
    }

    [Fact]
    public async Task A_source_that_grows_meanwhile_is_refused()
    {
        await File.WriteAllBytesAsync(Place("plain"), Sizes.Plaintext(3_000_000));

        await Assert.ThrowsAsync<IOException>(() => EncryptAsync(Place("plain"), Place("age"), 2, new Steps(afterFirst: () => File.AppendAllText(Place("plain"), "more"))));
        Assert.Equal(0, new FileInfo(Place("age")).Length);
    }

    private string Place(string name) => Path.Combine(folder.FullName, name);

    private async Task<long> EncryptAsync(string from, string to, int threads, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        using var source = File.OpenHandle(from, share: FileShare.ReadWrite);
        using var destination = File.OpenHandle(to, FileMode.CreateNew, FileAccess.ReadWrite);
        return await AgeTransfer.EncryptAsync(source, destination, [identity.Recipient], new AgeWriteOptions { Threads = threads }, progress, cancellation);
    }

    private async Task<long> DecryptAsync(string from, string to, int threads, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        using var source = File.OpenHandle(from);
        using var destination = File.OpenHandle(to, FileMode.CreateNew, FileAccess.ReadWrite);
        return await AgeTransfer.DecryptAsync(source, destination, [identity], new AgeReadOptions { Threads = threads }, progress, cancellation);
    }

    private sealed class Steps(Action? afterFirst = null) : IProgress<long>
    {
        private readonly List<long> told = [];

        public int Count => told.Count;

        public void Report(long value)
        {
            told.Add(value);
            if (told.Count == 1)
            {
                afterFirst?.Invoke();
            }
        }

        public long AssertGrowing()
        {
            Assert.Equal(told.Order(), told);
            return told.Count == 0 ? 0 : told[^1];
        }
    }
}
