using System.Text;

namespace Azukari.Age;

/// <summary>What a file tells without any key. Nothing of it is authenticated: only opening proves the header.</summary>
/// <param name="HeaderSize">Bytes from the first to the line feed after the MAC.</param>
/// <param name="Stanzas">In the file's order, those of unknown types included.</param>
/// <param name="PayloadSize">Bytes after the nonce; null when the source does not know its length.</param>
/// <param name="PlaintextSize">Exact; null when the length is not known, or no plaintext has a payload of that size.</param>
public sealed record AgeInspection(int HeaderSize, IReadOnlyList<AgeInspection.StanzaShape> Stanzas, long? PayloadSize, long? PlaintextSize)
{
    private const int SingleHybridHeaderSize = 1627;

    /// <summary>Every stanza is of a post-quantum type. A type that is not known counts as classic.</summary>
    public bool PostQuantum => Stanzas.All(stanza => stanza.Type is "mlkem768x25519" or "mlkem768p256tag");

    /// <summary>The gate: one party and no other can open this file. A second recipient, or a stanza of no known meaning that could
    /// hide one, changes the count or the size.</summary>
    public bool HasExactlyOneHybridStanza =>
        HeaderSize == SingleHybridHeaderSize && Stanzas is [{ Type: "mlkem768x25519", ArgumentCount: 2, BodySize: WrapKey.BodySize }];

    internal static AgeInspection Of(HeaderBlock header, long? payloadSize) => new(
        header.Raw.Length,
        [.. header.Stanzas.Select(Of)],
        payloadSize,
        payloadSize is { } size ? PayloadSizes.Plaintext(size) : null);

    private static StanzaShape Of(Stanza stanza) => new(
        Encoding.ASCII.GetString(stanza.Arguments[0]),
        stanza.Arguments.Count,
        stanza.Arguments.Sum(argument => argument.Length),
        stanza.Body.Length);

    /// <summary>The outside of one stanza.</summary>
    /// <param name="Type">Its first argument, case and all.</param>
    /// <param name="ArgumentCount">Arguments, the type included.</param>
    /// <param name="ArgumentSize">Characters of all arguments together, without spaces.</param>
    /// <param name="BodySize">Bytes of the decoded body.</param>
    public sealed record StanzaShape(string Type, int ArgumentCount, int ArgumentSize, int BodySize);
}
