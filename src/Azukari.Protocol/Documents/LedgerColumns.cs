using System.Collections.Immutable;

namespace Azukari.Protocol.Documents;

/// <summary>The columns of a 持出管理台帳, in the order in which <see cref="CarryOutLedger"/>, <see cref="LedgerJourney"/> and <see cref="LedgerEnd"/> fill them.</summary>
internal static class LedgerColumns
{
    internal static readonly ImmutableArray<FormColumn> All =
    [
        new("number", new("整理番号", "No.")),
        new("application", new("申請番号", "Application")),
        new("medium", new("媒体管理番号", "Medium")),
        new("serial", new("シリアル番号", "Serial number")),
        new("seal", new("封印番号", "Seal number")),
        new("contents", new("内容（名称のみ）", "Contents (names only)")),
        new("count", new("件数", "Count")),
        new("hash", new("ファイルハッシュ（SHA-256）", "File hash (SHA-256)")),
        new("written-at", new("書込日時", "Written")),
        new("written-by", new("書込者", "Written by")),
        new("witness", new("立会者", "Witness")),

        new("handed-at", new("引渡日時", "Handed over")),
        new("handed-by", new("引渡者", "Handed over by")),
        new("received-by", new("受領者", "Received by")),
        new("departed", new("出発", "Departed")),
        new("relayed", new("中継", "Relayed")),
        new("arrived", new("到着", "Arrived")),
        new("opened-at", new("開封日時", "Opened")),
        new("opened-by", new("開封者", "Opened by")),
        new("station", new("使用端末", "Station used")),
        new("use-ended", new("使用終了日時", "Use ended")),

        new("erased-at", new("消去日時", "Erased")),
        new("erase-method", new("消去方法", "Erasure method")),
        new("erased-by", new("消去実施者", "Erased by")),
        new("checked-by", new("消去確認者（別人）", "Verified by (another person)")),
        new("erase-result", new("消去結果", "Erasure result")),
        new("returned-at", new("返却日時", "Returned")),
        new("returned-to", new("返却先保管場所", "Returned to")),
        new("return-difference", new("予定返却日との差", "Against the planned return")),
        new("anomaly", new("異常の有無", "Anomalies")),
        new("incident", new("事故番号", "Incident")),
        new("counted-at", new("棚卸日", "Counted")),
        new("counted-by", new("棚卸者", "Counted by")),
        new("confirmed", new("確認印", "Confirmed")),
    ];
}
