using System.Security.Cryptography;
using Azukari.Domain;
using Azukari.Protocol.Ledger;

namespace Azukari.Protocol.Applications;

/// <summary>What is applied for when work is to be entrusted further. The record holds only a salted commitment; the text lives in an erasable row beside it (design §5).</summary>
/// <param name="Salt">64 random hexadecimal digits; without them the commitment confirms no guess.</param>
/// <param name="Work">再委託する業務.</param>
/// <param name="Reason">再委託する理由.</param>
/// <param name="PersonalData">取り扱う個人情報.</param>
/// <param name="Safeguards">安全管理措置.</param>
/// <param name="Supervision">監督方法.</param>
/// <param name="From">The first day of the period, as <c>yyyy-MM-dd</c>.</param>
/// <param name="Until">The last day of the period, as <c>yyyy-MM-dd</c>.</param>
public sealed record ReentrustmentText(string Salt, string Work, string Reason, string PersonalData, string Safeguards, string Supervision, string From, string Until)
{
    /// <summary>A text with a fresh salt.</summary>
    public static ReentrustmentText Create(string work, string reason, string personalData, string safeguards, string supervision, DateOnly from, DateOnly until) => new(
        RandomNumberGenerator.GetHexString(64, lowercase: true), work, reason, personalData, safeguards, supervision, $"{from:yyyy-MM-dd}", $"{until:yyyy-MM-dd}");

    /// <summary>The commitment that the approval names.</summary>
    public Digest Commitment() => Digests.Sha256(DomainJson.ToBytes(this));
}
