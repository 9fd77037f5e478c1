namespace Azukari.Age;

// A stanza's body: the 16-byte file key sealed under a key that is used once.
internal static class WrapKey
{
    public const int BodySize = HeaderBlock.FileKeySize + Aead.TagSize;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> fileKey)
    {
        using var aead = new Aead(key);
        var body = new byte[BodySize];
        aead.Seal(nonce, fileKey, body);
        return body;
    }

    public static bool TryOpen(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> body, Span<byte> fileKey)
    {
        using var aead = new Aead(key);
        return aead.TryOpen(nonce, body, fileKey);
    }

    // The share a stanza of one of our types carries as its second and last argument.
    // The body's length is checked before anything is decrypted, or one body could be made to open under many keys.
    public static byte[] ShareOf(Stanza stanza, int size)
    {
        if (stanza.Arguments.Count != 2 || CanonicalBase64.TryDecode(stanza.Arguments[1]) is not { } share || share.Length != size)
        {
            throw HeaderParser.Broken("a stanza's share is not of its type's size and spelling");
        }

        return stanza.Body.Length == BodySize ? share : throw HeaderParser.Broken("a stanza does not hold a file key of 16 bytes");
    }

    public static byte[] Base64(ReadOnlySpan<byte> share)
    {
        var text = new byte[CanonicalBase64.EncodedLength(share.Length)];
        CanonicalBase64.Encode(share, text);
        return text;
    }
}
