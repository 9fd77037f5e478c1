using System.Diagnostics;
using System.Security.Cryptography;

namespace Azukari.Age.Bench;

/// <summary>Memory to memory, beside the platform's ChaCha20-Poly1305 on bare 64 KiB chunks.</summary>
internal sealed class Memory(int rounds)
{
    private const int Size = 256 << 20;
    private const int Step = 1 << 20;

    private readonly byte[] plaintext = RandomNumberGenerator.GetBytes(Size);
    private readonly byte[] file = new byte[Size + (4 << 20)], back = new byte[Size];
    private readonly HybridIdentity identity = HybridIdentity.Generate();
    private byte[] sealedFile = [];

    internal void Run()
    {
        Console.WriteLine($"\nmemory to memory, best of {rounds}, against the platform's cipher in the same round");
        Console.WriteLine($"  openssl speed, 64 KiB     {OpenSsl(),6:f2} GB/s");
        Row("encrypt, 1 thread", () => Encrypt(1), 1);
        Row("encrypt, 2 threads", () => Encrypt(2), 2);
        var length = Encrypt(2);
        sealedFile = file.AsSpan(0, length).ToArray(); // the bare cipher writes over the other
        Row("decrypt, 1 thread", () => Decrypt(1), 1);
        Row("decrypt, 2 threads", () => Decrypt(2), 2);
        Row("write a stream, 1 thread", () => Write(1), 1);
        Row("write a stream, 2 threads", () => Write(2), 2);
        Row("read a stream, 1 thread", () => Read(1), 1);
        Row("read a stream, 2 threads", () => Read(2), 2);
        Allocations();
        var envelope = AgeFile.Encrypt(plaintext.AsSpan(0, 200), [identity.Recipient]);
        Console.WriteLine($"  envelope of 200 bytes, post-quantum: encrypt {Microseconds(() => AgeFile.Encrypt(plaintext.AsSpan(0, 200), [identity.Recipient])):f0} µs, decrypt {Microseconds(() => AgeFile.Decrypt(envelope, [identity])):f0} µs");
    }

    // As many threads seal with the bare cipher at the same time: cores share memory, and some share a core.
    private void Row(string name, Action run, int threads)
    {
        double best = double.MaxValue, bare = double.MaxValue;
        for (var round = 0; round <= rounds; round++)
        {
            bare = Math.Min(bare, Seconds(() => Bare(threads)));
            best = Math.Min(best, Seconds(run));
        }

        Console.WriteLine($"  {name,-25} {Size / best / 1e9,6:f2} GB/s  {bare / best,4:p0} of the bare cipher's {Size / bare / 1e9:f2} GB/s on as many threads");
    }

    private void Allocations()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Write(2);
        var written = GC.GetTotalAllocatedBytes(precise: true);
        Read(2);
        var read = GC.GetTotalAllocatedBytes(precise: true);
        const double mebibytes = Size / 1048576.0;
        Console.WriteLine($"  allocated for each MiB: write {(written - before) / mebibytes:n0} bytes, read {(read - written) / mebibytes:n0} bytes (buffers of the whole run included)");
    }

    private void Bare(int threads)
    {
        if (threads == 1) BareSeal(0, Size);
        else Task.WaitAll(Enumerable.Range(0, threads).Select(number => Task.Run(() => BareSeal(Size / threads * number, Size / threads))));
    }

    private void BareSeal(int start, int length)
    {
        Span<byte> nonce = stackalloc byte[12], tag = stackalloc byte[16];
        using var cipher = new ChaCha20Poly1305(new byte[32]);
        for (var at = start; at < start + length; at += 65536) cipher.Encrypt(nonce, plaintext.AsSpan(at, 65536), file.AsSpan(at, 65536), tag);
    }

    private int Encrypt(int threads) => AgeFile.Encrypt(plaintext, [identity.Recipient], file, new AgeWriteOptions { Threads = threads });

    private void Decrypt(int threads) => AgeFile.Decrypt(sealedFile, [identity], back, new AgeReadOptions { Threads = threads });

    private long Write(int threads)
    {
        using var destination = new MemoryStream(file);
        using (var writer = AgeFile.CreateWriter(destination, [identity.Recipient], new AgeWriteOptions { Threads = threads }))
        {
            for (var at = 0; at < Size; at += Step) writer.Write(plaintext, at, Step);
        }

        return destination.Position;
    }

    private void Read(int threads)
    {
        using var reader = AgeFile.OpenReader(new MemoryStream(sealedFile), [identity], new AgeReadOptions { Threads = threads });
        var part = new byte[Step];
        while (reader.Read(part) > 0)
        {
        }
    }

    // Its last line is the cipher's name and thousands of bytes a second.
    private static double OpenSsl()
    {
        var last = Measured.Output("openssl", "speed", "-evp", "ChaCha20-Poly1305", "-bytes", "65536", "-seconds", "2").Trim().Split('\n')[^1];
        return double.Parse(last.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1].TrimEnd('k'), System.Globalization.CultureInfo.InvariantCulture) / 1e6;
    }

    private static double Microseconds(Action run) => Enumerable.Range(0, 300).Min(_ => Seconds(run)) * 1e6;

    private static double Seconds(Action run)
    {
        var watch = Stopwatch.StartNew();
        run();
        return watch.Elapsed.TotalSeconds;
    }
}
