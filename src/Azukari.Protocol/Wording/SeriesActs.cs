using Azukari.Domain;
using Azukari.Domain.Applications;

namespace Azukari.Protocol.Wording;

/// <summary>R9, series: whoever signs sees what all carry-outs of it have in common.</summary>
internal static class SeriesActs
{
    internal static IEnumerable<Words> Lines(AskSeries act, FactWording words) =>
    [
        new("同じ内容の持出について、包括承認を申請します。", "I ask for one approval of several carry-outs of the same kind."),
        Number(act.Series),
        .. Scope(act.Scope, words),
    ];

    internal static IEnumerable<Words> Lines(EndorseSeries act, FactWording words) =>
    [
        new("包括申請の内容を確認し、支持します。", "I endorse a series of carry-outs."),
        .. Asked(act.Series, words),
    ];

    internal static IEnumerable<Words> Lines(ApproveSeries act, FactWording words) =>
    [
        new("包括申請を承認します。持出の都度、改めて許可します。", "I approve a series; each carry-out of it still waits for my go."),
        .. Asked(act.Series, words),
    ];

    internal static IEnumerable<Words> Lines(EndSeries act, FactWording words) =>
    [
        new("包括承認を終了します。封緘前の持出は行えなくなります。", "I end a series; what is not sealed yet is not sealed under it any more."),
        .. Asked(act.Series, words),
    ];

    internal static Words Number(SeriesId id) => Line.Of("包括承認番号", "Series", id.Value);

    private static IEnumerable<Words> Asked(SeriesId id, FactWording words) => words.Facts.Series.GetValueOrDefault(id) is not { } series ? [Number(id)] :
    [
        Number(id),
        Line.Of("申請者", "Applicant", words.Person(series.Asker)),
        .. series.Endorser is { } endorser ? [Line.Of("責任者確認", "Endorsed by", words.Person(endorser))] : Array.Empty<Words>(),
        .. Scope(series.Scope, words),
    ];

    private static IEnumerable<Words> Scope(SeriesScope scope, FactWording words) =>
    [
        Line.Of("目的別ひな型", "Purpose template", scope.Template.Value),
        Line.Of("目的・必要性の書面", "Paper on purpose and necessity", PlanWording.Paper(scope.TextDigest)),
        .. scope.Data.Select(selection => Line.Of("データ", "Data", words.Selection(selection))),
        Line.Of("運搬方法", "Method", EnumWording.Of(scope.Method)),
        Line.Of("持出元", "From", words.Site(scope.Source)),
        Line.Of("持出先", "To", words.Site(scope.Destination)),
        Line.Of("四半期", "Quarter", new Words($"{scope.Year}年 第{scope.Quarter}四半期（暦年）", $"calendar quarter {scope.Quarter} of {scope.Year}")),
        Line.Of("回数の上限", "At most", new Words($"{scope.Most}回", scope.Most == 1 ? "1 carry-out" : $"{scope.Most} carry-outs")),
    ];
}
