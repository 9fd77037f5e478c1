using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Wording;
using Azukari.Server.Pages;

namespace Azukari.Server.Applications;

/// <summary>One way in which a plan asks for more, or for something else, than what it is held against.</summary>
public sealed record Difference(Words Says);

/// <summary>What stands out to whoever decides: fields beyond the template (R8); and against last time added fields, more people, a longer window, another place, way or person.</summary>
internal static class PlanDifference
{
    /// <summary>Fields that the template does not need.</summary>
    internal static IReadOnlyList<Difference> FromTemplate(Engagement facts, CarryPlan plan)
    {
        if (plan.Template is not { } id || !facts.Templates.TryGetValue(id, out var template)) return [new(new("目的別ひな型がありません。", "There is no purpose template."))];

        var beyond = Fields(plan).Where(field => !template.NeedsField(field.Dataset, field.Name)).Select(field => $"{field.Dataset}.{field.Name}").ToArray();
        return [.. beyond.Select(field => new Difference(new($"ひな型にない項目：{field}", $"not in the template: {field}")))];
    }

    /// <summary>Where it goes beyond the last one; what became less is no reason to look twice.</summary>
    internal static IReadOnlyList<Difference> FromLast(CarryPlan plan, CarryPlan last) => [.. More(plan, last).Concat(Other(plan, last)).Select(words => new Difference(words))];

    private static IEnumerable<Words> More(CarryPlan plan, CarryPlan last)
    {
        foreach (var field in Fields(plan).Except(Fields(last))) yield return new($"項目の追加：{field.Dataset}.{field.Name}", $"field added: {field.Dataset}.{field.Name}");
        if (plan.MostPeople > last.MostPeople) yield return new($"本人数の増加：最大 {last.MostPeople:N0}人 → {plan.MostPeople:N0}人", $"more people: at most {last.MostPeople:N0} → {plan.MostPeople:N0}");
        if (plan.Media.Length > last.Media.Length) yield return new($"媒体の増加：{last.Media.Length}本 → {plan.Media.Length}本", $"more media: {last.Media.Length} → {plan.Media.Length}");
        if (Length(plan) is { } now && Length(last) is { } then && now > then)
            yield return new($"期間の延び：{Lasting.Of(then, true)} → {Lasting.Of(now, true)}", $"longer outside: {Lasting.Of(then, false)} → {Lasting.Of(now, false)}");
    }

    private static IEnumerable<Words> Other(CarryPlan plan, CarryPlan last)
    {
        if ((plan.Source, plan.SealAt) != (last.Source, last.SealAt)) yield return new($"持出元の変更：{last.Source}（{last.SealAt}）→ {plan.Source}（{plan.SealAt}）", $"other place of origin: {last.Source} ({last.SealAt}) → {plan.Source} ({plan.SealAt})");
        if ((plan.Destination, plan.OpenAt) != (last.Destination, last.OpenAt)) yield return new($"持出先の変更：{last.Destination}（{last.OpenAt}）→ {plan.Destination}（{plan.OpenAt}）", $"other destination: {last.Destination} ({last.OpenAt}) → {plan.Destination} ({plan.OpenAt})");
        if (plan.Method != last.Method) yield return new($"運搬方法の変更：{EnumWording.Of(last.Method).Ja} → {EnumWording.Of(plan.Method).Ja}", $"other method: {EnumWording.Of(last.Method).En} → {EnumWording.Of(plan.Method).En}");
        if (plan.Courier is { } courier && courier != last.Courier) yield return new($"運送業者の変更：{courier}", $"other courier: {courier}");
        foreach (var custodian in plan.Custodians.Except(last.Custodians)) yield return new($"携行者の追加：{custodian}", $"new custodian: {custodian}");
        if (plan.Handling?.Rows?.Range is { } rows && last.Handling?.Rows?.Range is { } before && rows != before) yield return new($"抽出範囲の変更：{EnumWording.Of(before).Ja} → {EnumWording.Of(rows).Ja}", $"other rows: {EnumWording.Of(before).En} → {EnumWording.Of(rows).En}");
    }

    private static IEnumerable<(DatasetId Dataset, string Name)> Fields(CarryPlan plan) => plan.Data.SelectMany(data => data.Fields.Select(field => (data.Dataset, field)));

    private static TimeSpan? Length(CarryPlan plan) => plan.Window is { } window ? window.EraseBy - window.From : null;
}
