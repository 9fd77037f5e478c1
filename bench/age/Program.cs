using System.Diagnostics;
using System.Security.Cryptography;
using Azukari.Age;

// Memory to memory, best of several runs, beside the platform's ChaCha20-Poly1305 on bare 64 KiB chunks. Ratios hold; absolute times depend on the machine.
const int size = 512 << 20;
const int step = 1 << 20;
var plaintext = RandomNumberGenerator.GetBytes(size);
var file = new byte[size + (4 << 20)];
using var identity = HybridIdentity.Generate();

var bare = Measure(Bare);
Console.WriteLine($"bare chunks        {bare,6:f2} GB/s");
foreach (var threads in new[] { 1, 2 })
{
    var written = 0L;
    var writing = Measure(() => written = Write(threads));
    var reading = Measure(() => Read(threads, (int)written));
    Console.WriteLine($"{threads} thread(s), write {writing,6:f2} GB/s {writing / bare,5:p0}   read {reading,6:f2} GB/s {reading / bare,5:p0}");
}

var envelope = AgeFile.Encrypt(plaintext.AsSpan(0, 200), [identity.Recipient]);
Console.WriteLine($"envelope, encrypt  {Microseconds(() => AgeFile.Encrypt(plaintext.AsSpan(0, 200), [identity.Recipient])),6:f0} µs");
Console.WriteLine($"envelope, decrypt  {Microseconds(() => AgeFile.Decrypt(envelope, [identity])),6:f0} µs");

void Bare()
{
    Span<byte> nonce = stackalloc byte[12];
    using var cipher = new ChaCha20Poly1305(nonce.ToArray().Concat(new byte[20]).ToArray());
    for (var at = 0; at < size; at += 65536)
    {
        cipher.Encrypt(nonce, plaintext.AsSpan(at, 65536), file.AsSpan(at, 65536), file.AsSpan(size, 16));
    }
}

long Write(int threads)
{
    using var destination = new MemoryStream(file);
    using (var writer = AgeFile.CreateWriter(destination, [identity.Recipient], new AgeWriteOptions { Threads = threads }))
    {
        for (var at = 0; at < size; at += step)
        {
            writer.Write(plaintext, at, step);
        }
    }

    return destination.Position;
}

void Read(int threads, int length)
{
    using var reader = AgeFile.OpenReader(new MemoryStream(file, 0, length), [identity], new AgeReadOptions { Threads = threads });
    var part = new byte[step];
    while (reader.Read(part) > 0)
    {
    }
}

static double Measure(Action run) => size / Best(run, 6) / 1e9;

static double Microseconds(Action run) => Best(run, 200) * 1e6;

static double Best(Action run, int times) => Enumerable.Range(0, times).Min(_ =>
{
    var watch = Stopwatch.StartNew();
    run();
    return watch.Elapsed.TotalSeconds;
});
