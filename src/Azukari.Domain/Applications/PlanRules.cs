using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Domain.Media;
using Azukari.Domain.People;

namespace Azukari.Domain.Applications;

/// <summary>What a plan must state (R7) and may ask (R5, R6). Checked when it is asked and again when it is granted, since the registers move.</summary>
internal static class PlanRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, CarryOutId carryOut, CarryPlan plan, DateTimeOffset now) =>
        AgainstStatement(facts, plan)
            .Concat(AgainstPlaces(facts, plan))
            .Concat(plan.Media.SelectMany(medium => MediaRules.AgainstTaking(facts, carryOut, medium)))
            .Concat(plan.Data.SelectMany(selection => CatalogueRules.AgainstAsked(facts, selection, now)))
            .Concat(AgainstCustodians(facts, plan, now))
            .Concat(HandlingRules.Against(facts, plan))
            .Concat(BanRules.AgainstMethod(facts, plan))
            .Concat(BanRules.Against(facts, plan, now));

    private static IEnumerable<Refusal> AgainstStatement(Engagement facts, CarryPlan plan)
    {
        if (plan.TextDigest is null) yield return new(Rule.R7, Reason.PurposeNotStated);
        if (plan.Data.All(selection => selection.Fields.IsEmpty)) yield return new(Rule.R7, Reason.NothingAskedFor);
        foreach (var twice in plan.Data.GroupBy(selection => selection.Dataset).Where(group => group.Count() > 1)) yield return new(Rule.R6, Reason.FieldNamedTwice, twice.Key.Value);
        if (plan.PlannedPeople < 1 || plan.MostPeople < plan.PlannedPeople) yield return new(Rule.R7, Reason.PeopleNotCounted);
        if (plan.MostPeople > MostWithMargin(facts, plan)) yield return new(Rule.R7, Reason.MarginTooLarge);
        if (plan.Method != TransferMethod.Online && plan.Media.IsEmpty) yield return new(Rule.R7, Reason.NoMedium);
        if (plan.Media.Length > (facts.Policy?.MostMedia ?? int.MaxValue)) yield return new(Rule.R8, Reason.TooManyMedia);

        if (plan.Window is not { } window) yield return new(Rule.R7, Reason.WindowNotStated);
        else if (!window.IsInOrder)
            yield return new(Rule.R7, Reason.WindowOutOfOrder);
    }

    /// <summary>A margin is a percentage of the plan, rounded down, so that it never grows by rounding.</summary>
    private static Int128 MostWithMargin(Engagement facts, CarryPlan plan) =>
        facts.Policy is { } policy ? plan.PlannedPeople + (Int128)plan.PlannedPeople * policy.MarginPercent / 100 : long.MaxValue;

    private static IEnumerable<Refusal> AgainstPlaces(Engagement facts, CarryPlan plan)
    {
        foreach (var site in new[] { plan.Source, plan.Destination }.Where(site => !facts.Sites.ContainsKey(site)))
            yield return new(Rule.R7, Reason.SiteUnknown, site.Value);

        foreach (var (station, site) in new[] { (plan.SealAt, plan.Source), (plan.OpenAt, plan.Destination) })
        {
            if (!facts.Stations.TryGetValue(station, out var enrolled) || enrolled.Closed is not null) yield return new(Rule.R7, Reason.StationUnknown, station.Value);
            else if (enrolled.Site != site) yield return new(Rule.R7, Reason.StationElsewhere, station.Value);
        }
    }

    /// <summary>R1 to R4: whoever is not of the chain, listed, trained and acquainted with the manual can be named nowhere.</summary>
    internal static IEnumerable<Refusal> AgainstCustodians(Engagement facts, CarryPlan plan, DateTimeOffset now) =>
        plan.Custodians.IsEmpty ? [new(Rule.R7, Reason.NoCustodians)] : plan.Custodians.SelectMany(custodian => StandingRules.Against(facts, custodian, now));
}
