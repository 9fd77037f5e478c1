using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Permits;

namespace Azukari.Protocol.Wording;

/// <summary>Applying, endorsing, approving and declining: whoever signs sees the whole plan.</summary>
internal static class ApplicationActs
{
    internal static IEnumerable<Words> Lines(Apply act, FactWording words) =>
    [
        new("持出を申請します。", "I apply to carry data out."),
        CarryOut(act.CarryOut),
        .. Series(act.Series),
        .. PlanWording.Lines(act.Plan, words),
    ];

    internal static IEnumerable<Words> Lines(Withdraw act, FactWording words) =>
    [
        new("持出申請を取り下げます。許可が出ていれば、その許可も終わります。", "I withdraw the application; a permit that was granted ends with it."),
        .. Asked(act.CarryOut, words),
    ];

    internal static IEnumerable<Words> Lines(Endorse act, FactWording words) =>
    [
        new("持出申請の内容を確認し、支持します。", "I endorse an application to carry data out."),
        .. Asked(act.CarryOut, words),
    ];

    internal static IEnumerable<Words> Lines(Approve act, FactWording words) =>
    [
        new("持出を、申請のとおりに許可します。", "I permit the carry-out exactly as it was asked."),
        .. Asked(act.CarryOut, words),
        .. Keys(act.Keys),
    ];

    internal static IEnumerable<Words> Lines(GrantUrgently act, FactWording words) =>
    [
        new("緊急のため、責任者の署名を待たずに持出を許可します。署名は一営業日以内に行われます。", "I permit the carry-out urgently; the missing signatures follow within one working day."),
        .. act.Plan is null ? Asked(act.CarryOut, words) : [CarryOut(act.CarryOut), .. PlanWording.Lines(act.Plan, words)],
        Line.Of("緊急とする理由の書面", "Paper on why it cannot wait", PlanWording.Paper(act.Why)),
        .. Keys(act.Keys),
    ];

    internal static IEnumerable<Words> Lines(Countersign act, FactWording words) =>
    [
        new("緊急に許可された持出の内容を確認し、追認します。", "I have seen what was permitted urgently, and sign for it."),
        .. Asked(act.CarryOut, words),
    ];

    internal static IEnumerable<Words> Lines(Decline act, FactWording words) =>
    [
        new("持出を承認しません。", "I decline the carry-out."),
        Line.Of("理由", "Reason", EnumWording.Of(act.Why)),
        .. Asked(act.CarryOut, words),
    ];

    internal static Words CarryOut(CarryOutId id) => Line.Of("持出番号", "Carry-out", id.Value);

    private static IEnumerable<Words> Keys(ThreeKeys keys) =>
    [
        Line.Of("所有者の鍵", "Owner's key", Printed.Short(keys.Owner)),
        Line.Of("受託者の鍵", "Contractor's key", Printed.Short(keys.Contractor)),
        Line.Of("開封先の鍵", "Destination's key", Printed.Short(keys.Destination)),
    ];

    private static IEnumerable<Words> Series(SeriesId? series) => series is null ? [] : [SeriesActs.Number(series)];

    private static IEnumerable<Words> Asked(CarryOutId id, FactWording words) => words.Facts.Find(id) is not { } carryOut ? [CarryOut(id)] :
    [
        CarryOut(id),
        .. Series(carryOut.Series),
        Line.Of("申請者", "Applicant", carryOut.Applicant is { } applicant ? words.Person(applicant) : new Words("追認待ち", "still to sign")),
        Line.Of("申請日時", "Applied at", words.At(carryOut.Asked.At)),
        .. carryOut.Endorser is { } endorser ? [Line.Of("責任者確認", "Endorsed by", words.Person(endorser))] : Array.Empty<Words>(),
        .. PlanWording.Lines(carryOut.Plan, words),
    ];
}
