using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;
using Azukari.Domain.Media;
using Azukari.Domain.Watch;

namespace Azukari.Protocol.Wording;

/// <summary>The engagement's beginning, its chain, its policy, its sites.</summary>
internal static class EngagementActs
{
    internal static IEnumerable<Words> Lines(FoundEngagement act) =>
    [
        new("委託業務の起点に署名します。今後の署名は、すべてここに記した鍵に基づきます。", "I sign the genesis of an engagement; every later signature rests on the keys named here."),
        Line.Of("委託業務", "Engagement", act.Engagement.Value),
        Line.Of("時間帯", "Time zone", act.Zone),
        .. Side("所有者", "Owner", act.Owner),
        .. Side("受託者", "Contractor", act.Contractor),
        Line.Of("記録の名", "Log", act.LogOrigin),
        Line.Of("記録の鍵", "Log key", act.LogKey),
    ];

    internal static IEnumerable<Words> Lines(ApproveOrganisation act, FactWording words) =>
    [
        new("組織を委託の系列に加えることを承認します。", "I approve an organisation of the chain of entrustment."),
        Line.Of("組織", "Organisation", act.Organisation.Value),
        Line.Of("種類", "Kind", EnumWording.Of(act.Kind)),
        Line.Of("委託する組織", "Entrusted by", words.Organisation(act.EntrustedBy)),
        Line.Of("代表者", "Representative", act.Representative.Value),
        Line.Of("代表者の鍵", "Representative's key", PeopleActs.Key(act.Key)),
        Line.Of("再委託承認申請書", "Application for re-entrustment", act.Text is { } text ? Line.Same(Printed.Short(text)) : Line.None),
    ];

    internal static IEnumerable<Words> Lines(SetPolicy act, FactWording words) =>
    [
        new("持出方針を定めます。", "I set the policy for carrying data out."),
        Line.Of("持出の最長時間", "Longest carry-out", new Words($"{act.LongestHours}時間", $"{act.LongestHours} hours")),
        Line.Of("本人数の余裕", "Margin on people", new Words($"見込みの{act.MarginPercent}パーセントまで", $"up to {act.MarginPercent} percent above the plan")),
        Line.Of("媒体の上限", "Most media", new Words($"1件の持出につき{act.MostMedia}本", $"{act.MostMedia} for one carry-out")),
        Line.Of("認める移動", "Allowed crossings", act.Crossings.Select(Crossing)),
        Line.Of("有効期限", "Valid until", words.At(act.LastDay)),
        .. act.Calendar is { } calendar ? [Line.Of("会計年度の末月", "Fiscal year ends with month", $"{calendar.FiscalYearEndMonth}")] : Array.Empty<Words>(),
        .. act.Calendar?.Closed is { } closed ? [Line.Of("土日以外の閉庁日", "Closed besides weekends", closed.Select(InstantWording.Of))] : Array.Empty<Words>(),
        Line.Of("包括承認の回数の上限", "Most carry-outs of a series", act.MostInSeries == 0 ? new Words("包括承認は認めない", "no series") : new Words($"{act.MostInSeries}回", $"{act.MostInSeries}")),
        .. Clock(act.Clock ?? ClockPolicy.Default),
        .. Media(act.Media ?? MediaPolicy.Default),
        .. (act.Retention ?? RetentionPolicy.Default).Periods.Select(Kept),
    ];

    private static IEnumerable<Words> Media(MediaPolicy media) =>
    [
        Line.Of("棚卸しの間隔", "Inventory at least every", new Words($"{media.InventoryDays}日以内", $"{media.InventoryDays} days")),
        Line.Of("媒体全体の消去も現地で行う", "Whole medium cleared at the site", Line.YesNo(media.ClearAtSite)),
        .. media.Validation is { } statement ? [Line.Of("暗号化消去の実装の検証書", "Statement that validates cryptographic erasure", statement.Value)] : Array.Empty<Words>(),
    ];

    private static Words Kept(RetentionPeriod period) => Line.Of(
        $"保存期間（{MediaWording.Of(period.Kind).Ja}）", $"Kept ({MediaWording.Of(period.Kind).En})", new Words($"{period.Months}か月", $"{period.Months} months"));

    private static IEnumerable<Words> Clock(ClockPolicy clock) =>
    [
        Line.Of("到着から開封まで", "Opened, after arriving, within", Minutes(clock.OpenMinutes)),
        Line.Of("開封から現地消去まで", "Erased at the site, after opening, within", Minutes(clock.EraseMinutes)),
        Line.Of("作業終了から現地消去まで", "Erased at the site, after the work, within", Minutes(clock.AfterWorkMinutes)),
        Line.Of("警報の段階の間隔", "Between the steps of an alarm", Minutes(clock.EscalateMinutes)),
        Line.Of("次の人に連絡するまで", "Before the next name is called", Minutes(clock.AnswerMinutes)),
        Line.Of("期限から鍵の一時停止まで", "From a deadline to the suspension of the keys", Minutes(clock.GraceMinutes)),
        Line.Of("紛失の届出から鍵の廃棄まで", "From an outsider's report of loss to the end of the keys", Minutes(clock.LossMinutes)),
        Line.Of("現地消去から返却まで", "Back home, after the site's erasure, within", new Words($"{clock.HomeHours}時間", $"{clock.HomeHours} hours")),
        Line.Of("返却から媒体全体の消去の確認まで", "Cleared and confirmed, after coming home, within", new Words($"{clock.SanitiseDays}日", $"{clock.SanitiseDays} days")),
        Line.Of("月末から月次点検まで", "A month reviewed, after its end, within", new Words($"{clock.ReviewDays}日", $"{clock.ReviewDays} days")),
        Line.Of("使い切りの鍵が残り少なくなってから補充まで", "A stock of one-time keys filled, after falling low, within", new Words($"{clock.StockHours}時間", $"{clock.StockHours} hours")),
        Line.Of("事故への対応（期限の定めがないとき）", "A task of the response, where no time is given, within", new Words($"{clock.TaskHours}時間", $"{clock.TaskHours} hours")),
    ];

    private static Words Minutes(int minutes) => new($"{minutes}分", $"{minutes} minutes");

    internal static IEnumerable<Words> Lines(RegisterSite act) =>
    [
        new("拠点を登録します。", "I register a site."),
        Line.Of("拠点", "Site", act.Site.Value),
        Line.Of("ネットワーク区分", "Network layer", EnumWording.Of(act.Layer)),
    ];

    private static Words Crossing(Crossing crossing) =>
        new($"{EnumWording.Of(crossing.From).Ja}→{EnumWording.Of(crossing.To).Ja}", $"{EnumWording.Of(crossing.From).En} to {EnumWording.Of(crossing.To).En}");

    private static IEnumerable<Words> Side(string ja, string en, FoundingSide side) =>
    [
        Line.Of(ja, en, side.Organisation.Value),
        Line.Of($"{ja}の代表者", $"{en}'s representative", side.Root.Value),
        Line.Of($"{ja}の代表者の鍵", $"{en}'s representative's key", PeopleActs.Key(side.RootKey)),
        Line.Of($"{ja}の鍵保持者の鍵", $"{en}'s key holder's key", PeopleActs.Key(side.HolderKey)),
        Line.Of($"{ja}の記録立会いの鍵", $"{en}'s log witness key", side.WitnessKey),
    ];
}
