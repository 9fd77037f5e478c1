using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia;

/// <summary>A file on a medium, read in large aligned blocks and forgotten after. Reading it twice asks the medium twice.</summary>
/// <remarks>Every failure is a <see cref="MediumException"/>. Not for use by two threads at once.</remarks>
public sealed class UncachedStream : Stream
{
    private readonly MediumFile _file;
    private readonly AlignedBuffer _block = new(MediumFile.BlockSize);
    private long _blockStart;
    private int _blockLength;

    internal UncachedStream(MediumFile file, ReadPath path) => (_file, Path, Length) = (file, path, file.Length);

    /// <summary>Whether somebody still writes: then each block that is loaded came into the page cache after the file was opened.</summary>
    internal bool Grows { get; init; }

    /// <summary>The way that was really taken.</summary>
    public ReadPath Path { get; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary>As it was when the file was opened; 0 for a block device, whose end is where reading ends.</summary>
    public override long Length { get; }

    /// <inheritdoc/>
    public override long Position { get; set => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)); }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0) return 0;
        if (Position < _blockStart || Position >= _blockStart + _blockLength) Load();

        var at = (int)(Position - _blockStart);
        var take = Math.Clamp(_blockLength - at, 0, buffer.Length);
        if (take > 0) _block.Span.Slice(at, take).CopyTo(buffer);
        Position += take;
        return take;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        SeekOrigin.End => Length + offset,
    };

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
        if (disposing)
        {
            _file.Dispose();
            _block.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Load()
    {
        _blockStart = Position - (Position % MediumFile.BlockSize);
        _blockLength = 0; // a failed read must leave nothing that could be served
        if (Grows && Path == ReadPath.CacheDropped) _file.DropCache(_blockStart, MediumFile.BlockSize);
        _blockLength = _file.Read(_block.Span, _blockStart);
    }
}
