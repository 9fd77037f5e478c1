using System.Security.Cryptography;
using Azukari.Domain;
using Azukari.Protocol.Ledger;

namespace Azukari.Protocol.Applications;

/// <summary>The free text of an application. The record holds only a salted commitment; the text lives in an erasable row beside it (design §5).</summary>
/// <param name="Salt">64 random hexadecimal digits; without them the commitment confirms no guess.</param>
/// <param name="Purpose">目的.</param>
/// <param name="Necessity">必要性.</param>
/// <param name="WhyNotOnline">Why no channel without media will do.</param>
public sealed record ApplicationText(string Salt, string Purpose, string Necessity, string WhyNotOnline)
{
    /// <summary>The largest document, in bytes.</summary>
    public const int MaxBytes = 20_000;

    /// <summary>A text with a fresh salt.</summary>
    public static ApplicationText Create(string purpose, string necessity, string whyNotOnline) =>
        new(RandomNumberGenerator.GetHexString(64, lowercase: true), purpose, necessity, whyNotOnline);

    /// <summary>The commitment that the plan names.</summary>
    public Digest Commitment() => Digests.Sha256(DomainJson.ToBytes(this));
}
