using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia;

/// <summary>One act of overwriting: writes noise, reads it back, counts what differs. Holds the tallies that the report is made of.</summary>
internal sealed class Overwriting(IProgress<MediumProgress>? progress, CancellationToken cancellation) : IDisposable
{
    private readonly NoiseSource _noise = new();
    private readonly byte[] _expected = GC.AllocateUninitializedArray<byte>(MediumFile.BlockSize);
    private readonly byte[] _found = GC.AllocateUninitializedArray<byte>(MediumFile.BlockSize);
    private (MediumPhase Phase, long Done) _phase;

    public long BytesOverwritten { get; private set; }

    public long Mismatches { get; private set; }

    /// <summary>Null while nothing was read.</summary>
    public ReadPath? WeakestReadBack { get; private set; }

    /// <summary>Overwrites a file where it lies, to its full length, and flushes.</summary>
    /// <returns>Its length.</returns>
    public long Overwrite(string path, uint number)
    {
        using var file = MediumFile.Open(path, Purpose.Overwrite);
        var length = file.Length;
        Overwrite(file, number, length);
        return length;
    }

    /// <summary>Overwrites and compares all of a block device. Asking for it alone is refused by the kernel while any part of it is mounted.</summary>
    public void OverwriteDevice(string node, long length)
    {
        using (var device = LinuxFile.Open(node, Libc.WriteOnly | Libc.Exclusive, MediumFault.WriteError)) Overwrite(device, 0, length);
        Compare(node, 0, length);
    }

    private void Overwrite(MediumFile file, uint number, long length)
    {
        for (var at = 0L; at < length; at += _expected.Length)
        {
            var count = (int)Math.Min(_expected.Length, length - at);
            WriteBlock(file, number, at, count);
            BytesOverwritten += count;
            Report(MediumPhase.Overwrite, count, length);
        }

        file.Flush();
        file.Close();
    }

    /// <summary>Writes a new file of at most that length.</summary>
    /// <returns>Its length: shorter than asked for where the medium is full, 0 where there is not even room for the name.</returns>
    public long Fill(string path, uint number, long length, long expected)
    {
        using var file = OpenUnlessFull(path);
        if (file is null) return 0;

        // A file system refuses a large block where a small one still has room; full is what takes not even the smallest.
        var step = MediumFile.BlockSize;
        for (var at = 0L; at < length;)
        {
            var count = (int)Math.Min(step, length - at);
            if (TryWrite(file, number, at, count, expected))
            {
                at += count;
            }
            else if (step > MediumFile.Alignment)
            {
                step /= 32;
                at = file.Length / MediumFile.Alignment * MediumFile.Alignment;
            }
            else
            {
                length = file.Length;
                break;
            }
        }

        BytesOverwritten += length;
        file.Flush();
        file.Close();
        return length;
    }

    /// <summary>Reads a file back and adds what differs to the tally.</summary>
    /// <returns>Whether all of it was as written.</returns>
    public bool Compare(string path, uint number, long length)
    {
        using var file = MediumReader.OpenUncached(path);
        if (WeakestReadBack is null || file.Path > WeakestReadBack) WeakestReadBack = file.Path;

        var before = Mismatches;
        for (long at = 0; at < length; at += _expected.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = (int)Math.Min(_expected.Length, length - at);
            var expected = _expected.AsSpan(0, count);
            _noise.Fill(expected, number, at);
            var read = file.ReadAtLeast(_found.AsSpan(0, count), count, throwOnEndOfStream: false);
            Mismatches += Differences(expected, _found.AsSpan(0, read));
            Report(MediumPhase.ReadBack, count, length);
        }

        return Mismatches == before;
    }

    public void Dispose() => _noise.Dispose();

    /// <summary>Blocks of 4096 bytes that differ; what is missing at the end differs.</summary>
    internal static long Differences(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> found)
    {
        if (expected.SequenceEqual(found)) return 0;
        long differing = 0;
        for (var at = 0; at < expected.Length; at += MediumFile.Alignment)
        {
            var block = expected.Slice(at, Math.Min(MediumFile.Alignment, expected.Length - at));
            if (found.Length < at + block.Length || !block.SequenceEqual(found.Slice(at, block.Length))) differing++;
        }

        return differing;
    }

    private static MediumFile? OpenUnlessFull(string path)
    {
        try
        {
            return MediumFile.Open(path, Purpose.Create);
        }
        catch (MediumException full) when (full.Fault is MediumFault.Full)
        {
            return null;
        }
    }

    private bool TryWrite(MediumFile file, uint number, long at, int count, long expected)
    {
        try
        {
            WriteBlock(file, number, at, count);
            Report(MediumPhase.Fill, count, expected);
            return true;
        }
        catch (MediumException full) when (full.Fault is MediumFault.Full)
        {
            return false;
        }
    }

    private void WriteBlock(MediumFile file, uint number, long at, int count)
    {
        cancellation.ThrowIfCancellationRequested();
        var block = _expected.AsSpan(0, count);
        _noise.Fill(block, number, at);
        file.Write(block, at);
    }

    // Over all files of a phase; where they are done one by one, writing and reading back alternate and each count is the file's.
    private void Report(MediumPhase phase, int bytes, long expected)
    {
        _phase = (phase, bytes + (_phase.Phase == phase ? _phase.Done : 0));
        progress?.Report(new MediumProgress(phase, _phase.Done, Math.Max(expected, _phase.Done)));
    }
}
