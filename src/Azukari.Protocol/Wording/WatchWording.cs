using Azukari.Domain.Watch;

namespace Azukari.Protocol.Wording;

/// <summary>What people read about clocks. A choice without words does not compile.</summary>
public static class WatchWording
{
    /// <summary>What a deadline is for.</summary>
    public static Words Of(DeadlineKind kind) => kind switch
    {
        DeadlineKind.PermitUnused => new("許可の使用期限", "last day of the permit"),
        DeadlineKind.Departure => new("搬出の期限", "time to leave"),
        DeadlineKind.Arrival => new("到着の期限", "time to arrive"),
        DeadlineKind.Opening => new("開封の期限", "time to open"),
        DeadlineKind.Loading => new("投入の期限", "time to load"),
        DeadlineKind.SiteErasure => new("現地消去の期限", "time to erase at the site"),
        DeadlineKind.Homecoming => new("返却の期限", "time to be back home"),
        DeadlineKind.Sanitising => new("媒体全体の消去・検証・確認の期限", "time to clear, verify and confirm"),
        DeadlineKind.UrgentSignatures => new("緊急承認の追認の期限", "time to sign for an urgent grant"),
        DeadlineKind.Inventory => new("棚卸しの期限", "time to take the inventory"),
        DeadlineKind.MonthReview => new("月次点検の期限", "time to review the month"),
        DeadlineKind.KeyStock => new("使い切りの鍵の補充の期限", "time to fill a stock of one-time keys"),
        DeadlineKind.CopyGone => new("複製・抽出データの消去の期限", "time for a copy to be gone"),
        DeadlineKind.LossAnswer => new("紛失の届出への応答の期限", "time to answer a report of loss"),
        DeadlineKind.Incident => new("事故の発生", "an incident"),
        DeadlineKind.Response => new("事故対応・法定期限の日", "a task of the response, or a law's day"),
    };

    /// <summary>Why keys are suspended.</summary>
    public static Words Of(SuspensionCause why) => why switch
    {
        SuspensionCause.Loss => new("紛失等の届出", "a loss was reported"),
        SuspensionCause.Overdue => new("期限と猶予の経過", "a deadline and its grace have passed"),
    };

    /// <summary>What a drill exercised.</summary>
    public static Words Of(DrillKind kind) => kind switch
    {
        DrillKind.Loss => new("紛失等の届出と対応", "a report of loss and the response"),
        DrillKind.Calls => new("緊急連絡", "the calls"),
        DrillKind.Emergency => new("非常時の開封", "opening in an emergency"),
        DrillKind.Recovery => new("システムの復旧", "recovery of the service"),
    };

    /// <summary>A column of the call list.</summary>
    public static Words Of(CallColumn column) => column switch
    {
        CallColumn.Day => new("開庁時間", "office hours"),
        CallColumn.Night => new("夜間", "night"),
        CallColumn.Holiday => new("閉庁日", "weekends and holidays"),
    };
}
