using System.Text;

namespace Azukari.Age;

public static partial class AgeFile
{
    /// <summary>Describes the file at the source's position without any key. Reads the header and up to 64 KiB beyond.</summary>
    /// <remarks>On a seekable source the file is taken to reach to its end, and the position is put back.</remarks>
    /// <exception cref="AgeException">The header is refused.</exception>
    public static AgeInspection Inspect(Stream source)
    {
        var start = source.CanSeek ? source.Position : 0;
        var front = new HeaderSource(source);
        var header = front.Read();
        if (!source.CanSeek)
        {
            return Describe(header, null);
        }

        source.Position = start;
        return Describe(header, source.Length - start - header.Raw.Length - HeaderBlock.NonceSize);
    }

    private static AgeInspection Describe(HeaderBlock header, long? payloadSize) => new(
        header.Raw.Length,
        [.. header.Stanzas.Select(Describe)],
        payloadSize,
        payloadSize is { } size ? PayloadSizes.Plaintext(size) : null);

    private static AgeInspection.StanzaShape Describe(Stanza stanza) => new(
        Encoding.ASCII.GetString(stanza.Arguments[0]),
        stanza.Arguments.Count,
        stanza.Arguments.Sum(argument => argument.Length),
        stanza.Body.Length);
}
