using System.Security.Cryptography;
using Azukari.Domain;
using Azukari.Domain.Incidents.Laws;
using Azukari.Protocol.Ledger;

namespace Azukari.Protocol.Incidents;

/// <summary>What a person wrote under an item of a report. The record holds only a salted commitment; the text lives in an erasable row beside it (design §5).</summary>
/// <param name="Salt">64 random hexadecimal digits; without them the commitment confirms no guess.</param>
/// <param name="Item">The item.</param>
/// <param name="Text">The text.</param>
/// <param name="IsReason">True where it says why the item cannot be known.</param>
public sealed record ItemText(string Salt, ReportItem Item, string Text, bool IsReason)
{
    /// <summary>The largest document, in bytes.</summary>
    public const int MaxBytes = 20_000;

    /// <summary>A text with a fresh salt.</summary>
    public static ItemText Create(ReportItem item, string text, bool isReason = false) => new(RandomNumberGenerator.GetHexString(64, lowercase: true), item, text, isReason);

    /// <summary>What the rules read.</summary>
    public ItemAnswer Answer() => new(Item, Commitment(), IsReason);

    /// <summary>The commitment.</summary>
    public Digest Commitment() => Digests.Sha256(DomainJson.ToBytes(this));
}
