using System.Security.Cryptography;
using System.Text;

namespace Azukari.RemovableMedia;

/// <summary>What an erasure or a look through a medium measured.</summary>
/// <param name="Method">The method's code.</param>
/// <param name="Bytes">Bytes overwritten or looked through.</param>
/// <param name="Mismatches">Blocks that did not read back as written, or findings of what should be gone.</param>
/// <param name="FreeSpaceCovered">Whether unused space was covered too. It never is for a folder that stands in for a medium.</param>
public sealed record EraseReport(string Method, long Bytes, long Mismatches, bool FreeSpaceCovered);

/// <summary>Erasing and looking through. An overwrite reaches <em>Clear</em> (NIST SP 800-88) and never more: flash keeps spare blocks that no host sees.</summary>
public static class MediumEraser
{
    private const int Block = 1 << 20;
    private const string FillFile = "AZUKARI-FILL.tmp";

    /// <summary>Overwrites the named files with random bytes, reads them back from the device, and removes them.</summary>
    public static EraseReport EraseFiles(string folder, IEnumerable<string> names, IProgress<long>? progress, CancellationToken cancellation)
    {
        long bytes = 0, mismatches = 0;
        foreach (var path in names.Select(name => Path.Combine(folder, name)).Where(File.Exists))
        {
            var seed = RandomNumberGenerator.GetBytes(32);
            var size = new FileInfo(path).Length;
            Overwrite(path, FileMode.Open, size, seed, progress, cancellation);
            mismatches += Compare(path, size, seed, cancellation);
            File.Delete(path);
            bytes += size;
        }

        Native.FlushFolder(folder);
        return new("overwrite-random-readback", bytes, mismatches, FreeSpaceCovered: false);
    }

    /// <summary>Clears the whole medium: every file, then, where it has a file system of its own, all free space.</summary>
    public static EraseReport Clear(string folder, IProgress<long>? progress, CancellationToken cancellation)
    {
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).Where(name => name != RemovableMedium.DeclarationFile);
        var report = EraseFiles(folder, files, progress, cancellation);
        if (!RemovableMedium.Identify(folder).HasOwnFileSystem) return report with { Method = "clear-files" };

        var (path, seed) = (Path.Combine(folder, FillFile), RandomNumberGenerator.GetBytes(32));
        var filled = Overwrite(path, FileMode.Create, long.MaxValue, seed, progress, cancellation);
        var mismatches = Compare(path, filled, seed, cancellation);
        File.Delete(path);
        Native.FlushFolder(folder);
        return new("clear-files-and-free-space", report.Bytes + filled, report.Mismatches + mismatches, FreeSpaceCovered: true);
    }

    /// <summary>Looks through a medium that should be clear: any file but the declaration, any age header, is a finding.</summary>
    public static EraseReport Verify(string folder)
    {
        long bytes = 0, findings = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var content = File.ReadAllBytes(path);
            bytes += content.Length;
            var isDeclaration = Path.GetRelativePath(folder, path) == RemovableMedium.DeclarationFile;
            if (!isDeclaration || content.AsSpan().IndexOf(Encoding.ASCII.GetBytes("age-encryption.org/v1")) >= 0) findings++;
        }

        return new("look-through-files", bytes, findings, FreeSpaceCovered: false);
    }

    /// <summary>Writes the key stream of a seed over a file and flushes it; with no size, until the medium is full.</summary>
    private static long Overwrite(string path, FileMode mode, long size, byte[] seed, IProgress<long>? progress, CancellationToken cancellation)
    {
        using var file = new FileStream(path, mode, FileAccess.Write, FileShare.None, bufferSize: 0);
        using var noise = new Noise(seed);
        var done = 0L;
        try
        {
            for (; done < size; done += Math.Min(Block, size - done))
            {
                cancellation.ThrowIfCancellationRequested();
                file.Write(noise.Next()[..(int)Math.Min(Block, size - done)]);
                progress?.Report(done);
            }
        }
        catch (IOException fault) when (size == long.MaxValue && MediumFile.Understood(fault) is { Fault: MediumFault.Full })
        {
            done = file.Length; // Full is what filling aims at; a partly written block counts as far as it came.
        }

        Native.Flush(file.SafeFileHandle);
        Native.ForgetCached(file.SafeFileHandle);
        return done;
    }

    private static long Compare(string path, long size, byte[] seed, CancellationToken cancellation)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 0);
        using var noise = new Noise(seed);
        var (buffer, mismatches) = (new byte[Block], 0L);
        for (var done = 0L; done < size; done += Block)
        {
            cancellation.ThrowIfCancellationRequested();
            var wanted = (int)Math.Min(Block, size - done);
            var read = file.ReadAtLeast(buffer.AsSpan(..wanted), wanted, throwOnEndOfStream: false);
            if (!buffer.AsSpan(..read).SequenceEqual(noise.Next()[..wanted])) mismatches++;
        }

        return mismatches;
    }

    /// <summary>A key stream that is made twice, so that what was written can be compared without being kept: AES-256 over a running counter.</summary>
    private sealed class Noise : IDisposable
    {
        private readonly Aes cipher = Aes.Create();
        private readonly byte[] zeros = new byte[Block], buffer = new byte[Block], counter = new byte[16];
        private ulong block;

        internal Noise(byte[] seed) => cipher.Key = seed;

        internal ReadOnlySpan<byte> Next()
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(counter, block++);
            cipher.EncryptCbc(zeros, counter, buffer, PaddingMode.None);
            return buffer;
        }

        public void Dispose() => cipher.Dispose();
    }
}
