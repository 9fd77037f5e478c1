namespace Azukari.Protocol.Wording;

/// <summary>R19 to R21 and R23: erasing, keys, coming home, loss.</summary>
internal static class ClosingReasons
{
    internal static readonly ReasonText NothingErased = new(
        new("何も上書きされていません。", "Nothing was overwritten."),
        new("登録端末で媒体を消去し、読み戻しまで終えてください。", "Erase the medium on a station and let it read back."));

    internal static readonly ReasonText SecondPersonMissing = new(
        new("もう一人の署名がありません。", "The signature of a second person is missing."),
        new("消去または検証に立ち会う人に、署名を依頼してください。", "Ask the person who is present at the erasure, or who verifies it, to sign."));

    internal static readonly ReasonText EraseMismatch = new(
        new("消去後の読み戻しで、消えていない部分が見つかりました。", "Reading back after the erasure found blocks that should be gone."),
        new("消去をやり直してください。続くときは、媒体を使わずに情報セキュリティ管理者に知らせてください。", "Erase again; if it persists, set the medium aside and tell the security officer."));

    internal static readonly ReasonText SameDevice = new(
        new("検証の端末が消去の端末と同じか、消去の端末が記録にありません。", "It was verified on the device that erased it, or the record does not show which device erased it."),
        new("別の登録端末で検証してください。", "Verify on another station."));

    internal static readonly ReasonText NotCleared = new(
        new("媒体の消去がまだか、消去した範囲が足りません。", "The medium has not been cleared, or less was overwritten than had been written."),
        new("保管場所で媒体全体を消去してから行ってください。", "Clear the whole medium at its home first."));

    internal static readonly ReasonText NotVerified = new(
        new("消去の検証がまだです。", "The erasure has not been verified."),
        new("別の人が別の登録端末で検証してから、確認してください。", "Have another person verify on another station, then confirm."));

    internal static readonly ReasonText ConfirmedAlready = new(
        new("この媒体の消去は、すでに確認されています。", "The erasure of this medium has been confirmed already."),
        new("この媒体について行うことはありません。残りの媒体を確かめてください。", "Nothing is left to do for this one; look at the other media."));

    internal static readonly ReasonText NotClearedAsAWhole = new(
        new("媒体の一部しか消去されていません。", "Only a part of the medium has been cleared."),
        new("登録時に測った容量の全体を消去し、検証し直してください。", "Clear all of the capacity that was measured at registration, then verify again."));

    internal static readonly ReasonText ClearAtSiteFirst = new(
        new("方針では、現地で媒体全体を消去してから返却します。", "Policy demands that the whole medium is cleared at the site before its way home."),
        new("できるときは、現地で媒体全体を消去してから出てください。", "Where that is possible, clear the whole medium at the site first."));

    internal static readonly ReasonText WriteOnceIsDestroyed = new(
        new("書き換えのできない媒体は、消去できません。", "A write-once medium cannot be erased."),
        new("二人の立会いで破壊し、破壊として終えてください。", "Destroy it before two witnesses and end the carry-out as destroyed."));

    internal static readonly ReasonText KeyNotDeposited = new(
        new("この鍵は、使い切りの鍵として記録されていません。", "This key has not been deposited."),
        new("鍵保持者または登録端末から、鍵の預託を行ってください。", "Have the key holder or the station deposit it first."));

    internal static readonly ReasonText KeyInAnotherHand = new(
        new("この鍵は、定められた鍵保持者または登録端末の手元にありません。", "This key is not in the hand that should hold it."),
        new("所有者、受託者、開封する登録端末から、鍵を一つずつ選んでください。", "Choose one key each of the owner, the contractor and the opening station."));

    internal static readonly ReasonText KeyNamedTwice = new(
        new("この鍵は、すでにほかで使われています。", "This key has been used already."),
        new("新しい使い切りの鍵を選んでください。", "Choose a fresh one-time key."));

    internal static readonly ReasonText KeyDead = new(
        new("この鍵は、すでに廃棄されています。", "This key has been destroyed."),
        new("持出が必要なときは、新しい鍵で申請からやり直してください。", "If the data is still needed, apply again with fresh keys."));

    internal static readonly ReasonText NotItsKey = new(
        new("この鍵は、署名した端末または鍵保持者がこの持出のために持つ鍵ではありません。", "This is not the key that the signing machine keeps for this carry-out."),
        new("鍵を持つ端末または鍵保持者から行ってください。", "Do it from the machine that keeps the key."));

    internal static readonly ReasonText KeysStillAlive = new(
        new("廃棄が記録されていない鍵があります。", "A key of this carry-out is not recorded as destroyed."),
        new("鍵保持者に連絡し、鍵廃棄の記録を待ってから確認してください。", "Ask its key holder, wait for the destruction to be recorded, then confirm."));

    internal static readonly ReasonText NotHomeYet = new(
        new("媒体が保管場所へ戻った記録がありません。", "The record does not show the media at home."),
        new("保管責任者への受渡を記録してから、消去を確認してください。", "Record the hand-over to the keeper, then confirm the erasure."));

    internal static readonly ReasonText HasEnded = new(
        new("この持出は、すでに終わっています。", "This carry-out has ended."),
        new("持出番号を確かめてください。必要なときは、新しく申請してください。", "Check the carry-out number; if data is needed again, apply anew."));

    internal static readonly ReasonText Suspended = new(
        new("届出により、鍵の使用が一時停止されています。", "A report has suspended the keys."),
        new("媒体が手元にあり封印に異常がなければ、携行者または所有者が発見を届け出てください。", "If it is here with the seal intact, have the custodian or the owner report it found."));

    internal static readonly ReasonText Killed = new(
        new("届出により、鍵の廃棄が決まっています。", "After a report, the keys are being destroyed."),
        new("この託送物は開封できません。必要なときは、新しく申請し、封緘し直してください。", "This consignment cannot be opened; if the data is still needed, apply and seal again."));
}
