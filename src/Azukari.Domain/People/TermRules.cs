using Azukari.Domain.Engagements;

namespace Azukari.Domain.People;

/// <summary>R2: duties with dates, deputies, and the duties that exclude every other.</summary>
internal static class TermRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, AppointRole act, Attempt attempt, DateTimeOffset now)
    {
        foreach (var refusal in StandingRules.AgainstMember(facts, act.Person)) yield return refusal;
        if (act.From > act.Until) yield return new(Rule.R2, Reason.TermOutOfOrder, act.Person.Value);
        if (facts.SideOf(act.Person) is not { } side) yield break;

        if (!act.Role.BelongsTo(side)) yield return new(Rule.R2, Reason.RoleOfOtherSide, act.Person.Value);
        foreach (var refusal in AgainstOtherSide(facts, side, attempt)) yield return refusal;
        foreach (var refusal in AgainstBoth(facts.People[act.Person], new(act.Role, act.From ?? now, act.Until))) yield return refusal;
        if (act.Deputises is { } principal && !IsPrincipal(facts, act, principal, side, act.From ?? now)) yield return new(Rule.R2, Reason.DeputyOfNobody, principal.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, EndRole act, Attempt attempt, DateTimeOffset now)
    {
        if (!facts.People.TryGetValue(act.Person, out var person))
        {
            yield return new(Rule.R1, Reason.PersonNotEnrolled, act.Person.Value);
            yield break;
        }

        if (facts.SideOf(act.Person) is { } side) foreach (var refusal in AgainstOtherSide(facts, side, attempt)) yield return refusal;
        if (!person.Terms.Any(term => term.Role == act.Role && now <= term.Until && term.From <= term.Until)) yield return new(Rule.R2, Reason.RoleNotHeld, act.Person.Value);
        if (act.Role == Role.Representative && ListRules.IsLastRepresentative(facts, person, now)) yield return new(Rule.R1, Reason.LastRepresentative, act.Person.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, WaiveSeparation act, DateTimeOffset now)
    {
        if (act.LastDay > facts.Calendar.FiscalYearEnd(now)) yield return new(Rule.R2, Reason.WaiverTooLong);
    }

    /// <summary>What the owner has waived does not stand in the way; the entry says it instead, so that it shows.</summary>
    internal static bool IsWaived(Engagement facts, Refusal refusal, DateTimeOffset now) => refusal is { Rule: Rule.R2, Because: Reason.WitnessIsApprover } && now <= facts.Waiver?.LastDay;

    /// <summary>A representative of a subcontractor gives duties to nobody and takes none: the contractor answers for its chain.</summary>
    internal static IEnumerable<Refusal> AgainstOtherSide(Engagement facts, Side side, Attempt attempt)
    {
        var root = side == Side.Owner ? facts.Founding?.Owner.Organisation : facts.Founding?.Contractor.Organisation;
        return attempt.Signers.Where(signer => signer.Organisation != root).Select(signer => new Refusal(Rule.R2, Reason.AppointmentNotByOwnSide, signer.Person.Value));
    }

    /// <summary>Whoever administers the installation neither acts nor audits; whoever audits does nothing else.</summary>
    private static IEnumerable<Refusal> AgainstBoth(Person person, Term added)
    {
        var roles = person.Terms.Where(term => term.Role != added.Role && term.Overlaps(added)).Select(term => term.Role).ToArray();
        if (roles.Length == 0) yield break;

        if (added.Role == Role.Administrator || roles.Contains(Role.Administrator)) yield return new(Rule.R2, Reason.AdministratorActsNot, person.Id.Value);
        else if (added.Role == Role.Auditor || roles.Contains(Role.Auditor)) yield return new(Rule.R2, Reason.AuditorActsNot, person.Id.Value);
    }

    /// <summary>Somebody else of the same side who has the same duty in the own right when the deputy's begins.</summary>
    private static bool IsPrincipal(Engagement facts, AppointRole act, PersonId principal, Side side, DateTimeOffset from) =>
        principal != act.Person && facts.SideOf(principal) == side && facts.People.GetValueOrDefault(principal) is { Left: null } known
        && known.Terms.Any(term => term.Role == act.Role && term.Deputises is null && term.Covers(from));
}
