using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia;

/// <summary>Reads a file back while it is still being written (R12): each block once the device has taken it, and the end once the file is on the medium.</summary>
/// <remarks>
/// <para>Whoever writes says how far the device is: <see cref="MediumWriter.BytesWritten"/> through <see cref="Taken"/>, and <see cref="Whole"/> after <see cref="MediumWriter.Complete"/>. Until
/// then reading waits. One reads; those two may be called by others at the same time.</para>
/// <para>Of a medium that was tried as a whole before (<see cref="MediumQualification"/>) it proves what reading afterwards would. One of false capacity may put a later block in an earlier one's
/// place: on a medium that nobody has tried, say <see cref="Whole"/> and nothing before.</para>
/// </remarks>
/// <param name="path">Where the file is, or will be when the device has taken its first block.</param>
public sealed class FollowingStream(string path) : Stream
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _told = Next();
    private UncachedStream? _file;
    private long _taken;
    private bool _whole;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary>As far as the device has come.</summary>
    public override long Length
    {
        get { lock (_gate) return _taken; }
    }

    /// <inheritdoc/>
    public override long Position { get => _file?.Position ?? 0; set => Opened.Position = value; }

    private UncachedStream Opened => _file ??= MediumReader.Open(path, grows: true);

    /// <summary>The device has taken so many bytes, counted from the file's beginning.</summary>
    public void Taken(long bytes) => Tell(() => _taken = Math.Max(_taken, bytes));

    /// <summary>The file is on the medium; nothing more comes.</summary>
    public void Whole() => Tell(() => _whole = true);

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (Awaited() is { } told) await told.WaitAsync(cancellationToken);
        return Opened.Read(buffer.Span);
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (Awaited() is { } told) told.Wait();
        return Opened.Read(buffer);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Opened.Seek(offset, origin);

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _file?.Dispose();
        base.Dispose(disposing);
    }

    private static TaskCompletionSource Next() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What has to be waited for before the next read, which then stays within one block; null when it may go on.</summary>
    private Task? Awaited()
    {
        lock (_gate) return _whole || Position < _taken - (_taken % MediumFile.BlockSize) ? null : _told.Task;
    }

    private void Tell(Action news)
    {
        lock (_gate)
        {
            news();
            _told.SetResult();
            _told = Next();
        }
    }
}
