using Azukari.Domain;

namespace Azukari.Protocol.Wording;

/// <summary>The duties, as the glossary has them.</summary>
public static class RoleWording
{
    /// <summary>The name of a duty.</summary>
    public static Bilingual Of(Role role) => role switch
    {
        Role.Representative => new("代表者", "representative"),
        Role.Approver => new("承認者", "approver"),
        Role.Witness => new("立会者", "witness"),
        Role.SecurityOfficer => new("情報セキュリティ管理者", "security officer"),
        Role.ProjectManager => new("業務責任者", "project manager"),
        Role.InformationManager => new("機密情報管理責任者", "confidential information manager"),
        Role.Operator => new("作業者", "operator"),
        Role.Keeper => new("保管責任者", "keeper"),
        Role.Auditor => new("監査者", "auditor"),
        Role.Member => new("本人", "oneself"),
    };
}
