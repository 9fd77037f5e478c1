namespace Azukari.Protocol.Wording;

/// <summary>R9: what one approval of several carry-outs covers.</summary>
internal static class SeriesReasons
{
    internal static readonly ReasonText SeriesUnknown = new(
        new("この番号の包括申請はありません。", "No series has been asked for under this number."),
        new("包括承認の番号を確かめてください。", "Check the number of the series."));

    internal static readonly ReasonText SeriesNotApproved = new(
        new("この包括申請は、まだ承認されていません。", "This series has not been approved yet."),
        new("包括承認を待つか、個別に申請してください。", "Wait for its approval, or apply for this carry-out by itself."));

    internal static readonly ReasonText SeriesEnded = new(
        new("この包括承認は、終了しています。", "This series has been ended."),
        new("個別に申請するか、新しく包括申請をしてください。", "Apply for this carry-out by itself, or ask for a new series."));

    internal static readonly ReasonText SeriesQuarterOver = new(
        new("包括承認の四半期の中に収まっていません。", "It does not lie within the quarter of the series."),
        new("四半期の中の日時にするか、その四半期の包括申請をしてください。", "Choose times within that quarter, or ask for a series for the other one."));

    internal static readonly ReasonText SeriesFull = new(
        new("包括承認の回数を使い切っています。", "The series has no carry-out left."),
        new("個別に申請してください。", "Apply for this one by itself."));

    internal static readonly ReasonText SeriesOutside = new(
        new("この箇所が、包括承認の範囲と異なります。", "This part differs from what the series covers."),
        new("包括承認のとおりに直すか、個別に申請してください。", "Make it as the series says, or apply for this carry-out by itself."));

    internal static readonly ReasonText SeriesTooMany = new(
        new("回数が、方針で認められた範囲にありません。", "The number of carry-outs is not within what the policy allows for a series."),
        new("回数を減らすか、承認者に方針の見直しを相談してください。", "Ask for fewer, or speak with the approver about the policy."));
}
