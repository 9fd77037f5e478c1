using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;

namespace Azukari.Protocol.Wording;

/// <summary>A plan in words: how many people, which data, how, from where to where, until when.</summary>
internal static class PlanWording
{
    internal static IEnumerable<Words> Whole(CarryPlan plan, Engagement facts)
    {
        yield return new($"人数: 見込み {plan.PlannedPeople:N0}人、上限 {plan.MostPeople:N0}人", $"people: {plan.PlannedPeople:N0} planned, {plan.MostPeople:N0} at most");
        foreach (var data in plan.Data) yield return new($"データ: {data.Dataset}（{string.Join("、", data.Fields)}）", $"data: {data.Dataset} ({string.Join(", ", data.Fields)})");
        yield return new($"方法: {MethodOf(plan).Ja}、媒体: {string.Join("、", plan.Media)}", $"by: {MethodOf(plan).En}, media: {string.Join(", ", plan.Media)}");
        yield return new($"{plan.Source}（{plan.SealAt}）から {plan.Destination}（{plan.OpenAt}）へ", $"from {plan.Source} ({plan.SealAt}) to {plan.Destination} ({plan.OpenAt})");
        yield return new($"携行者: {string.Join("、", plan.Custodians)}", $"custodians: {string.Join(", ", plan.Custodians)}");

        if (plan.Window is { } window)
            yield return new(
                $"出発 {Time(window.OutBy, facts).Ja}まで、開封 {Time(window.OpenBy, facts).Ja}まで、消去 {Time(window.EraseBy, facts).Ja}まで",
                $"out by {Time(window.OutBy, facts).En}, opened by {Time(window.OpenBy, facts).En}, erased by {Time(window.EraseBy, facts).En}");
    }

    /// <summary>The one line by which people recognise a case.</summary>
    internal static IEnumerable<Words> Short(CarryOut carryOut, Engagement facts)
    {
        var plan = carryOut.Plan;
        yield return new(
            $"（上限 {plan.MostPeople:N0}人、{plan.Source} から {plan.Destination} へ{(plan.Window is { } window ? $"、消去 {Time(window.EraseBy, facts).Ja}まで" : "")}）",
            $"(at most {plan.MostPeople:N0} people, {plan.Source} to {plan.Destination}{(plan.Window is { } until ? $", erased by {Time(until.EraseBy, facts).En}" : "")})");
    }

    private static Words MethodOf(CarryPlan plan) => plan.Method switch
    {
        TransferMethod.Online => new("オンライン", "online"),
        TransferMethod.Courier => new($"セキュリティ便（{plan.Courier}）", $"secured courier ({plan.Courier})"),
        TransferMethod.Accompanied => new("二人での同行", "accompanied by two"),
        TransferMethod.Alone => new("一人で搬送", "alone"),
    };

    private static Words Time(DateTimeOffset at, Engagement facts) => InstantWording.Of(at, facts.Founding?.Zone);
}
