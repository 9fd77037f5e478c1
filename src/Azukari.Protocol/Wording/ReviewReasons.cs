namespace Azukari.Protocol.Wording;

/// <summary>R29, and R34's imported logs.</summary>
internal static class ReviewReasons
{
    internal static readonly ReasonText DayNotCountable = new(
        new("この日はまだ終わっていないか、委託業務の開始より前です。", "This day is not over, or lies before the engagement."),
        new("日が変わってから記録されます。操作は要りません。", "It is counted by itself once the day is over."));

    internal static readonly ReasonText DayCounted = new(
        new("この日の拒否件数は、すでに記録されています。", "The refusals of this day have been recorded."),
        new("加えることはありません。月次点検で件数を確かめてください。", "Nothing is left to add; the month's review shows them."));

    internal static readonly ReasonText CountNotUsable = new(
        new("拒否件数に、同じ理由が二度あるか、1未満の件数があります。", "A reason is counted twice, or less than once."),
        new("理由ごとに一度だけ、1以上の件数で記録してください。", "Count each reason once, with a number of 1 or more."));

    internal static readonly ReasonText MonthNotReviewable = new(
        new("この月はまだ終わっていないか、委託業務の期間に入りません。", "This month is not over, or is none of the engagement's."),
        new("終わった月を選び、月の初日で指定してください。", "Choose a month that is over, and name it by its first day."));

    internal static readonly ReasonText MonthReviewed = new(
        new("この月の点検は、すでに済んでいます。", "This month has been reviewed."),
        new("新しい事実は、次の月の点検で取り上げてください。", "Take up what is new in the next review."));

    internal static readonly ReasonText FiguresDiffer = new(
        new("点検の件数が、記録の件数と一致しません。", "The figures are not those of the record."),
        new("件数を読み直し、双方が署名し直してください。", "Read the figures again and have both sides sign them."));

    internal static readonly ReasonText DrillNotSigned = new(
        new("訓練の記録に、責任者の署名がありません。", "Nobody in charge has signed the drill."),
        new("業務責任者、機密情報管理責任者、承認者または情報セキュリティ管理者が署名してください。", "Have the project manager, the executive, the approver or the security officer sign."));

    internal static readonly ReasonText ConnectionKnown = new(
        new("この接続記録は、すでに取り込まれています。", "This line of the log has been imported."),
        new("取り込むことはありません。続きの行から取り込んでください。", "Go on with the lines after it."));

    internal static readonly ReasonText ConnectionNotUsable = new(
        new("接続記録の製造番号が読めないか、時刻が現在より後です。", "The serial number cannot be read, or the time is still to come."),
        new("端末の時計を合わせ、元の記録から取り込み直してください。", "Set that computer's clock and import the line again from its log."));

    internal static readonly ReasonText ConnectionNotVouchedFor = new(
        new("接続記録に、登録端末または情報セキュリティ管理者の署名がありません。", "Neither an enrolled station nor the owner's officer has signed the log."),
        new("登録端末から取り込むか、情報セキュリティ管理者が署名してください。", "Import it at an enrolled station, or have the security officer sign."));
}
