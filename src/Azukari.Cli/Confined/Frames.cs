using System.Buffers.Binary;

namespace Azukari.Cli.Confined;

/// <summary>What goes to an inner process on its standard input: one piece after another, each behind its size.</summary>
internal static class Frames
{
    internal static void Write(Stream stream, ReadOnlySpan<byte> frame)
    {
        Span<byte> size = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(size, frame.Length);
        stream.Write(size);
        stream.Write(frame);
        stream.Flush();
    }

    /// <summary>The next one; null when the stream ends where one would begin.</summary>
    /// <exception cref="EndOfStreamException">It ends within one.</exception>
    internal static byte[]? Read(Stream stream, int longest)
    {
        Span<byte> size = stackalloc byte[sizeof(int)];
        var read = stream.ReadAtLeast(size, size.Length, throwOnEndOfStream: false);
        if (read == 0) return null;
        if (read < size.Length) throw new EndOfStreamException();

        var length = BinaryPrimitives.ReadInt32BigEndian(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)longest);

        // Pinned, so that the collector leaves no copy behind when it moves things.
        var frame = GC.AllocateUninitializedArray<byte>(length, pinned: true);
        stream.ReadExactly(frame);
        return frame;
    }
}
