namespace Azukari.Age;

// The front of a file whose bytes are at hand: its header, its nonce, and where its payload begins.
internal sealed record FileFront(HeaderBlock Header, byte[] Nonce)
{
    // The most bytes of a file that its front can take.
    public const int MaxSize = HeaderParser.MaxSize + HeaderBlock.NonceSize;

    public int PayloadStart => Header.Raw.Length + Nonce.Length;

    public static FileFront Of(ReadOnlySpan<byte> file)
    {
        if (HeaderParser.FindEnd(file) is not { } end || end + HeaderBlock.NonceSize > file.Length)
        {
            throw HeaderParser.Broken("the file ends before its payload begins");
        }

        return new FileFront(HeaderParser.Parse(file[..end].ToArray()), file.Slice(end, HeaderBlock.NonceSize).ToArray());
    }

    public static FileFront Of(PositionedSource source)
    {
        Span<byte> usual = stackalloc byte[4096]; // two hybrid stanzas
        usual = usual[..source.ReadFully(0, usual)];
        if (usual.Length < 4096 || HeaderParser.FindEnd(usual) + HeaderBlock.NonceSize <= usual.Length)
        {
            return Of(usual);
        }

        var bytes = new byte[MaxSize];
        return Of(bytes.AsSpan(0, source.ReadFully(0, bytes)));
    }

    public SecretBytes PayloadKey(IReadOnlyList<AgeIdentity> identities) => FileKeys.PayloadKey(Header, Nonce, identities);
}
