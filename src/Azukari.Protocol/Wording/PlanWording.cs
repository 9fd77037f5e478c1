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
                .Where(field => !template.Needs.Any(need => need.Dataset == asked.Dataset && need.Fields.Contains(field)))
                .Select(field => Line.Same($"{asked.Dataset}.{field}"))).ToArray();
            if (beyond.Length > 0) yield return Line.Of("ひな型を超える項目", "Fields beyond the template", beyond);
        }

        if (plan.BeyondTemplate is not null) yield return Line.Of("ひな型を超える理由の書面", "Paper on why more than the template", Paper(plan.BeyondTemplate));
    }

    internal static Words Paper(Digest? commitment) => commitment is null ? Line.None : Line.Same(Printed.Short(commitment));
}
