using Azukari.Domain.People;

namespace Azukari.Domain.Engagements;

/// <summary>How an engagement begins and how its chain grows (R1, R30).</summary>
internal static class EngagementRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, FoundEngagement act)
    {
        if (facts.Founding is not null) yield return new(Rule.R30, Reason.FoundedAlready, facts.Founding.Engagement.Value);
        if (act.Owner.Organisation == act.Contractor.Organisation) yield return new(Rule.R1, Reason.NameTakenAlready, act.Owner.Organisation.Value);
        if (act.Owner.Root == act.Contractor.Root) yield return new(Rule.R1, Reason.NameTakenAlready, act.Owner.Root.Value);

        // Two sides mean two hands: one key for both roots or both holders would make one of them.
        Digest[] keys = [act.Owner.RootKey.Id, act.Contractor.RootKey.Id, act.Owner.HolderKey.Id, act.Contractor.HolderKey.Id];
        if (keys.Distinct().Count() < keys.Length || act.Owner.WitnessKey == act.Contractor.WitnessKey) yield return new(Rule.R30, Reason.NameTakenAlready);
    }

    /// <summary>A clock of no minutes would sound before anybody could act.</summary>
    internal static IEnumerable<Refusal> Against(SetPolicy act, DateTimeOffset now)
    {
        if (act.Clock is { IsPositive: false } || act.Calendar is { IsValid: false }) yield return new(Rule.R15, Reason.ClockNotUsable); // Such a calendar has no year to end.
        else if (act.LastDay > (act.Calendar ?? Calendar.Japan).FiscalYearEnd(now)) yield return new(Rule.R8, Reason.BeyondFiscalYear);
        if (act.Media is { InventoryDays: < 1 }) yield return new(Rule.R21, Reason.ClockNotUsable);
        if (act.Retention is { IsUsable: false }) yield return new(Rule.R36, Reason.RetentionNotUsable);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, ApproveOrganisation act, Attempt attempt)
    {
        if (facts.Chain.ContainsKey(act.Organisation)) yield return new(Rule.R1, Reason.NameTakenAlready, act.Organisation.Value);
        foreach (var refusal in ListRules.AgainstTaken(facts, act.Representative, act.Key.Id, act.Organisation)) yield return refusal;
        if (facts.SideOf(act.EntrustedBy) != Side.Contractor || !facts.IsApproved(act.EntrustedBy)) yield return new(Rule.R1, Reason.ParentNotInChain, act.EntrustedBy.Value);
        if (attempt.Signers.All(signer => signer.Key != act.Key.Id)) yield return new(Rule.R1, Reason.EnrolmentWithoutNewKey, act.Representative.Value);

        // At every tier the one who entrusts asks, or the contractor who answers for the chain; a neighbour does not.
        OrganisationId?[] asking = [act.EntrustedBy, facts.Founding?.Contractor.Organisation];
        foreach (var neighbour in attempt.Signers.Where(signer => signer.Role == Role.Representative && !asking.Contains(signer.Organisation)))
            yield return new(Rule.R1, Reason.RepresentativeMissing, neighbour.Person.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, WithdrawOrganisation act)
    {
        foreach (var refusal in StandingRules.AgainstOrganisation(facts, act.Organisation)) yield return refusal;
        if (act.Organisation == facts.Founding?.Owner.Organisation) yield return new(Rule.R1, Reason.OwnerIsNotEntrusted, act.Organisation.Value);
    }
}
