using Microsoft.Win32.SafeHandles;

namespace Azukari.Age;

// Bytes at an offset, from a seekable stream or from an open file.
internal abstract class PositionedSource
{
    public abstract long Length { get; }

    public abstract int Read(long offset, Span<byte> buffer);

    public abstract void Close();

    // Fewer bytes than asked only at the end of the source.
    public int ReadFully(long offset, Span<byte> buffer)
    {
        var filled = 0;
        int read;
        while (filled < buffer.Length && (read = Read(offset + filled, buffer[filled..])) > 0)
        {
            filled += read;
        }

        return filled;
    }

    internal sealed class OfStream(Stream stream, bool close) : PositionedSource
    {
        public override long Length => stream.Length;

        public override int Read(long offset, Span<byte> buffer)
        {
            stream.Position = offset;
            return stream.Read(buffer);
        }

        public override void Close()
        {
            if (close)
            {
                stream.Dispose();
            }
        }
    }

    internal sealed class OfFile(SafeFileHandle file) : PositionedSource
    {
        public override long Length => RandomAccess.GetLength(file);

        public override int Read(long offset, Span<byte> buffer) => RandomAccess.Read(file, buffer, offset);

        public override void Close()
        {
            // The handle is the caller's.
        }
    }
}
