using System.Collections.Immutable;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.People;

/// <summary>R1: who gives a person a new key. An account is its key, so that nobody gives one alone, and nobody out of sight of the other side.</summary>
public static class ReplacementRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, ReplaceKey act, Attempt attempt, DateTimeOffset now)
    {
        foreach (var refusal in StandingRules.AgainstMember(facts, act.Person)) yield return refusal;
        if (attempt.Signers.All(signer => signer.Key != act.Key.Id)) yield return new(Rule.R1, Reason.EnrolmentWithoutNewKey, act.Person.Value);
        if (!facts.People.TryGetValue(act.Person, out var person)) yield break;

        foreach (var refusal in ListRules.AgainstTakenKey(facts, act.Key.Id, person.Organisation)) yield return refusal;
        foreach (var refusal in AgainstVouching(facts, act.Person, person.Organisation, attempt, now)) yield return refusal;
    }

    /// <summary>Whoever vouches for a person's key is a colleague, and none who only looks after the system or looks on.</summary>
    internal static IEnumerable<Refusal> AgainstVouching(Engagement facts, PersonId person, OrganisationId organisation, Attempt attempt, DateTimeOffset now)
    {
        foreach (var signer in attempt.Signers.Where(signer => signer.Organisation != organisation))
            yield return new(Rule.R1, Reason.EnrolmentNotByOwnOrganisation, signer.Person.Value);

        // Signing as a mere member, they would pass the rule that asks in which duty one signs.
        foreach (var signer in attempt.Signers.Where(signer => signer.Person != person && facts.People.ContainsKey(signer.Person)))
        {
            if (facts.People[signer.Person].Holds(Role.Administrator, now)) yield return new(Rule.R2, Reason.AdministratorActsNot, signer.Person.Value);
            if (facts.People[signer.Person].Holds(Role.Auditor, now)) yield return new(Rule.R2, Reason.AuditorActsNot, signer.Person.Value);
        }
    }

    /// <summary>The new key, a representative, and one more. Where only the person itself represents the organisation, any two of it.</summary>
    internal static ImmutableArray<Duty> WhoSigns(Engagement facts, ReplaceKey act, DateTimeOffset now)
    {
        var isRepresented = facts.People.TryGetValue(act.Person, out var person)
            && facts.People.Values.Any(other => other.Id != act.Person && other.Organisation == person.Organisation && other.Seen && other.Holds(Role.Representative, now));
        return
        [
            new(Rule.R1, Reason.EnrolmentWithoutNewKey, null, Role.Member),
            isRepresented ? new(Rule.R1, Reason.RepresentativeMissing, null, Role.Representative) : new(Rule.R1, Reason.ColleagueMissing, null, DutyRules.Anybody),
            new(Rule.R1, Reason.ReplacementNotByTwo, null, DutyRules.Anybody),
        ];
    }

    /// <summary>Who is told of it: the person, who knows best whether anything was lost, and those of the other side who answer for it.</summary>
    public static ImmutableArray<PersonId> WhoIsTold(Engagement facts, ReplaceKey act, DateTimeOffset now) =>
    [
        act.Person,
        .. facts.People.Values.Where(other => facts.SideOf(other.Id) != facts.SideOf(act.Person) && AnswersForSide(other, now)).Select(other => other.Id).OrderBy(id => id.Value, StringComparer.Ordinal),
    ];

    private static bool AnswersForSide(Person person, DateTimeOffset now) =>
        person.Holds(Role.Representative, now) || person.Holds(Role.SecurityOfficer, now) || person.Holds(Role.InformationManager, now);
}
