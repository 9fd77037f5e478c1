using Azukari.Domain;

namespace Azukari.Protocol.Wording;

/// <summary>The duties and the phases, as the glossary has them.</summary>
public static class RoleWording
{
    /// <summary>The name of a duty.</summary>
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
        Role.Administrator => new("システム管理者", "administrator of the installation"),
        Role.Member => new("本人", "oneself"),
    };

    /// <summary>The name of a phase.</summary>
    public static Words Of(Phase phase) => phase switch
    {
        Phase.Asked => new("申請中", "applied for"),
        Phase.Endorsed => new("責任者確認済", "endorsed"),
        Phase.Declined => new("不承認", "declined"),
        Phase.Withdrawn => new("取下げ", "withdrawn"),
        Phase.Void => new("失効（期限までに使用なし）", "void, not used in time"),
        Phase.Permitted => new("承認済", "permitted"),
        Phase.Sealed => new("封緘済", "sealed"),
        Phase.Outside => new("搬送中", "outside"),
        Phase.Arrived => new("到着", "arrived"),
        Phase.Released => new("鍵引渡し済", "released"),
        Phase.Loaded => new("投入済", "loaded"),
        Phase.ErasedAtSite => new("現地消去済（媒体全体の消去はまだ）", "keys dead, not yet sanitised"),
        Phase.Home => new("返却済", "home"),
        Phase.Cleared => new("媒体消去済", "cleared"),
        Phase.Verified => new("消去検証済", "verified"),
        Phase.Closed => new("完了", "closed"),
        Phase.Destroyed => new("終了（破壊）", "ended, destroyed"),
        Phase.Lost => new("終了（亡失）", "ended, lost"),
    };
}
