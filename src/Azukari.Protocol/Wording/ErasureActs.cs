using Azukari.Domain;
using Azukari.Domain.Erasure;
using Azukari.Domain.Media;

namespace Azukari.Protocol.Wording;

/// <summary>Erasing, verifying, confirming; never more than was reached (R19).</summary>
internal static class ErasureActs
{
    internal static IEnumerable<Words> Lines(EraseAtSite act, FactWording words) =>
    [
        new("現地で託送物を上書きして読み戻します。媒体全体の消去は、このあと保管場所で行います。", "The payload is overwritten and read back at the site; the medium is not yet sanitised."),
        ApplicationActs.CarryOut(act.CarryOut),
        .. words.Presence(act.Presence),
    ];

    internal static IEnumerable<Words> Lines(ClearMedium act, FactWording words) =>
    [
        new("保管場所で媒体全体を消去します。", "The whole medium is cleared at its home."),
        ApplicationActs.CarryOut(act.CarryOut),
        .. words.Presence(act.Presence),
    ];

    internal static IEnumerable<Words> Lines(VerifyErasure act, FactWording words) =>
    [
        new("消去に加わっていない人が、別の端末で媒体を調べ、消去を検証します。", "The erasure is verified on another device, by a person who took no part in it."),
        ApplicationActs.CarryOut(act.CarryOut),
        .. words.Presence(act.Presence),
    ];

    internal static IEnumerable<Words> Lines(ConfirmErasure act, FactWording words) =>
    [
        new("媒体の消去を確認します。すべての媒体の確認と返却がそろうと、この持出は完了します。", "I confirm the erasure; with every medium confirmed and home, the carry-out closes."),
        ApplicationActs.CarryOut(act.CarryOut),
        Line.Of("媒体", "Medium", words.Medium(act.Medium)),
        .. words.Steps(words.Facts.Find(act.CarryOut)?.Erasure.GetValueOrDefault(act.Medium)),
        .. Level(act.Medium, words),
    ];

    internal static IEnumerable<Words> Measured(ErasureMeasured measured, FactWording words) =>
    [
        Line.Of("媒体", "Medium", words.Medium(measured.Medium)),
        Line.Of("読み取った製造番号", "Serial number read", measured.Serial),
        Line.Of("方法", "Method", measured.Method),
        Line.Of("対象の量", "Covered", Line.Bytes(measured.Bytes)),
        Line.Of("一致しない箇所", "Mismatches", Printed.Number(measured.Mismatches)),
        Line.Of("空き領域を含む", "Free space included", Line.YesNo(measured.FreeSpaceCovered)),
    ];

    internal static IEnumerable<Words> Level(MediumId id, FactWording words)
    {
        if (words.Facts.Media.TryGetValue(id, out var medium) && medium.Admitted.Kind == MediumKind.Flash)
            yield return Line.Of("到達した水準", "Level reached", new Words("Clear（フラッシュメモリの上書きは Purge にはなりません）", "Clear; an overwrite of flash is never Purge"));
    }
}
