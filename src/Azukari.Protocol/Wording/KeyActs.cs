using Azukari.Domain.Closing;
using Azukari.Domain.Permits;

namespace Azukari.Protocol.Wording;

/// <summary>One-time keys: deposited, and destroyed.</summary>
internal static class KeyActs
{
    internal static IEnumerable<Words> Lines(DepositRecipient act) =>
    [
        new("使い切りの鍵の公開部分を預託します。", "The public half of a one-time key is deposited."),
        Line.Of("鍵", "Key", Printed.Short(act.Recipient)),
    ];

    internal static IEnumerable<Words> Lines(DestroyKey act) =>
    [
        new("鍵廃棄を記録します。鍵はすでに廃棄されています。", "A key's destruction is recorded; the key is destroyed already."),
        act.CarryOut is { } carryOut ? ApplicationActs.CarryOut(carryOut) : Line.Of("持出番号", "Carry-out", Line.None),
    ];

    internal static IEnumerable<Words> Lines(AttestKeyDead act) =>
    [
        new("この鍵を持つ機器が失われ、鍵廃棄の記録を残せないため、鍵が残っていないことを申告します。機器の記録に代わるものではありません。",
            "The machine that kept this key is gone and cannot record its destruction; I attest that the key is dead. It is my word and not the machine's record."),
        act.CarryOut is { } carryOut ? ApplicationActs.CarryOut(carryOut) : Line.Of("持出番号", "Carry-out", Line.None),
        Line.Of("鍵", "Key", Printed.Short(act.Recipient)),
        Line.Of("経緯書", "Account of what happened", Printed.Short(act.Account)),
    ];

    internal static IEnumerable<Words> Tombstone(Tombstone measured, FactWording words) =>
    [
        Line.Of("廃棄した鍵", "Key destroyed", Printed.Short(measured.Recipient)),
        Line.Of("廃棄の程度", "How far", EnumWording.Of(measured.Level)),
        Line.Of("廃棄の理由", "Cause", EnumWording.Of(measured.Cause)),
        Line.Of("この機器の廃棄回数", "Keys this machine has destroyed", Printed.Number(measured.Count)),
        Line.Of("機器の時計での日時（申告）", "Time by the machine's own clock, as claimed", words.At(measured.ClaimedAt)),
    ];
}
