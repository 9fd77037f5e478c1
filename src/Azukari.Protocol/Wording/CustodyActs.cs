using Azukari.Domain;
using Azukari.Domain.Custody;

namespace Azukari.Protocol.Wording;

/// <summary>Hand-overs: from whom, to whom, where, and what both saw.</summary>
internal static class CustodyActs
{
    internal static IEnumerable<Words> Lines(HandOver act, FactWording words) =>
    [
        act.Stored ? new("媒体を受け渡し、保管場所に格納します。", "The media are handed over and stored in a locked place.") : new("媒体を受け渡します。", "The media are handed over."),
        ApplicationActs.CarryOut(act.CarryOut),
        Line.Of("媒体", "Media", words.Media(act.Media)),
        .. From(words.Facts.Find(act.CarryOut), words),
        Line.Of("受け取る人", "To", act.Courier is { } leg && act.To.IsEmpty ? words.Organisation(leg.Company) : words.People(act.To)),
        .. Courier(act.Courier),
        .. act.Method is { } method ? [Line.Of("運搬方法", "Method", EnumWording.Of(method))] : Array.Empty<Words>(),
        .. act.Route is { } route ? [Line.Of("経路（立寄りなし）", "Route, without a stop", Printed.Short(route))] : Array.Empty<Words>(),
        .. Delivered(act.Delivered),
        Line.Of("場所", "Place", act.At is { } site ? words.Site(site) : new Words("移動中", "on the way")),
        SealingActs.SealNumber(act.SealNumber),
        Line.Of("封印の状態", "Seal", act.Intact ? new Words("異常なし", "intact") : new("異常あり", "not intact")),
        .. Content(words.Facts.Find(act.CarryOut), words),
    ];

    private static IEnumerable<Words> From(CarryOut? carryOut, FactWording words) => carryOut?.Custody?.Now switch
    {
        null => [],
        { Courier: { } leg } => [Line.Of("渡す人", "From", words.Organisation(leg.Company))],
        var now => [Line.Of("渡す人", "From", words.People(now.Holders))],
    };

    private static IEnumerable<Words> Courier(CourierLeg? leg) => leg is null ? [] :
    [
        Line.Of("運送業者", "Courier", leg.Company.Value),
        Line.Of("追跡番号", "Tracking number", leg.Tracking),
        Line.Of("受領番号", "Receipt number", leg.Receipt),
    ];

    private static IEnumerable<Words> Delivered(CourierLeg? leg) => leg is null ? [] :
    [
        Line.Of("届いた荷物の運送業者", "Brought by", leg.Company.Value),
        Line.Of("届いた荷物の追跡番号", "Tracking number on the parcel", leg.Tracking),
        Line.Of("届いた荷物の受領番号", "Receipt number on the parcel", leg.Receipt),
    ];

    private static IEnumerable<Words> Content(CarryOut? carryOut, FactWording words)
    {
        if (carryOut?.Seal is { } seal) yield return Line.Of("封緘した本人数", "People sealed", Line.People(seal.Measured.People));
        if (carryOut?.Plan.Window is { } window) yield return Line.Of("現地消去の期限", "Erased at the site by", words.At(window.EraseBy));
    }
}
