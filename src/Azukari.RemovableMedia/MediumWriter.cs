using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia;

/// <summary>
/// Writes one new file to a medium. The file exists when <see cref="Complete"/> has returned, and not otherwise: disposing without it, after a failure
/// or a cancel as well, removes what was written so far.
/// </summary>
/// <remarks>
/// Every block waits for the device, so <see cref="BytesWritten"/> is progress of the medium and not of a cache. After the first failure nothing more is
/// accepted: a flush that is tried again after a failed one succeeds without having written anything.
/// </remarks>
#pragma warning disable CA1710 // What it is for matters more than that it is a stream.
public sealed class MediumWriter : Stream
#pragma warning restore CA1710
{
    private readonly string _folder;
    private readonly string _path;
    private readonly MediumFile _file;
    private readonly IProgress<long>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly byte[] _block = GC.AllocateUninitializedArray<byte>(MediumFile.BlockSize);
    private int _filled;
    private Exception? _failure;
    private bool _ended;

    private MediumWriter(string folder, string path, IProgress<long>? progress, CancellationToken cancellation)
    {
        (_folder, _path, _progress, _cancellation) = (folder, path, progress, cancellation);
        _file = MediumFile.Open(path, Purpose.Create);
    }

    /// <summary>Bytes that the device has taken.</summary>
    public long BytesWritten { get; private set; }

    /// <summary>Whether <see cref="Complete"/> is the operating system's word. False where there is no Linux beneath: then it asks, and gets no
    /// answer.</summary>
    public bool ConfirmsFlush => _file.ConfirmsFlush;

    /// <summary>True once an incomplete file has been removed again; false while the medium could not be reached to do so.</summary>
    public bool PartialRemoved { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => !_ended;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => BytesWritten + _filled; set => throw new NotSupportedException(); }

    /// <summary>Creates the file.</summary>
    /// <param name="progress">Hears <see cref="BytesWritten"/> after every block.</param>
    /// <exception cref="MediumException"><see cref="MediumFault.Exists"/>, <see cref="MediumFault.ReadOnly"/>, <see cref="MediumFault.NotMounted"/>,
    /// …</exception>
    public static MediumWriter Create(string folder, string fileName, IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        new(folder, MediumFolder.PathOf(folder, fileName), progress, cancellation);

    /// <summary>Writes a whole small file under the same guarantees.</summary>
    public static void WriteSmallFile(string folder, string fileName, ReadOnlySpan<byte> content)
    {
        using var writer = Create(folder, fileName);
        writer.Write(content);
        writer.Complete();
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        while (buffer.Length > 0)
        {
            var take = Math.Min(buffer.Length, _block.Length - _filled);
            buffer[..take].CopyTo(_block.AsSpan(_filled));
            buffer = buffer[take..];
            _filled += take;
            if (_filled == _block.Length) Guarded(Push);
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Does nothing: blocks go to the medium when they are full, and only <see cref="Complete"/> makes a file of them.</summary>
    public override void Flush()
    {
    }

    /// <summary>Writes the rest, flushes file and folder to the device and answers the file's length. Only then the file is on the medium.</summary>
    /// <exception cref="MediumException">The device did not confirm. The file does not count and goes with the writer.</exception>
    public long Complete()
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        Guarded(() =>
        {
            Push();
            _file.Flush();
            _file.Close();
            MediumFolder.Flush(_folder);
        });
        _ended = true;
        return BytesWritten;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_ended)
        {
            _ended = true;
            _file.Dispose();
            RemovePartial();
        }

        _file.Dispose();
        base.Dispose(disposing);
    }

    // A second failure here, most often of a medium that was pulled, must not hide the first one; PartialRemoved tells.
    private void RemovePartial()
    {
        try
        {
            MediumFolder.Remove(_path);
            MediumFolder.Flush(_folder);
            PartialRemoved = true;
        }
        catch (MediumException)
        {
            PartialRemoved = false;
        }
    }

    private void Push()
    {
        _cancellation.ThrowIfCancellationRequested();
        _file.Write(_block.AsSpan(0, _filled), BytesWritten);
        BytesWritten += _filled;
        _filled = 0;
        _progress?.Report(BytesWritten);
    }

    private void Guarded(Action step)
    {
        if (_failure is MediumException { Fault: var fault }) throw new MediumException(fault, "the file has failed before", _failure);
        if (_failure is not null) throw new OperationCanceledException("the file was cancelled before", _failure);
        try
        {
            step();
        }
        catch (Exception failure) when (failure is MediumException or OperationCanceledException)
        {
            _failure = failure;
            throw;
        }
    }
}
