using System.Security.Cryptography;

namespace Azukari.Age.Bench;

/// <summary>Many small files in one process, beside the same work in memory, which is the library's own rate.</summary>
internal sealed class Small(string folder, int count, int rounds, X25519Identity identity)
{
    private const int Size = 16 * 1024;
    private const int StockCount = 200; // a process each: scaled up

    private readonly byte[] plain = RandomNumberGenerator.GetBytes(Size);

    internal void Run()
    {
        for (var i = 0; i < count; i++) File.WriteAllBytes(Plain(i), plain);

        var file = AgeFile.Encrypt(plain, [identity.Recipient]);
        File.WriteAllBytes(Key, identity.EncodeUtf8());
        Console.WriteLine($"\n16 KiB x {count:N0}, seconds, best of {rounds}");
        Compare("encrypt", () => AgeFile.Encrypt(plain, [identity.Recipient]), i => Encrypt(i), i => Measured.Program("age", "-r", $"{identity.Recipient}", "-o", Stock(i), Plain(i)));
        for (var i = 0; i < count; i++) Encrypt(i);
        Compare("decrypt", () => AgeFile.Decrypt(file, [identity]), Decrypt, i => Measured.Program("age", "-d", "-i", Key, "-o", Stock(i), Sealed(i)));
    }

    private void Compare(string what, Action memory, Action<int> onDisk, Action<int> stock)
    {
        double inMemory = double.MaxValue, inFiles = double.MaxValue, byStock = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            inMemory = Math.Min(inMemory, Measured.Here(() => Repeat(count, _ => memory())).Seconds);
            inFiles = Math.Min(inFiles, Measured.Here(() => Repeat(count, onDisk)).Seconds);
            byStock = Math.Min(byStock, Measured.Here(() => Repeat(StockCount, stock)).Seconds * count / StockCount);
        }

        Console.WriteLine($"  {what}: in memory {inMemory:f2}, file to file {inFiles:f2} ({inFiles / inMemory:f2} x), stock age, a process each {byStock:f1}");
    }

    private static void Repeat(int times, Action<int> run)
    {
        for (var i = 0; i < times; i++) run(i);
    }

    private void Encrypt(int i)
    {
        using var source = File.OpenHandle(Plain(i));
        using var destination = File.OpenHandle(Sealed(i), FileMode.Create, FileAccess.ReadWrite);
        AgeTransfer.EncryptAsync(source, destination, [identity.Recipient]).Wait();
    }

    private void Decrypt(int i)
    {
        using var source = File.OpenHandle(Sealed(i));
        using var destination = File.OpenHandle(Back(i), FileMode.Create, FileAccess.ReadWrite);
        AgeTransfer.DecryptAsync(source, destination, [identity]).Wait();
    }

    private string Plain(int i) => Path.Combine(folder, $"{i}");

    private string Sealed(int i) => Path.Combine(folder, $"{i}.age");

    private string Back(int i) => Path.Combine(folder, $"{i}.back");

    private string Stock(int i) => Path.Combine(folder, $"{i}.stock");

    private string Key => Path.Combine(folder, "key");
}
