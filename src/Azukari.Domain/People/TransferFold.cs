using Azukari.Domain.Engagements;

namespace Azukari.Domain.People;

/// <summary>How open matters pass from one person to another (R2). Who signed what stays in the record as it was.</summary>
internal static class TransferFold
{
    internal static Engagement Transferred(Engagement before, TransferDuties act) =>
        before.OpenCarryOuts.Aggregate(before, (facts, open) => facts.With(Passed(open, act.From, act.To)));

    internal static CarryOut Passed(CarryOut open, PersonId from, PersonId to)
    {
        PersonId Next(PersonId person) => person == from ? to : person;
        var duties = DutiesOf(open, from).ToArray();
        var after = open with
        {
            Applicant = open.Applicant is { } applicant ? Next(applicant) : null,
            Endorser = open.Endorser is { } endorser ? Next(endorser) : null,
            Permit = open.Permit is { } permit ? permit with { Approver = Next(permit.Approver) } : null,
            HandedOn = open.HandedOn.AddRange(duties.Select(duty => new HandedOn(duty, from, to))),
        };

        return duties.Contains(Role.Operator) ? after with { Plan = open.Plan with { Custodians = [.. open.Plan.Custodians.Select(Next).Distinct()] } } : after;
    }

    /// <summary>What of it this person answers for now. A place in the pool stays with whoever has a medium: that passes only from hand to hand (R14).</summary>
    internal static IEnumerable<Role> DutiesOf(CarryOut open, PersonId person)
    {
        if (open.Applicant == person) yield return Role.ProjectManager;
        if (open.Endorser == person) yield return Role.InformationManager;
        if (open.Permit?.Approver == person) yield return Role.Approver;
        if (open.Plan.Custodians.Contains(person) && open.Custody?.Now.Holders.Contains(person) != true) yield return Role.Operator;
    }
}
