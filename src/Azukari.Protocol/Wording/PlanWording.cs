using Azukari.Domain;
using Azukari.Domain.Applications;

namespace Azukari.Protocol.Wording;

/// <summary>A plan in words: every part of R7, and what was not stated as "none".</summary>
internal static class PlanWording
{
    internal static IEnumerable<Words> Lines(CarryPlan plan, FactWording words) => Enum.GetValues<PlanPart>().SelectMany(part => Of(part, plan, words));

    /// <summary>One part of a plan, for whoever signs a change of it.</summary>
    internal static IEnumerable<Words> Of(PlanPart part, CarryPlan plan, FactWording words) => part switch
    {
        PlanPart.Purpose =>
        [
            Line.Of("目的別ひな型", "Purpose template", plan.Template is { } template ? Line.Same(template.Value) : Line.None),
            Line.Of("目的・必要性の書面", "Paper on purpose and necessity", Paper(plan.TextDigest)),
        ],
        PlanPart.Data => [.. plan.Data.Select(selection => Line.Of("データ", "Data", words.Selection(selection))), .. Beyond(plan, words)],
        PlanPart.Handling => HandlingLines(plan.Handling ?? Handling.Unstated, words),
        PlanPart.People =>
        [
            Line.Of("本人数の上限", "People at most", new Words($"{Line.People(plan.MostPeople).Ja}（見込み{Line.People(plan.PlannedPeople).Ja}）", $"{Line.People(plan.MostPeople).En} (planned {Printed.Number(plan.PlannedPeople)})")),
        ],
        PlanPart.Method => [Line.Of("運搬方法", "Method", EnumWording.Of(plan.Method))],
        PlanPart.Media => [Line.Of("媒体", "Media", new Words($"{plan.Media.Length}本　{words.Media(plan.Media).Ja}", $"{plan.Media.Length}: {words.Media(plan.Media).En}"))],
        PlanPart.Places =>
        [
            Line.Of("持出元", "From", words.Site(plan.Source)),
            Line.Of("封緘する端末", "Sealed at", words.Station(plan.SealAt)),
            Line.Of("持出先", "To", words.Site(plan.Destination)),
            Line.Of("開封する端末", "Opened at", words.Station(plan.OpenAt)),
        ],
        PlanPart.Window => Window(plan.Window, words),
        PlanPart.Custodians =>
        [
            .. plan.Courier is { } courier ? [Line.Of("運送業者", "Courier", words.Organisation(courier))] : Array.Empty<Words>(),
            Line.Of("携行者", "Custodians", words.People(plan.Custodians)),
        ],
    };

    internal static IEnumerable<Words> Window(CarryWindow? window, FactWording words) => window is null ? [Line.Of("日時", "Times", Line.None)] :
    [
        Line.Of("封緘開始", "Not sealed before", words.At(window.From)),
        Line.Of("持出期限", "Leaves by", words.At(window.OutBy)),
        Line.Of("開封期限", "Opened by", words.At(window.OpenBy)),
        Line.Of("作業終了", "Work ends", words.At(window.WorkEnds)),
        Line.Of("現地消去の期限", "Erased at the site by", words.At(window.EraseBy)),
    ];

    /// <summary>R8: what the template does not need is named field by field, with the paper that gives its reason.</summary>
    private static IEnumerable<Words> Beyond(CarryPlan plan, FactWording words)
    {
        if (plan.Template is { } id && words.Facts.Templates.TryGetValue(id, out var template))
        {
            var beyond = plan.Data.SelectMany(asked => asked.Fields
                .Where(field => !template.NeedsField(asked.Dataset, field))
                .Select(field => Line.Same($"{asked.Dataset}.{field}"))).ToArray();
            if (beyond.Length > 0) yield return Line.Of("ひな型を超える項目", "Fields beyond the template", beyond);
        }

        foreach (var reason in plan.Handling?.BeyondTemplate ?? [])
            yield return Line.Of("ひな型を超える理由の書面", "Paper on why more than the template", new Words($"{reason.Dataset}.{reason.Field}：{Printed.Short(reason.Why)}", $"{reason.Dataset}.{reason.Field}: {Printed.Short(reason.Why)}"));
    }

    private static IEnumerable<Words> HandlingLines(Handling handling, FactWording words)
    {
        yield return Line.Of("抽出範囲", "Rows", handling.Rows is { } rows ? EnumWording.Of(rows.Range) : Line.None);
        if (handling.Rows?.Filter is { } filter) yield return Line.Of("抽出条件の書面", "Paper on the condition", Paper(filter));
        if (handling.Rows?.Since is { } since) yield return Line.Of("差分の起点", "Changed since", Line.Same(since.Value));
        if (handling.ResultsOf is { } delivery) yield return Line.Of("戻す結果の元の持出", "Results of", Line.Same(delivery.Value));
        yield return Line.Of("媒体を使う理由の書面", "Paper on why a medium", Paper(handling.WhyMedium));
        yield return Line.Of("持出先での保管場所の書面", "Paper on where it is kept", Paper(handling.KeptWhere));
        yield return Line.Of("媒体の消去方法", "How the media end", handling.Erasure is { } erasure ? EnumWording.Of(erasure) : Line.None);
    }

    internal static Words Paper(Digest? commitment) => commitment is null ? Line.None : Line.Same(Printed.Short(commitment));
}
