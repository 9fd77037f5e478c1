using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Azukari.Domain;
using Azukari.Protocol.Canonical;

namespace Azukari.Protocol.Ledger;

/// <summary>How a signature was made. Which of the two a key makes stands in the record with the key.</summary>
public enum SignatureForm
{
    /// <summary>SSHSIG with an ES256 key.</summary>
    Sshsig,

    /// <summary>A passkey's assertion whose challenge is the statement's digest (<see cref="Signatures.Passkey"/>).</summary>
    Passkey,
}

/// <summary>A person's signature as it travels and as it is stored.</summary>
public sealed record PersonSignature(StatementBy By, Digest On, DateTimeOffset Until, SignatureForm Form, ImmutableArray<byte> Signature);

/// <summary>A machine's signature as it travels and as it is stored.</summary>
public sealed record MachineSignature(Digest Key, Digest On, ImmutableArray<byte> Signature);

/// <summary>An act with its signatures: the one message that everything sends, over HTTP, as a file or as symbols.</summary>
/// <remarks>At most 60,000 bytes of canonical JSON (design §5). Whoever delivers it adds nothing to it.</remarks>
public sealed record SignedAct(EngagementId Engagement, Act Act, ImmutableArray<PersonSignature> People, MachineSignature? Machine)
{
    /// <summary>The largest message, in bytes.</summary>
    public const int MaxBytes = 60_000;

    /// <summary>The canonical bytes.</summary>
    public byte[] Write() => CanonicalJson.Write(ToNode());

    /// <summary>Reads a message; anything that we would not write back byte for byte is refused.</summary>
    /// <exception cref="ProtocolException">The bytes are not such a message.</exception>
    public static SignedAct Read(ReadOnlySpan<byte> bytes)
    {
        var read = FromNode(DomainJson.ReadNode(bytes, MaxBytes));
        return bytes.SequenceEqual(read.Write()) ? read : throw new ProtocolException(ProtocolFault.Malformed, "the message is not written as we write it");
    }

    internal JsonObject ToNode()
    {
        var (said, measured) = Statement.Split(Act);
        return new JsonObject
        {
            ["act"] = ActNames.Of(Act),
            ["engagement"] = Engagement.Value,
            ["machine"] = Machine is null ? null : Node(Machine),
            ["measured"] = measured,
            ["said"] = said,
            ["signed"] = new JsonArray([.. People.Select(Node)]),
        };
    }

    internal static SignedAct FromNode(JsonObject node)
    {
        var said = node["said"] as JsonObject ?? throw new ProtocolException(ProtocolFault.Malformed, "the message says nothing");
        var whole = (JsonObject)said.DeepClone();
        if (node["measured"] is { } measured) whole["measured"] = measured.DeepClone();

        var act = (Act)DomainJson.FromNode(whole, ActNames.TypeOf(DomainJson.FromNode<string>(node["act"])));
        var people = DomainJson.FromNode<ImmutableArray<JsonObject>>(node["signed"]).Select(Person);
        return new(DomainJson.FromNode<EngagementId>(node["engagement"]), act, [.. people], node["machine"] is JsonObject machine ? MachineOf(machine) : null);
    }

    private static JsonObject Node(PersonSignature signature) => new()
    {
        ["by"] = DomainJson.ToNode(signature.By),
        ["form"] = DomainJson.ToNode(signature.Form),
        ["on"] = signature.On.Value,
        ["signature"] = Convert.ToBase64String(signature.Signature.AsSpan()),
        ["until"] = signature.Until.ToUnixTimeMilliseconds(),
    };

    private static JsonObject Node(MachineSignature signature) => new()
    {
        ["key"] = signature.Key.Value,
        ["on"] = signature.On.Value,
        ["signature"] = Convert.ToBase64String(signature.Signature.AsSpan()),
    };

    private static PersonSignature Person(JsonObject node) => new(
        DomainJson.FromNode<StatementBy>(node["by"]), DomainJson.FromNode<Digest>(node["on"]), DomainJson.FromNode<DateTimeOffset>(node["until"]),
        DomainJson.FromNode<SignatureForm>(node["form"]), [.. DomainJson.FromNode<byte[]>(node["signature"])]);

    private static MachineSignature MachineOf(JsonObject node) => new(
        DomainJson.FromNode<Digest>(node["key"]), DomainJson.FromNode<Digest>(node["on"]), [.. DomainJson.FromNode<byte[]>(node["signature"])]);
}
