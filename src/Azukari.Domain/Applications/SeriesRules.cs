using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.Applications;

/// <summary>R9, series: how one is granted, and what belongs to it.</summary>
internal static class SeriesRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, AskSeries act, DateTimeOffset now)
    {
        if (facts.Series.ContainsKey(act.Series)) yield return new(Rule.R9, Reason.NameTakenAlready, act.Series.Value);
        foreach (var refusal in AgainstScope(facts, act.Scope, now)) yield return refusal;
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, EndorseSeries act, Attempt attempt)
    {
        foreach (var refusal in AgainstDeciding(facts, act.Series)) yield return refusal;
        if (facts.Series.GetValueOrDefault(act.Series) is not { } series) yield break;

        if (series.Endorsed is not null) yield return new(Rule.R9, Reason.DecidedAlready, act.Series.Value);
        foreach (var asker in attempt.Signers.Where(signer => signer.Person == series.Asker)) yield return new(Rule.R2, Reason.SamePersonTwice, asker.Person.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, ApproveSeries act, Attempt attempt, DateTimeOffset now)
    {
        foreach (var refusal in AgainstDeciding(facts, act.Series)) yield return refusal;
        if (facts.Series.GetValueOrDefault(act.Series) is not { } series) yield break;

        if (series.Endorsed is null) yield return new(Rule.R9, Reason.NotEndorsed, act.Series.Value);
        foreach (var applicant in attempt.Signers.Where(signer => signer.Person == series.Asker || signer.Person == series.Endorser))
            yield return new(Rule.R2, Reason.ApproverIsApplicant, applicant.Person.Value);
        foreach (var refusal in AgainstScope(facts, series.Scope, now)) yield return refusal;
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, EndSeries act)
    {
        if (!facts.Series.TryGetValue(act.Series, out var series)) yield return new(Rule.R9, Reason.SeriesUnknown, act.Series.Value);
        else if (series.Ended is not null) yield return new(Rule.R9, Reason.SeriesEnded, act.Series.Value);
    }

    private static IEnumerable<Refusal> AgainstDeciding(Engagement facts, SeriesId id)
    {
        if (!facts.Series.TryGetValue(id, out var series)) yield return new(Rule.R9, Reason.SeriesUnknown, id.Value);
        else if (series.Ended is not null) yield return new(Rule.R9, Reason.SeriesEnded, id.Value);
        else if (series.Approved is not null) yield return new(Rule.R9, Reason.DecidedAlready, id.Value);
    }

    private static IEnumerable<Refusal> AgainstScope(Engagement facts, SeriesScope scope, DateTimeOffset now)
    {
        if (scope.TextDigest is null) yield return new(Rule.R7, Reason.PurposeNotStated);
        if (scope.Data.All(selection => selection.Fields.IsEmpty)) yield return new(Rule.R7, Reason.NothingAskedFor);
        if (scope.Method is TransferMethod.NotStated) yield return new(Rule.R7, Reason.MethodNotStated);
        if (scope.Method is TransferMethod.Alone) yield return new(Rule.R8, Reason.AloneIsNotAMethod);
        foreach (var site in new[] { scope.Source, scope.Destination }.Where(site => !facts.Sites.ContainsKey(site))) yield return new(Rule.R7, Reason.SiteUnknown, site.Value);
        foreach (var refusal in scope.Data.SelectMany(selection => CatalogueRules.AgainstAsked(facts, selection, now))) yield return refusal;

        // Exceptions are looked at one by one; none is approved in bulk.
        foreach (var refusal in BanRules.AgainstTemplate(facts, scope.Template, scope.Data, reasoned: _ => false, now)) yield return refusal;

        if (facts.Policy is not { } policy || now > policy.LastDay) yield return new(Rule.R8, Reason.NoPolicyInForce);
        else if (scope.Most < 1 || scope.Most > policy.MostInSeries) yield return new(Rule.R9, Reason.SeriesTooMany);

        if (scope.Quarter is < 1 or > 4 || facts.Calendar.QuarterOf(now).CompareTo((scope.Year, scope.Quarter)) > 0) yield return new(Rule.R9, Reason.SeriesQuarterOver);
    }
}
