namespace Azukari.Protocol.Wording;

/// <summary>R23's stranger, and R25's response.</summary>
internal static class IncidentReasons
{
    internal static readonly ReasonText LabelUnknown = new(
        new("この番号のラベルは記録にありません。", "There is no such label in the record."),
        new("ラベルの番号を確かめ、ラベルに書かれた電話番号へ連絡してください。", "Check the number on the label, or call the telephone number on it."));

    internal static readonly ReasonText StrangerHeardAlready = new(
        new("この媒体については、すでに届出を受けています。", "A report about this medium has been received already."),
        new("担当者が応答するまでお待ちください。お急ぎのときは、ラベルの電話番号へ連絡してください。", "Somebody has been called; if it is urgent, call the telephone number on the label."));

    internal static readonly ReasonText IncidentUnknown = new(
        new("この番号の事故は記録にありません。", "There is no incident of this number."),
        new("事故の一覧から選び直してください。", "Choose one from the list of incidents."));

    internal static readonly ReasonText IncidentClosed = new(
        new("この事故は、すでに終結しています。", "This incident has been closed."),
        new("新しい事実があるときは、紛失等の届出をしてください。", "If something new has come to light, report it."));

    internal static readonly ReasonText ResponderMissing = new(
        new("事故への対応に署名がありません。", "The response to the incident is not signed."),
        new("担当の指名は責任者が、完了の報告は担当者が署名してください。", "Have one in charge sign who does it, and whoever did it sign that it is done."));

    internal static readonly ReasonText TaskUnknown = new(
        new("この番号の対応がないか、内容が異なります。", "The incident has no such task, or it is of another kind."),
        new("事故の対応の一覧から選び直してください。", "Choose one from the list of its tasks."));

    internal static readonly ReasonText TaskEnded = new(
        new("この対応は、すでに終わっています。", "This task has ended already."),
        new("続きが必要なときは、新しい対応として担当を定めてください。", "If more has to be done, assign a new task."));

    internal static readonly ReasonText TaskWithoutTime = new(
        new("対応の期限が、過去の時刻になっています。", "The time for the task has passed already."),
        new("これから先の期限を定めてください。", "Give a time that is still to come."));

    internal static readonly ReasonText NotTaskOwner = new(
        new("署名した人は、この対応の担当ではありません。", "The person who signs was not named for this task."),
        new("担当者本人が署名するか、先に担当を定め直してください。", "Have the person who was named sign, or name another one first."));

    internal static readonly ReasonText TasksOpen = new(
        new("終わっていない対応があります。", "Some task of the response is still open."),
        new("対応を終えるか、行わない理由を記録してから終結してください。", "Finish it or record why it is not done, then close the incident."));

    internal static readonly ReasonText LaterThanTheLaw = new(
        new("定めた期限が、法令の期限より後です。", "The time given is later than the law allows."),
        new("法令の最終日以前の期限を定めてください。", "Give a time no later than the last day under the law."));

    internal static readonly ReasonText LawDutyUnusable = new(
        new("法令の期限の日付か、版の書き方が使えません。", "The days or the edition of this duty cannot be used."),
        new("最終日は名目の期限以後とし、版は法令パックのとおりに書いてください。", "Let the last day not precede the nominal one, and take the edition from the law pack."));

    internal static readonly ReasonText LawDutySetAlready = new(
        new("この法令の期限は、すでに対応に加えられています。", "This duty has been added already."),
        new("加えることはありません。対応の一覧で担当を確かめてください。", "Nothing is left to add; look up who does it."));

    internal static readonly ReasonText LawClockNotRunning = new(
        new("この組織の覚知が記録にないか、期限がそれより前です。", "This organisation is not on record as knowing, or the day is before that."),
        new("届出または警報の確認を記録してから、期限を計算し直してください。", "Record its report or its answer to an alarm, then compute the day again."));
}
