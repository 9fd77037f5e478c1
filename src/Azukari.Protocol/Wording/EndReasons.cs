namespace Azukari.Protocol.Wording;

/// <summary>R21, R22 and R36: ends, inventory, copies, the end of the engagement.</summary>
internal static class EndReasons
{
    internal static readonly ReasonText SealNotIntact = new(
        new("受渡のときに、封印の異常が記録されています。", "A hand-over recorded that the seal was not intact."),
        new("この託送物は開封せずに消去し、必要なときは封緘し直してください。", "Erase this consignment unopened; if the data is still needed, seal it anew."));

    internal static readonly ReasonText NotDestroyed = new(
        new("破壊されていない媒体が残っています。", "A medium of this carry-out has not been destroyed before two witnesses."),
        new("二人の立会いで破壊を記録するか、その媒体の消去の確認まで済ませてください。", "Record its destruction before two witnesses, or have its erasure confirmed."));

    internal static readonly ReasonText LossNotReported = new(
        new("紛失等の届出がありません。", "No loss has been reported."),
        new("紛失を届け出て、鍵の廃棄の記録を待ってから行ってください。", "Report the loss, wait for the keys to be recorded as destroyed, then go on."));

    internal static readonly ReasonText IncidentStillOpen = new(
        new("終結していない事故があります。", "An incident is still open."),
        new("残っている対応を完了または免除し、双方で事故を終結してから行ってください。", "Finish or excuse what is left to do, let both sides close the incident, then go on."));

    internal static readonly ReasonText MediumIsHome = new(
        new("媒体は保管場所に戻っています。", "The media are at home."),
        new("媒体全体の消去、検証、確認を済ませて、完了としてください。", "Clear them, have that verified and confirmed, and let the carry-out close."));

    internal static readonly ReasonText MediumCountedTwice = new(
        new("同じ媒体が二度数えられています。", "The same medium is counted twice."),
        new("管理番号を確かめ、一度だけ書いてください。", "Check the property numbers and name each once."));

    internal static readonly ReasonText MediumNotMissed = new(
        new("この媒体は、直近の棚卸しで不明とされていません。", "The last inventory did not miss this medium."),
        new("棚卸しを行い、見つからないときに除却してください。", "Take an inventory; write it off when it is not found."));

    internal static readonly ReasonText CopyNotRegistered = new(
        new("投入先の複製、またはこの名称の複製が登録されていません。", "The copy is not registered."),
        new("複製の所在と消去の期限を登録し、消去の確認まで済ませてください。", "Register it with its place and end date, then confirm that it is gone."));

    internal static readonly ReasonText CopyEndsInThePast = new(
        new("複製の消去の期限が、すでに過ぎています。", "The end date of the copy has passed already."),
        new("これから先の期限を指定するか、先に消去してください。", "State a later date, or delete the copy first."));

    internal static readonly ReasonText CopyIsGone = new(
        new("この複製は、すでに消去が確認されています。", "This copy has been confirmed gone already."),
        new("この複製について行うことはありません。", "Nothing is left to do for this copy."));

    internal static readonly ReasonText CopyNotGone = new(
        new("消去が確認されていない複製または抽出データがあります。", "A copy or an extract has not been confirmed gone."),
        new("消去し、二人で確認してから、終了してください。", "Delete it, have two people confirm that, then close the engagement."));

    internal static readonly ReasonText CarryOutStillOpen = new(
        new("終わっていない持出があります。", "A carry-out has not ended."),
        new("完了、破壊または亡失として終えるか、取り下げてから行ってください。", "Let it close, end it as destroyed or lost, or withdraw it first."));

    internal static readonly ReasonText MediumStillInUse = new(
        new("この委託業務から外していない媒体があります。", "A medium has not been released from the engagement."),
        new("保管場所にあることを確かめて、媒体を外してください。", "See that it is at home and release it."));

    internal static readonly ReasonText StationStillOpen = new(
        new("廃止していない登録端末があります。", "A station has not been closed."),
        new("残っている鍵を廃棄し、端末を廃止してください。", "Destroy the keys that it still keeps and close it."));

    internal static readonly ReasonText StationIsClosed = new(
        new("この登録端末は、すでに廃止されています。", "This station has been closed already."),
        new("端末の名称を確かめてください。", "Check the name of the station."));

    internal static readonly ReasonText RetentionNotUsable = new(
        new("保存期間の定めが使えません。", "The retention periods cannot be used."),
        new("記録の種類ごとに一つずつ、0か月以上で定めてください。", "State one period for each kind of record, of 0 months or more."));

    internal static readonly ReasonText EngagementHasEnded = new(
        new("この委託業務は、すでに終了しています。", "This engagement has ended."),
        new("新しい委託業務として始めてください。見つかった媒体の届出と返却はできます。", "Found a new engagement; what is found can still be reported and brought home."));
}
