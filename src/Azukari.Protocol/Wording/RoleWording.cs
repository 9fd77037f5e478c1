using Azukari.Domain;

namespace Azukari.Protocol.Wording;

/// <summary>The duties and phases in the glossary's words.</summary>
public static class RoleWording
{
    /// <summary>The duty.</summary>
    public static Words Of(Role role) => role switch
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

    /// <summary>The phase.</summary>
    public static Words Of(Phase phase) => phase switch
    {
        Phase.Asked => new("申請中", "asked"),
        Phase.Endorsed => new("推薦済み", "endorsed"),
        Phase.Declined => new("不承認", "declined"),
        Phase.Permitted => new("許可済み", "permitted"),
        Phase.Sealed => new("封緘済み", "sealed"),
        Phase.Outside => new("搬送中", "outside"),
        Phase.Arrived => new("到着", "arrived"),
        Phase.Released => new("開封中", "released"),
        Phase.Loaded => new("投入済み", "loaded"),
        Phase.ErasedAtSite => new("鍵は廃棄・媒体は未消去", "keys dead, not yet sanitised"),
        Phase.Home => new("返却済み", "home"),
        Phase.Cleared => new("消去済み", "cleared"),
        Phase.Verified => new("検証済み", "verified"),
        Phase.Closed => new("完了", "closed"),
    };
}
