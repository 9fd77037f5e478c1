using Azukari.Domain.Erasure;

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
        .. Certificate(act, words),
    ];

    internal static IEnumerable<Words> Measured(ErasureMeasured measured, FactWording words) =>
    [
        Line.Of("媒体", "Medium", words.Medium(measured.Medium)),
        Line.Of("読み取った製造番号", "Serial number read", measured.Serial),
        Line.Of("方法", "Method", measured.Method),
        Line.Of("対象の量", "Covered", Line.Bytes(measured.Bytes)),
        Line.Of("一致しない箇所", "Mismatches", Printed.Number(measured.Mismatches)),
        Line.Of("空き領域を含む", "Free space included", Line.YesNo(measured.FreeSpaceCovered)),
        .. measured.Tool is { } tool ? [Line.Of("プログラム", "Tool", tool)] : Array.Empty<Words>(),
    ];

    /// <summary>What this clearing reaches as it was measured: an overwrite of flash is Clear, never Purge.</summary>
    internal static IEnumerable<Words> Level(ClearMedium act, FactWording words)
    {
        if (words.Facts.Media.TryGetValue(act.Measured.Medium, out var medium))
        {
            var steps = new Sanitisation(Cleared: new(new(default, default!), null, null, act.Measured));
            yield return Level(SanitisationLevels.Of(medium, steps, Enum.GetValues<EraseCondition>().ToHashSet()));
        }
    }

    /// <summary>What was really reached, and what a certificate still lacks.</summary>
    private static IEnumerable<Words> Certificate(ConfirmErasure act, FactWording words)
    {
        if (words.Facts.Find(act.CarryOut) is not { } carryOut || ErasureCertificate.Of(words.Facts, carryOut, act.Medium) is not { } certificate) yield break;

        yield return Level(certificate.Reached);
        yield return Line.Of("証明できない事項", "Not certified", certificate.Missing.Where(item => item != CertificateItem.Concurrence).Select(MediaWording.Of));
    }

    private static Words Level(Reached reached) => Line.Of("到達した水準", "Level reached", [MediaWording.Of(reached.Level), MediaWording.Of(reached.Technique)]);
}
