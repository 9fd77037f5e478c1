using Azukari.Domain;
using Azukari.Protocol.Ledger;

namespace Azukari.Protocol.Applications;

/// <summary>One free text of a plan beside purpose and necessity: where it is kept, which rows, why a field beyond the template. The record holds only a salted commitment; the text lives in an erasable row beside it (design §5).</summary>
/// <param name="Salt">64 random hexadecimal digits; without them the commitment confirms no guess.</param>
/// <param name="Text">The text.</param>
public sealed record PlanText(string Salt, string Text)
{
    /// <summary>The commitment that the plan names.</summary>
    public Digest Commitment() => Digests.Sha256(DomainJson.ToBytes(this));
}
