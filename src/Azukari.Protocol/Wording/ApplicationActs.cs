using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Permits;

namespace Azukari.Protocol.Wording;

/// <summary>Applying, endorsing, approving and declining: whoever signs sees the whole plan.</summary>
internal static class ApplicationActs
{
    internal static IEnumerable<Bilingual> Lines(Apply act, FactWording words) =>
    [
        new("持出を申請します。", "I apply to carry data out."),
        CarryOut(act.CarryOut),
        .. PlanWording.Lines(act.Plan, words),
    ];

    internal static IEnumerable<Bilingual> Lines(Endorse act, FactWording words) =>
    [
        new("持出申請の内容を確認し、支持します。", "I endorse an application to carry data out."),
        .. Asked(act.CarryOut, words),
    ];

    internal static IEnumerable<Bilingual> Lines(Approve act, FactWording words) =>
    [
        new("持出を、申請のとおりに許可します。", "I permit the carry-out exactly as it was asked."),
        .. Asked(act.CarryOut, words),
        Line.Of("委託元の鍵", "Owner's key", Printed.Short(act.Keys.Owner)),
        Line.Of("委託先の鍵", "Contractor's key", Printed.Short(act.Keys.Contractor)),
        Line.Of("開封先の鍵", "Destination's key", Printed.Short(act.Keys.Destination)),
    ];

    internal static IEnumerable<Bilingual> Lines(Decline act, FactWording words) =>
    [
        new("持出を承認しません。", "I decline the carry-out."),
        Line.Of("理由", "Reason", EnumWording.Of(act.Why)),
        .. Asked(act.CarryOut, words),
    ];

    internal static Bilingual CarryOut(CarryOutId id) => Line.Of("持出番号", "Carry-out", id.Value);

    private static IEnumerable<Bilingual> Asked(CarryOutId id, FactWording words) => words.Facts.Find(id) is not { } carryOut ? [CarryOut(id)] :
    [
        CarryOut(id),
        Line.Of("申請者", "Applicant", words.Person(carryOut.Applicant)),
        Line.Of("申請日時", "Applied at", words.At(carryOut.Asked.At)),
        .. carryOut.Endorser is { } endorser ? [Line.Of("責任者確認", "Endorsed by", words.Person(endorser))] : Array.Empty<Bilingual>(),
        .. PlanWording.Lines(carryOut.Plan, words),
    ];
}
