using System.Globalization;
using Azukari.Domain.Watch;

namespace Azukari.Protocol.Wording;

/// <summary>R29: counting refusals, drills, the month's review.</summary>
internal static class ReviewActs
{
    internal static IEnumerable<Words> Lines(CountRefusals act) =>
    [
        new("一日に拒否した件数を、理由ごとに記録します。", "The refusals of a day are recorded, reason by reason."),
        Line.Of("日", "Day", InstantWording.Of(act.Day)),
        .. act.Counts.Select(count => Line.Of("拒否", "Refused", Line.Noted(ReasonWording.Of(count.Because).Says, Times(count.Times)))),
        .. act.Counts.IsEmpty ? [Line.Of("拒否", "Refused", Line.None)] : Array.Empty<Words>(),
    ];

    internal static IEnumerable<Words> Lines(HoldDrill act) =>
    [
        new("訓練を実施したことを記録します。", "I record that a drill was held."),
        Line.Of("訓練の内容", "Exercised", WatchWording.Of(act.Kind)),
        Line.Of("訓練の結果の書面", "Report on it", Printed.Short(act.Report)),
    ];

    internal static IEnumerable<Words> Lines(ReviewMonth act) =>
    [
        new("月次点検として、次の件数を確認しました。", "I have reviewed the month, with these figures."),
        Line.Of("対象月", "Month", Month(act.Month)),
        .. Figures(act.Figures),
    ];

    /// <summary>In the order of a review's agenda.</summary>
    private static IEnumerable<Words> Figures(MonthFigures figures) =>
    [
        Line.Of("警報", "Alarms", Times(figures.Alarms)),
        Line.Of("月末までに応答のない警報", "Alarms unanswered at the end of the month", Times(figures.Unanswered)),
        Line.Of("拒否を集計した日数", "Days whose refusals were counted", new Words($"{figures.DaysCounted}日", $"{figures.DaysCounted}")),
        Line.Of("拒否", "Refusals", Times(figures.Refusals)),
        Line.Of("鍵の一時停止", "Suspensions of keys", Times(figures.Suspensions)),
        Line.Of("紛失等の届出", "Reports of loss", Times(figures.Losses)),
        Line.Of("事故", "Incidents", Times(figures.Incidents)),
        Line.Of("緊急承認", "Urgent grants", Times(figures.UrgentGrants)),
        Line.Of("職務分離の免除", "Waivers of separate duties", Times(figures.Waivers)),
        Line.Of("期限の延長", "Extensions", Times(figures.Extensions)),
        Line.Of("訓練", "Drills", Times(figures.Drills)),
    ];

    /// <summary>A day's words up to its month.</summary>
    private static Words Month(DateOnly first) => new(JapaneseTime.Day(first).Split('月')[0] + "月", first.ToString("MMMM yyyy", CultureInfo.InvariantCulture));

    private static Words Times(long times) => new($"{Printed.Number(times)}件", Printed.Number(times));
}
