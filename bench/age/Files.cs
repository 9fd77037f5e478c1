using System.Globalization;
using System.Security.Cryptography;

namespace Azukari.Age.Bench;

/// <summary>File to file, beside stock age and a plain copy, in turns, so that all of them meet the same neighbours.</summary>
internal sealed class Files(string folder, int mebibytes, int rounds, X25519Identity identity)
{
    private readonly string plain = Path.Combine(folder, "plain");
    private readonly string output = Path.Combine(folder, "out");
    private readonly string sealedFile = Path.Combine(folder, "sealed");
    private readonly string keyFile = Path.Combine(folder, "key");

    internal void Run()
    {
        Prepare();
        (string Name, Func<Measured> Run)[] rows =
        [
            ("cp", () => Measured.Program("cp", plain, output)),
            ("the cipher alone", () => Measured.Here(Cipher)),
            ("encrypt, stock age", () => Measured.Program("age", "-r", $"{identity.Recipient}", "-o", output, plain)),
            ("encrypt, 1 thread", () => Measured.Here(() => Encrypt(1))),
            ("encrypt, 2 threads", () => Measured.Here(() => Encrypt(2))),
            ("decrypt, stock age", () => Measured.Program("age", "-d", "-i", keyFile, "-o", output, sealedFile)),
            ("decrypt, 1 thread", () => Measured.Here(() => Decrypt(1))),
            ("decrypt, 2 threads", () => Measured.Here(() => Decrypt(2))),
        ];
        var runs = rows.Select(_ => new List<Measured>()).ToList();
        for (var round = 0; round <= rounds; round++)
        {
            for (var row = 0; row < rows.Length; row++)
            {
                File.Delete(output);
                var measured = rows[row].Run();
                if (round > 0) runs[row].Add(measured); // the first round warms up
            }
        }

        Print(rows, runs);
    }

    private void Prepare()
    {
        var piece = RandomNumberGenerator.GetBytes(1 << 20);
        using (var file = File.Create(plain))
        {
            for (var i = 0; i < mebibytes; i++) file.Write(piece);
        }

        File.WriteAllBytes(keyFile, identity.EncodeUtf8());
        Encrypt(2);
        File.Move(output, sealedFile);
    }

    private void Print((string Name, Func<Measured> Run)[] rows, List<List<Measured>> runs)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{mebibytes} MiB, file to file on {folder}, best of {rounds}; against stock age: best to best, and the median of the rounds"));
        for (var row = 0; row < rows.Length; row++)
        {
            var best = Measured.Best(runs[row]);
            var gib = mebibytes / 1024.0;
            var line = $"  {rows[row].Name,-20} {gib * 1.073741824 / best.Seconds,6:f2} GB/s  user {best.User / gib,5:f2} s/GiB";
            var stock = row < 2 ? -1 : row < 5 ? 2 : 5;
            if (stock >= 0 && row != stock)
            {
                var other = Measured.Best(runs[stock]);
                double[] paired = [.. runs[row].Zip(runs[stock], (mine, theirs) => theirs.Seconds / mine.Seconds).Order()];
                line += $"  {other.Seconds / best.Seconds,5:f2} x as fast (median {paired[paired.Length / 2]:f2})  {best.User / other.User,5:f2} x the user time  +{best.Memory / 1048576.0:f0} MiB";
            }

            Console.WriteLine(line);
        }
    }

    // What no encryption on this machine can do without, in memory and on one thread.
    private void Cipher()
    {
        using var cipher = new ChaCha20Poly1305(new byte[32]);
        Span<byte> nonce = stackalloc byte[12];
        var chunk = new byte[65_536 + 16];
        for (var i = 0; i < mebibytes * 16; i++) cipher.Encrypt(nonce, chunk.AsSpan(0, 65_536), chunk.AsSpan(0, 65_536), chunk.AsSpan(65_536));
    }

    private void Encrypt(int threads)
    {
        using var source = File.OpenHandle(plain);
        using var destination = File.OpenHandle(output, FileMode.Create, FileAccess.ReadWrite);
        AgeTransfer.EncryptAsync(source, destination, [identity.Recipient], new AgeWriteOptions { Threads = threads }).Wait();
    }

    private void Decrypt(int threads)
    {
        using var source = File.OpenHandle(sealedFile);
        using var destination = File.OpenHandle(output, FileMode.Create, FileAccess.ReadWrite);
        AgeTransfer.DecryptAsync(source, destination, [identity], new AgeReadOptions { Threads = threads }).Wait();
    }
}
