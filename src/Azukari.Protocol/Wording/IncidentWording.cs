using Azukari.Domain.Incidents;

namespace Azukari.Protocol.Wording;

/// <summary>What people read about incidents. A choice without words does not compile.</summary>
public static class IncidentWording
{
    /// <summary>What opened an incident.</summary>
    public static Words Of(IncidentCause cause) => cause switch
    {
        IncidentCause.Lost => new("紛失の届出", "reported lost"),
        IncidentCause.Stolen => new("盗難の届出", "reported stolen"),
        IncidentCause.Misdelivered => new("誤配の届出", "reported misdelivered"),
        IncidentCause.SealBroken => new("封印の異常の届出", "reported with a broken seal"),
        IncidentCause.FoundByOthers => new("第三者による発見の届出", "reported found by somebody else"),
        IncidentCause.FoundByStranger => new("拾得者からの届出（署名なし）", "reported by a stranger, unsigned"),
        IncidentCause.NotIntact => new("受渡時の封印の異常", "not intact at a hand-over"),
        IncidentCause.SignaturesMissing => new("緊急承認の署名不足", "signatures of an urgent approval missing"),
        IncidentCause.BreakGlass => new("非常時の開封", "break-glass"),
        IncidentCause.WithoutPermit => new("許可のない媒体接続", "connected without a permit"),
        IncidentCause.MissingAtInventory => new("棚卸しでの所在不明", "missing at the inventory"),
    };

    /// <summary>What has to be done about it.</summary>
    public static Words Of(TaskKind kind) => kind switch
    {
        TaskKind.Search => new("捜索・回収", "search and recovery"),
        TaskKind.PoliceReport => new("警察への届出", "report to the police"),
        TaskKind.PhoneLocation => new("携帯電話の位置確認", "location of the phone"),
        TaskKind.DarkWebWatch => new("不正な流通の監視", "watch for the data being offered"),
        TaskKind.Regulator => new("監督機関への報告", "report to the regulator"),
        TaskKind.DataOwner => new("委託元への連絡", "notice to the data owner"),
        TaskKind.PublicNotice => new("公表・本人への通知", "public notice and notice to the persons"),
        TaskKind.EnquiryDesk => new("問合せ窓口の設置", "enquiry desk"),
    };
}
