using Azukari.Domain.Engagements;

namespace Azukari.Domain.People;

/// <summary>R1: who works for whom. An organisation says it of its own people, every quarter, and of nobody else's.</summary>
internal static class ListRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, SignList act, Attempt attempt)
    {
        foreach (var refusal in StandingRules.AgainstOrganisation(facts, act.Organisation)) yield return refusal;
        foreach (var refusal in AgainstForeign(attempt, act.Organisation, Rule.R1)) yield return refusal;

        foreach (var name in act.People.Distinct())
        {
            if (!facts.People.TryGetValue(name, out var person)) yield return new(Rule.R1, Reason.PersonNotEnrolled, name.Value);
            else if (person.Left is not null) yield return new(Rule.R1, Reason.PersonHasLeft, name.Value);
            else if (person.Organisation != act.Organisation) yield return new(Rule.R1, Reason.TwoEmployers, name.Value);
        }
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, LeaveOrganisation act, Attempt attempt, DateTimeOffset now)
    {
        if (!facts.People.TryGetValue(act.Person, out var person))
        {
            yield return new(Rule.R1, Reason.PersonNotEnrolled, act.Person.Value);
            yield break;
        }

        if (person.Left is not null) yield return new(Rule.R1, Reason.PersonHasLeft, act.Person.Value);
        foreach (var refusal in AgainstForeign(attempt, person.Organisation, Rule.R1)) yield return refusal;
        if (IsLastRepresentative(facts, person, now)) yield return new(Rule.R1, Reason.LastRepresentative, act.Person.Value);
    }

    /// <summary>Signed by somebody who represents another organisation than the one concerned.</summary>
    internal static IEnumerable<Refusal> AgainstForeign(Attempt attempt, OrganisationId organisation, Rule rule) => attempt.Signers
        .Where(signer => signer.Role == Role.Representative && signer.Organisation != organisation)
        .Select(signer => new Refusal(rule, Reason.NotByOwnOrganisation, signer.Person.Value));

    /// <summary>A name or key that is in use: by a person of another organisation it would be a second employer.</summary>
    internal static IEnumerable<Refusal> AgainstTaken(Engagement facts, PersonId name, Digest key, OrganisationId employer)
    {
        if (facts.People.TryGetValue(name, out var known)) yield return new(Rule.R1, Why(known, employer), name.Value);
        foreach (var refusal in AgainstTakenKey(facts, key, employer)) yield return refusal;
    }

    /// <summary>A key that is somebody's, or was.</summary>
    internal static IEnumerable<Refusal> AgainstTakenKey(Engagement facts, Digest key, OrganisationId employer)
    {
        if (facts.People.Values.FirstOrDefault(person => person.Has(key)) is { } holder) yield return new(Rule.R1, Why(holder, employer), key.Value);
        else if (facts.KeyIsTaken(key)) yield return new(Rule.R1, Reason.NameTakenAlready, key.Value);
    }

    /// <summary>With the last of them nobody would be left to enrol, to appoint and to sign the list.</summary>
    internal static bool IsLastRepresentative(Engagement facts, Person person, DateTimeOffset now) => person.Holds(Role.Representative, now)
        && !facts.People.Values.Any(other => other.Id != person.Id && other.Organisation == person.Organisation && other.Holds(Role.Representative, now));

    private static Reason Why(Person known, OrganisationId employer) => known.Left is null && known.Organisation != employer ? Reason.TwoEmployers : Reason.NameTakenAlready;
}
