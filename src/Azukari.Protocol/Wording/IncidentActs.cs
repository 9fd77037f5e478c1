using Azukari.Domain;
using Azukari.Domain.Incidents;

namespace Azukari.Protocol.Wording;

/// <summary>Reporting a loss, and reporting it found.</summary>
internal static class IncidentActs
{
    internal static IEnumerable<Words> Lines(ReportLoss act, FactWording words) =>
    [
        new("紛失等を届け出ます。誰の承認も要りません。", "I report a loss; nobody's approval is needed."),
        ApplicationActs.CarryOut(act.CarryOut),
        Line.Of("起きたこと", "What happened", EnumWording.Of(act.Kind)),
        .. act.ByTelephone ? [new("当直が電話を受けて届け出ます。", "The duty desk files this from a telephone call.")] : Array.Empty<Words>(),
        .. act.OnBehalfOf is { } other ? [Line.Of("代わって届け出る相手", "On behalf of", words.Person(other))] : Array.Empty<Words>(),
        new("持出許可に名のある人の届出では、残っている鍵をただちに廃棄します。ほかの人の届出では、ただちに停止し、応答がなければ60分後に廃棄します。",
            "From a person named in the permit, every key that still lives is destroyed at once; from anybody else it is suspended at once and destroyed after 60 minutes without an answer."),
        .. Content(words.Facts.Find(act.CarryOut)),
    ];

    internal static IEnumerable<Words> Lines(ReportFromLabel act) =>
    [
        new("ラベルを見た人からの届出です。署名はなく、鍵には触れません。", "Somebody who read the label reports; nothing is signed and no key is touched."),
        ApplicationActs.CarryOut(act.CarryOut),
        SealingActs.SealNumber(act.SealNumber),
        Line.Of("届出の内容", "Reported as", EnumWording.Of(act.Kind)),
    ];

    internal static IEnumerable<Words> Lines(ReportFound act, FactWording words) =>
    [
        new("媒体がここにあることを届け出ます。廃棄した鍵は元に戻りません。", "I report that it is here; a key that is destroyed stays destroyed."),
        ApplicationActs.CarryOut(act.CarryOut),
        Line.Of("封印の状態", "Seal", act.SealIntact ? new Words("異常なし", "intact") : new("異常あり", "not intact")),
        .. words.Facts.Find(act.CarryOut)?.Suspended is { } since ? [Line.Of("鍵の一時停止", "Suspended since", words.At(since.Mark.At))] : Array.Empty<Words>(),
    ];

    private static IEnumerable<Words> Content(CarryOut? carryOut)
    {
        if (carryOut?.Seal is not { Measured: var sealedAs }) yield break;

        yield return SealingActs.SealNumber(sealedAs.SealNumber);
        yield return Line.Of("封緘した本人数", "People sealed", Line.People(sealedAs.People));
    }
}
