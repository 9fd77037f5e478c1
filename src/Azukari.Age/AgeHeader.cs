namespace Azukari.Age;

/// <summary>Keeps an age file's header apart from its payload, so that a medium can carry bytes that say nothing of themselves.</summary>
/// <remarks>What remains begins with the nonce. Cutting checks the header's grammar and proves nothing about its author.</remarks>
public static class AgeHeader
{
    /// <summary>Takes the header off the front and leaves the source where the rest begins. The source must seek.</summary>
    /// <exception cref="AgeException">The header is refused.</exception>
    public static byte[] Split(Stream source)
    {
        var start = source.Position;
        var header = new HeaderSource(source).Read().Raw;
        source.Position = start + header.Length;
        return header;
    }

    /// <summary>Cuts a file in memory in two, without copying.</summary>
    /// <exception cref="AgeException">The header is refused.</exception>
    public static (ReadOnlyMemory<byte> Header, ReadOnlyMemory<byte> Remainder) Split(ReadOnlyMemory<byte> file)
    {
        var size = HeaderParser.FindEnd(file.Span) ?? throw HeaderParser.Broken("it has no end");
        HeaderParser.Parse(file.Span[..size].ToArray());
        return (file[..size], file[size..]);
    }

    /// <summary>The file that header and remainder make, to be read by <see cref="AgeFile"/>. Disposing it leaves the rest open.</summary>
    /// <remarks>Seeks if the rest does, which is then taken from its position on.</remarks>
    /// <exception cref="AgeException">The header is refused.</exception>
    public static Stream Join(ReadOnlyMemory<byte> header, Stream rest)
    {
        HeaderParser.Parse(header.ToArray());
        return new JoinedStream(header, rest);
    }
}
