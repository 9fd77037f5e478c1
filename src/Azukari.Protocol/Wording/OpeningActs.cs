using Azukari.Domain;
using Azukari.Domain.Opening;

namespace Azukari.Protocol.Wording;

/// <summary>Arrival, release, loading.</summary>
internal static class OpeningActs
{
    internal static IEnumerable<Words> Lines(ProveArrival act) =>
    [
        new("封緘した暗号文が、欠けも変更もなく届いたことを示します。写しがないことを示すものではありません。", "The complete, unaltered ciphertext has arrived; this does not prove that no copy exists."),
        ApplicationActs.CarryOut(act.CarryOut),
    ];

    internal static IEnumerable<Words> Lines(ConfirmRelease act, FactWording words) =>
    [
        new("届いた託送物を、ここで今開封してよいことを確認します。", "I confirm that the arrived consignment may be opened here and now."),
        ApplicationActs.CarryOut(act.CarryOut),
        .. words.Presence(act.Presence),
        .. Consignment(words.Facts.Find(act.CarryOut), words),
    ];

    internal static IEnumerable<Words> Lines(ReleaseLayer act, FactWording words) =>
    [
        new("鍵保持者が、鍵を一層引き渡します。", "A key holder releases its layer of the key."),
        ApplicationActs.CarryOut(act.CarryOut),
        Line.Of("鍵の側", "Side", EnumWording.Of(act.Side)),
        .. Consignment(words.Facts.Find(act.CarryOut), words),
    ];

    internal static IEnumerable<Words> Lines(ConfirmLoaded act) =>
    [
        new("投入が完了し、開封先の鍵を廃棄しました。", "The rows are in the destination, and its key is destroyed."),
        ApplicationActs.CarryOut(act.CarryOut),
    ];

    internal static IEnumerable<Words> Lines(GiveUp act) =>
    [
        new("開封を中止しました。何も投入せず、開封先の鍵を廃棄しました。", "The opening was given up: nothing was loaded, and the destination's key is destroyed."),
        ApplicationActs.CarryOut(act.CarryOut),
    ];

    internal static IEnumerable<Words> Measured(ArrivalMeasured measured, FactWording words) =>
    [
        Line.Of("媒体", "Medium", words.Medium(measured.Medium)),
        Line.Of("読み取った製造番号", "Serial number read", measured.Serial),
        Line.Of("暗号文", "Ciphertext", Printed.Short(measured.Payload)),
        Line.Of("到着確認の問い", "Arrival question", Printed.Short(measured.Nonce)),
    ];

    internal static IEnumerable<Words> Measured(LoadMeasured measured, FactWording words) =>
    [
        Line.Of("目録書", "Manifest", Printed.Short(measured.Manifest)),
        Line.Of("投入した本人数", "People loaded", Line.People(measured.People)),
        .. SealingActs.Counts(measured.Data, words),
        .. KeyActs.Tombstone(measured.KeyDestroyed, words),
    ];

    private static IEnumerable<Words> Consignment(CarryOut? carryOut, FactWording words)
    {
        if (carryOut is null) yield break;

        yield return Line.Of("持出先", "To", words.Site(carryOut.Plan.Destination));
        yield return Line.Of("開封する端末", "Opened at", words.Station(carryOut.Plan.OpenAt));
        if (carryOut.Plan.Window is { } window) yield return Line.Of("開封期限", "Opened by", words.At(window.OpenBy));
        if (carryOut.Seal is { } seal)
        {
            yield return SealingActs.SealNumber(seal.Measured.SealNumber);
            yield return Line.Of("封緘した本人数", "People sealed", Line.People(seal.Measured.People));
        }

        if (carryOut.Arrival is { } arrival) yield return Line.Of("到着の証明", "Arrival proven", words.At(arrival.Mark.At));
    }
}
