using System.Diagnostics.CodeAnalysis;

namespace Azukari.Age;

// A header in memory followed by the rest of its file.
[SuppressMessage("Usage", "CA2213", Justification = "The rest is the caller's.")]
internal sealed class JoinedStream(ReadOnlyMemory<byte> header, Stream rest) : ReadOnlyStream
{
    private readonly long restStart = rest.CanSeek ? rest.Position : 0;
    private long position;

    public override bool CanSeek => rest.CanSeek;

    public override long Length => header.Length + rest.Length - restStart;

    public override long Position
    {
        get => position;
        set
        {
            rest.Position = restStart + Math.Max(0, value - header.Length);
            position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        var read = position < header.Length ? ReadHeader(buffer) : rest.Read(buffer);
        position += read;
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = position < header.Length ? ReadHeader(buffer.Span) : await rest.ReadAsync(buffer, cancellationToken);
        position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        SeekOrigin.End => Length + offset,
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    private int ReadHeader(Span<byte> buffer)
    {
        var left = header.Span[(int)position..];
        var length = Math.Min(left.Length, buffer.Length);
        left[..length].CopyTo(buffer);
        return length;
    }
}
