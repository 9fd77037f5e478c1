using System.Buffers.Text;
using System.Security.Cryptography;
using Azukari.Demo.Stories;

namespace Azukari.Demo.Visitors;

/// <summary>An invented person as whom a visitor looks around.</summary>
/// <param name="Id">The pseudonym.</param>
/// <param name="Organisation">The employer.</param>
/// <param name="Duty">The duty, as the record names it.</param>
/// <param name="Ja">The duty in Japanese.</param>
/// <param name="Passkey">The passkey, in the demo's memory.</param>
internal sealed record Visitor(string Id, string Organisation, string Duty, string Ja, VisitorPasskey Passkey)
{
    /// <summary>What stands in the visitor's link, and nowhere else.</summary>
    internal string Secret { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    /// <summary>One for each of the people who use Azukari.</summary>
    internal static IReadOnlyList<Visitor> All(string origin) =>
    [
        new("v-approver", Cast.City, "approver", "承認者", new(origin)),
        new("v-officer", Cast.City, "security-officer", "情報セキュリティ管理者", new(origin)),
        new("v-manager", Cast.Contractor, "project-manager", "業務責任者", new(origin)),
        new("v-executive", Cast.Contractor, "information-manager", "機密情報管理責任者", new(origin)),
        new("v-carrier", Cast.Contractor, "operator", "作業者（携行者）", new(origin)),
        new("v-auditor", Cast.City, "auditor", "監査者", new(origin)),
    ];
}
