using Azukari.Domain.Incidents;

namespace Azukari.Protocol.Wording;

/// <summary>R24: counting the people of several carry-outs together, and what speaks against a count.</summary>
internal static class UnionWording
{
    internal static readonly ReasonText SeveralNotNamed = new(
        new("突合する持出が二件以上、重複なく指定されていません。", "Two or more different carry-outs are not named."),
        new("数える持出番号を二つ以上、それぞれ一度だけ指定してください。", "Name the carry-outs that are counted together, each once."));

    internal static readonly ReasonText CountOutsideBound = new(
        new("突合した本人数が、封緘の記録から取り得る範囲にありません。", "The count is outside what the seal receipts allow."),
        new("対象の持出とデータセットを確かめ、抽出元で数え直してください。", "Check which carry-outs and datasets were counted, and count again at the source."));

    internal static IEnumerable<Words> Lines(CountUnion act) =>
    [
        new("次の持出に含まれる本人の数を、抽出元の登録端末で重複を除いて数えます。", "The distinct people of these carry-outs are counted together, by a station at the source."),
        Line.Of("持出番号", "Carry-outs", act.CarryOuts.Select(carryOut => Line.Same(carryOut.Value))),
    ];

    internal static IEnumerable<Words> Measured(UnionMeasured measured) =>
    [
        Line.Of("重複を除いた本人数", "Distinct people", Line.People(measured.People)),
        .. measured.Data.Select(data => Line.Of($"{data.Dataset}の本人数", $"{data.Dataset} people", Line.People(data.People))),
    ];
}
