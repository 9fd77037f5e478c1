using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Erasure;

namespace Azukari.Protocol.Wording;

/// <summary>The ends of a carry-out, of a copy, of a station and of the engagement (R21, R22, R36).</summary>
internal static class EndActs
{
    internal static IEnumerable<Words> Lines(EndDestroyed act, FactWording words) =>
    [
        new("この持出を「破壊」として終えます。警報は止まり、記録は残ります。", "I end this carry-out as destroyed; the alarms end, the record stays."),
        ApplicationActs.CarryOut(act.CarryOut),
        .. words.Facts.Find(act.CarryOut) is { } carryOut ? Media(carryOut, words) : [],
    ];

    internal static IEnumerable<Words> Lines(EndLost act, FactWording words) =>
    [
        new("この持出を「亡失」として終えます。警報は止まり、記録は残ります。後で見つかったときも届け出ます。", "I end this carry-out as lost; the alarms end, the record stays, and finding it later is still reported."),
        ApplicationActs.CarryOut(act.CarryOut),
        .. words.Facts.Find(act.CarryOut) is { } carryOut ? Media(carryOut, words) : [],
    ];

    internal static IEnumerable<Words> Lines(RegisterCopy act, FactWording words) =>
    [
        new("複製または抽出データを登録します。期限までに消去し、二人で確認します。", "I register a copy or an extract; it is deleted by its end date and two confirm that."),
        ApplicationActs.CarryOut(act.CarryOut),
        Line.Of("名称", "Name", act.Copy.Value),
        Line.Of("種類", "Kind", MediaWording.Of(act.Kind)),
        Line.Of("所在", "Place", words.Site(act.At)),
        Line.Of("消去の期限", "Gone by", words.At(act.EndsAt)),
    ];

    internal static IEnumerable<Words> Lines(ConfirmGone act, FactWording words) =>
    [
        new("複製または抽出データを消去したことを確認します。", "I confirm that a copy or an extract has been deleted."),
        ApplicationActs.CarryOut(act.CarryOut),
        Line.Of("名称", "Name", act.Copy.Value),
        .. words.Facts.Find(act.CarryOut)?.Copies.GetValueOrDefault(act.Copy) is { Registered: var copy }
            ? [Line.Of("種類", "Kind", MediaWording.Of(copy.Kind)), Line.Of("所在", "Place", words.Site(copy.At))] : Array.Empty<Words>(),
    ];

    internal static IEnumerable<Words> Lines(CloseStation act, FactWording words) =>
    [
        new("登録端末を廃止します。以後は、鍵の廃棄と届出だけができます。", "I close a station; from now on it only destroys keys and reports."),
        Line.Of("端末", "Station", words.Station(act.Station)),
    ];

    internal static IEnumerable<Words> Lines(CloseEngagement act, FactWording words) =>
    [
        new("委託業務を終了します。開いている持出、媒体、複製、端末は残っていません。以後は何も始められません。", "I close the engagement; no carry-out, medium, copy or station is left open, and nothing starts after this."),
        .. words.Facts.Founding is { } founding ? [Line.Of("委託業務", "Engagement", founding.Engagement.Value)] : Array.Empty<Words>(),
        Line.Of("引き渡した証跡一式", "Bundle handed over", act.Bundle.Value),
        .. Enum.GetValues<RecordKind>().Select(kind => Kept(kind, words)),
    ];

    private static Words Kept(RecordKind kind, FactWording words)
    {
        var policy = words.Facts.Policy?.Retention ?? RetentionPolicy.Default;
        var months = policy.Periods.FirstOrDefault(period => period.Kind == kind)?.Months ?? policy.Periods.Max(period => period.Months);
        return Line.Of(
            $"保存期間（{MediaWording.Of(kind).Ja}）", $"Kept ({MediaWording.Of(kind).En})",
            new Words($"終了した年度の翌年度から{months}か月", $"{months} months after the fiscal year in which it ended"));
    }

    /// <summary>Each medium with what was really reached.</summary>
    private static IEnumerable<Words> Media(CarryOut carryOut, FactWording words) =>
        carryOut.Seal?.Measured.Volumes.Select(volume => Line.Of("媒体", "Medium",
            ErasureCertificate.Of(words.Facts, carryOut, volume.Medium) is { } certificate
                ? Line.List([words.Medium(volume.Medium), MediaWording.Of(certificate.Reached.Level)])
                : words.Medium(volume.Medium))) ?? [];
}
