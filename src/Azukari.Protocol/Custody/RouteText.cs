using System.Security.Cryptography;
using Azukari.Domain;
using Azukari.Protocol.Ledger;

namespace Azukari.Protocol.Custody;

/// <summary>The route of an accompanied carriage in words (R14). The record holds only a salted commitment; the text lives in an erasable row beside it (design §5).</summary>
/// <param name="Salt">64 random hexadecimal digits; without them the commitment confirms no guess.</param>
/// <param name="Route">経路.</param>
public sealed record RouteText(string Salt, string Route)
{
    /// <summary>A text with a fresh salt.</summary>
    public static RouteText Create(string route) => new(RandomNumberGenerator.GetHexString(64, lowercase: true), route);

    /// <summary>The commitment that the hand-over names.</summary>
    public Digest Commitment() => Digests.Sha256(DomainJson.ToBytes(this));
}
