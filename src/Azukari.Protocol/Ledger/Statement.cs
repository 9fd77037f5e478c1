using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azukari.Domain;
using Azukari.Protocol.Canonical;

namespace Azukari.Protocol.Ledger;

/// <summary>意思表示: the exact bytes that a person or a machine signs (design §3).</summary>
/// <remarks>
/// A person signs <c>azukari/statement/v1</c> LF and the statement in canonical JSON: act, engagement, signer, what is said, the leaf of the entry it answers, the last moment of validity.
/// As SSHSIG with sha256 the signed hash is the one that a passkey takes as its challenge. A machine signs what the people said, the digests of their statements, and what it measured.
/// </remarks>
public static class Statement
{
    /// <summary>The SSHSIG namespace of a person's statement.</summary>
    public const string Namespace = "azukari.statement.v1";

    private static readonly byte[] Prefix = "azukari/statement/v1\n"u8.ToArray();

    /// <summary>The bytes that this person signs under this act.</summary>
    public static byte[] BytesFor(EngagementId engagement, Act act, StatementBy by, Digest on, DateTimeOffset until) =>
        BytesFor(engagement, ActNames.Of(act), Split(act).Said, by, on, until);

    internal static byte[] BytesFor(EngagementId engagement, string act, JsonObject said, StatementBy by, Digest on, DateTimeOffset until)
    {
        var statement = new JsonObject
        {
            ["act"] = act,
            ["by"] = DomainJson.ToNode(by),
            ["engagement"] = engagement.Value,
            ["on"] = on.Value,
            ["said"] = said.DeepClone(),
            ["until"] = until.ToUnixTimeMilliseconds(),
        };

        return [.. Prefix, .. CanonicalJson.Write(statement)];
    }

    /// <summary>The bytes that a station or key holder signs under this act, the people's statements included by digest.</summary>
    public static byte[] BytesForMachine(EngagementId engagement, Act act, Digest key, Digest on, IEnumerable<Digest> people)
    {
        var (said, measured) = Split(act);
        var statement = new JsonObject
        {
            ["act"] = ActNames.Of(act),
            ["engagement"] = engagement.Value,
            ["key"] = key.Value,
            ["measured"] = measured,
            ["on"] = on.Value,
            ["people"] = new JsonArray([.. people.Select(digest => (JsonNode)digest.Value)]),
            ["said"] = said,
        };

        return CanonicalJson.Write(statement);
    }

    /// <summary>SHA-256 of a statement's bytes: its identity, its idempotency key, a passkey's challenge.</summary>
    public static Digest DigestOf(ReadOnlySpan<byte> statement) => Digests.Sha256(statement);

    /// <summary>What people say and what a machine measured are signed apart: people sign before the machine has measured anything.</summary>
    internal static (JsonObject Said, JsonNode? Measured) Split(Act act)
    {
        var said = (JsonObject)DomainJson.ToNode(act);
        said.Remove("measured", out var measured);
        return (said, measured);
    }
}

/// <summary>Who signs a statement: key, organisation, person and duty.</summary>
public sealed record StatementBy(Digest Key, OrganisationId Organisation, PersonId Person, Role Role);

/// <summary>SHA-256 in the form that the record uses.</summary>
public static class Digests
{
    /// <summary>The digest of these bytes.</summary>
    public static Digest Sha256(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>The digest's 32 bytes.</summary>
    public static byte[] Bytes(this Digest digest) => Convert.FromHexString(digest.Value);
}
