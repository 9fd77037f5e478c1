using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.Applications;

/// <summary>R8: carrying out is banned in principle; what is asked must be the bare minimum in minimal time, by a method that is one.</summary>
internal static class BanRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, CarryPlan plan, DateTimeOffset now)
    {
        if (facts.Policy is not { } policy || now > policy.LastDay) yield return new(Rule.R8, Reason.NoPolicyInForce);
        else
        {
            if (plan.Window is { } window && IsTooLong(policy, window)) yield return new(Rule.R8, Reason.WindowTooLong);
            if (Crosses(facts, plan) is { } crossing && !policy.Crossings.Contains(crossing)) yield return new(Rule.R8, Reason.CrossingNotAllowed);
        }

        foreach (var refusal in AgainstTemplate(facts, plan.Template, plan.Data, reasoned: field => plan.Handling?.BeyondTemplate.Any(beyond => $"{beyond.Dataset}.{beyond.Field}" == field) == true, now)) yield return refusal;
    }

    /// <summary>Minimal time: what policy allows, to the millisecond.</summary>
    internal static bool IsTooLong(SetPolicy policy, CarryWindow window) => (window.EraseBy - window.From).Ticks > (Int128)policy.LongestHours * TimeSpan.TicksPerHour;

    /// <summary>The layers decide, not the walls: from one zone to another inside a building crosses, from one building to another inside a layer does not.</summary>
    private static Crossing? Crosses(Engagement facts, CarryPlan plan) =>
        facts.Sites.TryGetValue(plan.Source, out var from) && facts.Sites.TryGetValue(plan.Destination, out var to) && from != to ? new(from, to) : null;

    internal static IEnumerable<Refusal> AgainstMethod(Engagement facts, CarryPlan plan)
    {
        switch (plan.Method)
        {
            case TransferMethod.Alone:
                yield return new(Rule.R8, Reason.AloneIsNotAMethod);
                break;
            case TransferMethod.NotStated:
                yield return new(Rule.R7, Reason.MethodNotStated);
                break;
            case TransferMethod.Online when !plan.Media.IsEmpty:
                yield return new(Rule.R8, Reason.OnlineNeedsNoMedium);
                break;
            case TransferMethod.Accompanied when !IsCompany(facts, plan.Custodians):
                yield return new(Rule.R8, Reason.AccompaniedNeedsTwo);
                break;
            case TransferMethod.Courier when plan.Courier is null:
                yield return new(Rule.R8, Reason.CourierNotNamed);
                break;
            case TransferMethod.Courier when !(facts.Chain.TryGetValue(plan.Courier, out var node) && node is { Kind: OrganisationKind.Courier, Withdrawn: null }):
                yield return new(Rule.R8, Reason.CourierNotApproved, plan.Courier.Value);
                break;
        }

        // Named beside another method, a courier that nobody checked would stand in the permit.
        if (plan.Method != TransferMethod.Courier && plan.Courier is { } beside) yield return new(Rule.R8, Reason.CourierNotApproved, beside.Value);
    }

    /// <summary>Two people at least, one of them the owner's.</summary>
    internal static bool IsCompany(Engagement facts, IReadOnlyCollection<PersonId> people) =>
        people.Distinct().Count() >= 2 && people.Any(person => facts.SideOf(person) == Side.Owner);

    /// <summary>A field beyond the template has its own reason, and the approver sees it in red.</summary>
    internal static IEnumerable<Refusal> AgainstTemplate(Engagement facts, TemplateId? id, IEnumerable<FieldSelection> data, Func<string, bool> reasoned, DateTimeOffset now)
    {
        if (id is null || !facts.Templates.TryGetValue(id, out var template) || now > template.LastDay)
        {
            yield return new(Rule.R8, Reason.NoTemplateInForce, id?.Value);
            yield break;
        }

        foreach (var field in data.SelectMany(asked => asked.Fields.Where(field => !template.NeedsField(asked.Dataset, field)).Select(field => $"{asked.Dataset}.{field}")))
            if (!reasoned(field)) yield return new(Rule.R8, Reason.FieldBeyondTemplate, field);
    }
}
