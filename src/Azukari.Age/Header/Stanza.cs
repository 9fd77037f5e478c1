namespace Azukari.Age;

// One wrapping of the file key: its arguments, the first being its type, and its body, both decoded no further than the grammar goes.
internal sealed class Stanza(IReadOnlyList<byte[]> arguments, byte[] body)
{
    public IReadOnlyList<byte[]> Arguments => arguments;

    public byte[] Body => body;

    public bool Is(ReadOnlySpan<byte> type) => type.SequenceEqual(arguments[0]);
}
