namespace Azukari.RemovableMedia.Platform;

/// <summary>What a file is opened for. Links are never followed: a link on a medium must not lead a writer or an eraser to another disk.</summary>
internal enum Purpose
{
    /// <summary>A new file; refuses one that exists. Every write waits for the device.</summary>
    Create,

    /// <summary>The bytes of a file that exists are written over where they lie. Every write waits for the device.</summary>
    Overwrite,

    Read,
}

/// <summary>An open file on a medium: every failure, that of a flush included, is a <see cref="MediumException"/>.</summary>
internal abstract class MediumFile : IDisposable
{
    /// <summary>What direct reading asks of offsets, lengths and memory.</summary>
    public const int Alignment = 4096;

    /// <summary>Large enough that waiting for the device on every block costs little; small enough that a cancel is felt at once.</summary>
    public const int BlockSize = 4 * 1024 * 1024;

    /// <summary>Whether a flush that returns was confirmed by the operating system.</summary>
    public abstract bool ConfirmsFlush { get; }

    public abstract long Length { get; }

    public static MediumFile Open(string path, Purpose purpose) =>
        OperatingSystem.IsLinux() ? LinuxFile.Open(path, purpose) : ManagedFile.Open(path, purpose);

    /// <summary>Writes all of it. What lies on the medium after an exception is unknown, except after <see cref="MediumFault.Full"/>: then it is the
    /// prefix that fitted.</summary>
    public abstract void Write(ReadOnlySpan<byte> data, long offset);

    /// <summary>Reads until the span is full or the file ends.</summary>
    public abstract int Read(Span<byte> buffer, long offset);

    public abstract void Flush();

    public abstract void Truncate();

    /// <summary>Asks the page cache to forget this part of the file; of length 0, all from there on. It is a request; only direct reading is certain.</summary>
    public abstract void DropCache(long offset, long length);

    /// <summary>Closes and reports what only closing tells. <see cref="Dispose()"/> closes without a word.</summary>
    public abstract void Close();

    public abstract void Dispose();
}
