using Azukari.Domain;
using Azukari.Domain.Sealing;

namespace Azukari.Protocol.Wording;

/// <summary>Sealing: what may be sealed, which is what people sign, and what was sealed.</summary>
internal static class SealingActs
{
    internal static IEnumerable<Words> Lines(SealConsignment act, FactWording words) =>
    [
        new("持出許可のとおりに封緘します。登録端末が数え、書き込み、読み戻します。", "I seal as the permit says; the station counts, writes and reads back."),
        ApplicationActs.CarryOut(act.CarryOut),
        .. words.Presence(act.Presence),
        .. words.Facts.Find(act.CarryOut) is { } carryOut ? PlanWording.Lines(carryOut.Plan, words) : [],
    ];

    internal static IEnumerable<Words> Counts(IEnumerable<SealedDataset> data, FactWording words) => data.SelectMany(sealedData => (Words[])
    [
        Line.Of("データ", "Data", words.Selection(new(sealedData.Dataset, sealedData.Fields))),
        Line.Of($"{sealedData.Dataset}の件数", $"{sealedData.Dataset} counts", [Line.Rows(sealedData.Rows), Line.People(sealedData.People)]),
    ]);

    internal static Words SealNumber(string? number) => Line.Of("封印番号", "Seal number", number is null ? Line.None : Line.Same(number));

    internal static IEnumerable<Words> Measured(SealMeasured measured, FactWording words) =>
    [
        SealNumber(measured.SealNumber),
        Line.Of("封緘した本人数", "People sealed", Line.People(measured.People)),
        .. Counts(measured.Data, words),
        .. measured.Volumes.Select(volume => Line.Of("分冊", "Volume", Line.Noted(volume.Medium.Value, FactWording.Serial(volume.Serial), Line.People(volume.People), Line.Bytes(volume.Bytes), Payload(volume.Payload)))),
        Line.Of("読み戻し確認", "Read back and verified", Line.YesNo(measured.ReadBack)),
        Line.Of("目録書", "Manifest", Printed.Short(measured.Manifest)),
        Line.Of("開封用封筒", "Release envelope", Printed.Short(measured.Envelope)),
        Line.Of("鍵（所有者、受託者、開封先）", "Keys of owner, contractor, destination", new[] { measured.Keys.Owner, measured.Keys.Contractor, measured.Keys.Destination }.Select(key => Line.Same(Printed.Short(key)))),
    ];

    private static Words Payload(Digest payload) => new($"暗号文 {Printed.Short(payload)}", $"ciphertext {Printed.Short(payload)}");
}
