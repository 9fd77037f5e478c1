using Azukari.Domain.Engagements;

namespace Azukari.Domain.People;

/// <summary>What every signature must be, whatever it is under: R1, R2 and the offline half of R30.</summary>
internal static class SignatureRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, Attempt attempt, DateTimeOffset now)
    {
        foreach (var twice in attempt.Signers.GroupBy(signer => signer.Person).Where(group => group.Count() > 1))
            yield return new(Rule.R2, Reason.SamePersonTwice, twice.Key.Value);

        if (attempt.Act is FoundEngagement founding)
        {
            foreach (var signer in attempt.Signers.Where(signer => !IsRoot(founding.Owner, signer) && !IsRoot(founding.Contractor, signer)))
                yield return new(Rule.R30, Reason.KeyNotThePersons, signer.Person.Value);
            foreach (var late in attempt.Signers.Where(signer => now > signer.Until)) yield return new(Rule.R30, Reason.StatementExpired, late.Person.Value);
            yield break;
        }

        if (facts.Founding is null) yield return new(Rule.R30, Reason.NotFounded);

        foreach (var refusal in attempt.Signers.SelectMany(signer => Against(facts, attempt, signer, now)))
            yield return refusal;

        if (attempt.Machine is { } machine && !IsEnrolled(facts, attempt.Act, machine.Key))
            yield return new(Rule.R30, Reason.MachineNotEnrolled, machine.Key.Value);

        if (attempt.Machine is { } answering && Answered.By(facts, attempt.Act) is { } expected && answering.On != expected)
            yield return new(Rule.R30, Reason.StatementOnOther);
    }

    private static IEnumerable<Refusal> Against(Engagement facts, Attempt attempt, Signer signer, DateTimeOffset now)
    {
        if (now > signer.Until) yield return new(Rule.R30, Reason.StatementExpired, signer.Person.Value);
        if (Answered.By(facts, attempt.Act) is { } expected && signer.On != expected) yield return new(Rule.R30, Reason.StatementOnOther, signer.Person.Value);
        if (facts.Used.Contains(signer.Statement)) yield return new(Rule.R30, Reason.StatementUsed, signer.Person.Value);

        // Whoever this very act gives a key proves that key and nothing else.
        if (IsIntroducedBy(facts, attempt.Act, signer)) yield break;

        foreach (var refusal in StandingRules.AgainstOrganisation(facts, signer.Organisation)) yield return refusal;
        if (!facts.People.TryGetValue(signer.Person, out var person))
        {
            yield return new(Rule.R1, Reason.PersonNotEnrolled, signer.Person.Value);
            yield break;
        }

        if (person.Organisation != signer.Organisation) yield return new(Rule.R1, Reason.PersonActsForAnother, signer.Person.Value);
        foreach (var refusal in StationKeyRules.Against(facts, person, signer, attempt.Machine)) yield return refusal;
        if (person.Left is not null) yield return new(Rule.R1, Reason.PersonHasLeft, signer.Person.Value);
        if (person.Holds(Role.Administrator, now) && signer.Role != Role.Member) yield return new(Rule.R2, Reason.AdministratorActsNot, signer.Person.Value);
        if (!person.Seen) yield return new(Rule.R1, Reason.PersonNotSeenByOfficer, signer.Person.Value);
        if (signer.Role != Role.Member && !person.Holds(signer.Role, now)) yield return new(Rule.R2, Reason.RoleNotHeld, signer.Person.Value);
    }

    private static bool IsRoot(FoundingSide side, Signer signer) =>
        side.Root == signer.Person && side.Organisation == signer.Organisation && side.RootKey.Id == signer.Key;

    /// <summary>As oneself and for the organisation of the act only: a newcomer who could claim a duty or another organisation here would sign unchecked.</summary>
    private static bool IsIntroducedBy(Engagement facts, Act act, Signer signer) => signer.Role == Role.Member && act switch
    {
        EnrolPerson enrolment => (enrolment.Person, enrolment.Organisation, enrolment.Key.Id) == (signer.Person, signer.Organisation, signer.Key),
        ApproveOrganisation approval => (approval.Representative, approval.Organisation, approval.Key.Id) == (signer.Person, signer.Organisation, signer.Key),
        ReplaceKey replacement => (replacement.Person, replacement.Key.Id) == (signer.Person, signer.Key) && facts.People.GetValueOrDefault(signer.Person)?.Organisation == signer.Organisation,
        _ => false,
    };

    private static bool IsEnrolled(Engagement facts, Act act, Digest key) =>
        facts.Stations.Values.Any(station => station.Key.Id == key && (station.Closed is null || act.IsSafety))
        || key == facts.Founding?.Owner.HolderKey.Id
        || key == facts.Founding?.Contractor.HolderKey.Id
        || act is EnrolStation enrolment && enrolment.Key.Id == key;
}
