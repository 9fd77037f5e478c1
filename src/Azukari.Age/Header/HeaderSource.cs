namespace Azukari.Age;

// Takes header and nonce off the front of a forward source. What was read beyond them belongs to the payload and is kept.
internal sealed class HeaderSource(Stream source)
{
    private const int Step = 2048; // one hybrid stanza, its MAC and the nonce fit

    private byte[] buffer = new byte[Step];
    private int filled;

    public byte[] Nonce { get; private set; } = [];

    public byte[] Surplus { get; private set; } = [];

    public HeaderBlock Read()
    {
        HeaderBlock? header;
        while ((header = Take(End())) is null)
        {
            Count(source.Read(Room()));
        }

        return header;
    }

    public async ValueTask<HeaderBlock> ReadAsync(CancellationToken cancellation)
    {
        HeaderBlock? header;
        while ((header = Take(End())) is null)
        {
            Count(await source.ReadAsync(RoomAsMemory(), cancellation));
        }

        return header;
    }

    private int? End() => HeaderParser.FindEnd(buffer.AsSpan(0, filled));

    private HeaderBlock? Take(int? end)
    {
        if (end is not { } size || filled < size + HeaderBlock.NonceSize)
        {
            return null;
        }

        Nonce = buffer[size..(size + HeaderBlock.NonceSize)];
        Surplus = buffer[(size + HeaderBlock.NonceSize)..filled];
        return HeaderParser.Parse(buffer[..size]);
    }

    private Span<byte> Room() => RoomAsMemory().Span;

    private Memory<byte> RoomAsMemory()
    {
        if (filled == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        return buffer.AsMemory(filled);
    }

    private void Count(int read)
    {
        if (read == 0)
        {
            throw HeaderParser.Broken("the file ends before its payload begins");
        }

        filled += read;
    }
}
