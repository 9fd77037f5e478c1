using Azukari.Domain.Engagements;

namespace Azukari.Domain.People;

/// <summary>R1 and R2 where people, duties and stations enter the record.</summary>
internal static class PeopleRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, EnrolPerson act, Attempt attempt)
    {
        foreach (var refusal in StandingRules.AgainstOrganisation(facts, act.Organisation)) yield return refusal;
        foreach (var refusal in ListRules.AgainstTaken(facts, act.Person, act.Key.Id, act.Organisation)) yield return refusal;

        // Nobody can be smuggled in by another organisation, not even by the owner: each enrols its own.
        foreach (var signer in attempt.Signers.Where(signer => signer.Organisation != act.Organisation))
            yield return new(Rule.R1, Reason.EnrolmentNotByOwnOrganisation, signer.Person.Value);

        if (attempt.Signers.All(signer => signer.Key != act.Key.Id)) yield return new(Rule.R1, Reason.EnrolmentWithoutNewKey, act.Person.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, SeePerson act, Attempt attempt)
    {
        foreach (var refusal in StandingRules.AgainstMember(facts, act.Person)) yield return refusal;
        if (attempt.Signers.Any(signer => signer.Person == act.Person)) yield return new(Rule.R1, Reason.SeesOneself, act.Person.Value);
    }

    /// <summary>A site that could be registered anew could be moved to another network layer, past the crossing table (R8).</summary>
    internal static IEnumerable<Refusal> Against(Engagement facts, RegisterSite act)
    {
        if (facts.Sites.ContainsKey(act.Site)) yield return new(Rule.R7, Reason.NameTakenAlready, act.Site.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, EnrolStation act, Attempt attempt)
    {
        if (!facts.Sites.ContainsKey(act.Site)) yield return new(Rule.R7, Reason.SiteUnknown, act.Site.Value);
        if (facts.Stations.ContainsKey(act.Station)) yield return new(Rule.R1, Reason.NameTakenAlready, act.Station.Value);
        if (facts.KeyIsTaken(act.Key.Id)) yield return new(Rule.R1, Reason.NameTakenAlready, act.Key.Id.Value);
        if (attempt.Machine?.Key != act.Key.Id) yield return new(Rule.R1, Reason.EnrolmentWithoutNewKey, act.Station.Value);
    }
}
