using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Domain.Erasure;
using Azukari.Domain.Watch;

namespace Azukari.Domain.People;

/// <summary>May this person be named, and start or widen something, now? The one place that answers it, for R1 to R4.</summary>
public static class StandingRules
{
    /// <summary>Everything that speaks against it: chain, employer, being seen, this quarter's list, manual, training, and duties that do nothing.</summary>
    public static IEnumerable<Refusal> Against(Engagement facts, PersonId id, DateTimeOffset now)
    {
        foreach (var refusal in AgainstMember(facts, id)) yield return refusal;
        if (!facts.People.TryGetValue(id, out var person)) yield break;

        if (!person.Seen) yield return new(Rule.R1, Reason.PersonNotSeenByOfficer, id.Value);
        foreach (var refusal in AgainstList(facts, person, now)) yield return refusal;
        if (person.Holds(Role.Administrator, now)) yield return new(Rule.R2, Reason.AdministratorActsNot, id.Value);
        if (person.Holds(Role.Auditor, now)) yield return new(Rule.R2, Reason.AuditorActsNot, id.Value);
        foreach (var refusal in AgainstReading(facts, person)) yield return refusal;
        if (facts.SideOf(person.Organisation) == Side.Contractor) foreach (var refusal in AgainstTraining(person, now)) yield return refusal;
    }

    /// <summary>R1 alone: enrolled, not gone, and of an organisation that is still approved.</summary>
    internal static IEnumerable<Refusal> AgainstMember(Engagement facts, PersonId id)
    {
        if (!facts.People.TryGetValue(id, out var person))
        {
            yield return new(Rule.R1, Reason.PersonNotEnrolled, id.Value);
            yield break;
        }

        if (person.Left is not null) yield return new(Rule.R1, Reason.PersonHasLeft, id.Value);
        foreach (var refusal in AgainstOrganisation(facts, person.Organisation)) yield return refusal;
    }

    /// <summary>R1: an organisation that the owner approves, at every tier.</summary>
    internal static IEnumerable<Refusal> AgainstOrganisation(Engagement facts, OrganisationId id)
    {
        if (!facts.Chain.TryGetValue(id, out var node)) yield return new(Rule.R1, Reason.OrganisationNotApproved, id.Value);
        else if (node.Withdrawn is not null) yield return new(Rule.R1, Reason.OrganisationWithdrawn, id.Value);
    }

    /// <summary>R1: what one person of the owner approved alone, nobody else of the owner would know of. Two are enrolled first, and each has seen the other: one who invented the second would be confirmed by nobody.</summary>
    internal static IEnumerable<Refusal> AgainstOwnerAlone(Engagement facts, Act act)
    {
        if (act is not (ApproveOrganisation or ApproveManual or Applications.ApproveSeries or Permits.Approve or Permits.GrantUrgently) || facts.Founding is not { Owner.Organisation: var owner }) yield break;
        if (facts.People.Values.Count(person => person is { Seen: true, Left: null } && person.Organisation == owner) < 2) yield return new(Rule.R1, Reason.OwnerAlone, owner.Value);
        if (facts.FirstUnmet is { } first) yield return new(Rule.R1, Reason.FirstNotConfirmed, first.Id.Value);
    }

    /// <summary>The standing of whoever signs: asked of acts that start or widen, where it stands in the way, and of those that handle media, where it is noted (R35).</summary>
    internal static IEnumerable<Refusal> Against(Engagement facts, Attempt attempt, DateTimeOffset now) =>
        Starts(facts, attempt.Act) || attempt.Act is HandOver or EraseAtSite or ClearMedium ? attempt.Signers.SelectMany(signer => Against(facts, signer.Person, now)) : [];

    /// <summary>Whether the act makes data more reachable, or leads to it.</summary>
    public static bool Starts(Engagement facts, Act act) => act switch
    {
        Applications.Apply or Applications.Amend or Applications.AskSeries or Applications.EndorseSeries or Applications.ApproveSeries or Applications.Endorse or Permits.Approve or Permits.GrantUrgently or Permits.Extend or Sealing.SealConsignment or Opening.ConfirmRelease => true,
        HandOver passed => facts.Find(passed.CarryOut)?.Seal is null || CustodyRules.IsDeparture(facts, passed),
        LiftSuspension => true,
        _ => false,
    };

    private static IEnumerable<Refusal> AgainstList(Engagement facts, Person person, DateTimeOffset now)
    {
        var list = facts.Lists.GetValueOrDefault(person.Organisation);

        if (list is null || facts.Calendar.QuarterOf(list.Mark.At) != facts.Calendar.QuarterOf(now)) yield return new(Rule.R1, Reason.ListNotSignedThisQuarter, person.Organisation.Value);
        else if (!list.People.Contains(person.Id)) yield return new(Rule.R1, Reason.PersonNotOnList, person.Id.Value);
    }

    private static IEnumerable<Refusal> AgainstReading(Engagement facts, Person person)
    {
        if (facts.ManualInForce is not { } manual) yield return new(Rule.R3, Reason.NoManualInForce);
        else if (!person.Acknowledged.Contains(manual.Version)) yield return new(Rule.R3, Reason.ManualNotAcknowledged, person.Id.Value);
    }

    private static IEnumerable<Refusal> AgainstTraining(Person person, DateTimeOffset now)
    {
        if (person.Trainings.IsEmpty) yield return new(Rule.R4, Reason.TrainingNotRecorded, person.Id.Value);
        else if (!person.Trainings.Values.Any(training => training.IsValid(now))) yield return new(Rule.R4, Reason.TrainingExpired, person.Id.Value);
    }
}
