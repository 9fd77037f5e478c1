using Azukari.Domain;

namespace Azukari.Protocol.Wording;

/// <summary>Where a carry-out stands, in the words of the journey.</summary>
public static class PhaseWording
{
    /// <summary>The name of a phase.</summary>
    public static Bilingual Of(Phase phase) => phase switch
    {
        Phase.Asked => new("申請中", "applied for"),
        Phase.Endorsed => new("責任者確認済", "endorsed"),
        Phase.Declined => new("不承認", "declined"),
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
    };
}
