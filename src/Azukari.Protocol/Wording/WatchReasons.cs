namespace Azukari.Protocol.Wording;

/// <summary>R15, and what ends a suspension.</summary>
internal static class WatchReasons
{
    internal static readonly ReasonText NotDueYet = new(
        new("この期限は、まだ来ていないか、記録の状態では生じません。", "This deadline has not come, or the record as it stands has none such."),
        new("期限の一覧を確かめてください。期限が来れば自動で記録されます。", "Look at the list of deadlines; when the time comes it is recorded by itself."));

    internal static readonly ReasonText SoundedAlready = new(
        new("この警報は、すでに出ています。", "This alarm has sounded already."),
        new("行うことはありません。警報を受けた人は確認の署名をしてください。", "Nothing is left to do; whoever was told should acknowledge it."));

    internal static readonly ReasonText NoSuchAlarm = new(
        new("このような警報は出ていません。", "No such alarm has sounded."),
        new("警報の一覧から選び直してください。", "Choose one from the list of alarms."));

    internal static readonly ReasonText NotToldOfIt = new(
        new("この警報は、署名した人に宛てたものではありません。", "This alarm was not sent to the person who signs."),
        new("警報を受けた人が署名してください。別の事実を知らせるときは、紛失等の届出を使ってください。", "Have somebody who was told sign; to tell something else, report a loss."));

    internal static readonly ReasonText AcknowledgedAlready = new(
        new("この警報は、同じ人がすでに確認しています。", "This person has acknowledged this alarm already."),
        new("行うことはありません。媒体を消去し、保管場所に戻してください。", "Nothing is left to acknowledge; erase the medium and bring it home."));

    internal static readonly ReasonText AnswerNotSigned = new(
        new("警報の確認に署名がありません。", "The acknowledgement is not signed."),
        new("警報を受けた本人が署名してください。", "Have the person who was told sign."));

    internal static readonly ReasonText CallListEmpty = new(
        new("緊急連絡表に、開庁時間・夜間・閉庁日のいずれかの欄が空いています。", "A column of the call list, for office hours, nights or closed days, is empty."),
        new("三つの欄に、それぞれ一人以上を書いてください。", "Put at least one person into each of the three columns."));

    internal static readonly ReasonText ClockNotUsable = new(
        new("方針の時計か暦に、使えない値があります。", "A clock or the calendar of the policy has an unusable value."),
        new("時間は1以上、時差は14時間以内、月は1から12で指定してください。", "Give times of 1 or more, an offset within 14 hours and a month from 1 to 12."));

    internal static readonly ReasonText NotSuspended = new(
        new("鍵は一時停止されていません。", "The keys are not suspended."),
        new("行うことはありません。", "Nothing is left to do."));

    internal static readonly ReasonText OwnersWordMissing = new(
        new("所有者側の署名がありません。", "The owner's side has not signed."),
        new("承認者または情報セキュリティ管理者に署名を依頼してください。", "Ask the approver or the security officer to sign."));

    internal static readonly ReasonText ContractorsWordMissing = new(
        new("受託者側の署名がありません。", "The contractor's side has not signed."),
        new("業務責任者または機密情報管理責任者に署名を依頼してください。", "Ask the project manager or the confidential information manager to sign."));
}
