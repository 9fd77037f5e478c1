using System.Security.Cryptography;
using Azukari.Domain;
using Azukari.Protocol.Ledger;

namespace Azukari.Protocol.Incidents;

/// <summary>What was done about an incident, or why it was not done, in words (R25). The record holds only a salted commitment; the text lives in an erasable row beside it (design §5).</summary>
/// <param name="Salt">64 random hexadecimal digits; without them the commitment confirms no guess.</param>
/// <param name="Text">対応の内容 or 行わない理由.</param>
public sealed record TaskText(string Salt, string Text)
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 2000;

    /// <summary>A text with a fresh salt.</summary>
    public static TaskText Create(string text) => new(RandomNumberGenerator.GetHexString(64, lowercase: true), text);

    /// <summary>The commitment that the act names.</summary>
    public Digest Commitment() => Digests.Sha256(DomainJson.ToBytes(this));
}
