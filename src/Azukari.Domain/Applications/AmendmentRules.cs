using System.Collections.Immutable;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.People;

namespace Azukari.Domain.Applications;

/// <summary>R9, amendment: those sign whose matter it is; what is granted or sealed is not loosened by it.</summary>
public static class AmendmentRules
{
    /// <summary>Those whose matter a changed part is, of the three who have signed the plan so far; who has not will see the plan as it then stands.</summary>
    public static ImmutableArray<Role> WhoSigns(Engagement facts, Amend act)
    {
        if (facts.Find(act.CarryOut) is not { } carryOut) return [Role.ProjectManager];

        var matters = PlanParts.Between(carryOut.Plan, act.Plan).SelectMany(part => PlanParts.WhoseMatter(part)).Append(Role.ProjectManager).ToHashSet();
        return
        [
            Role.ProjectManager,
            .. carryOut.Endorsed is not null && matters.Contains(Role.InformationManager) ? [Role.InformationManager] : Array.Empty<Role>(),
            .. carryOut.Permit is not null && matters.Contains(Role.Approver) ? [Role.Approver] : Array.Empty<Role>(),
        ];
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, Amend act, Attempt attempt, DateTimeOffset now)
    {
        if (facts.Find(act.CarryOut) is not { } carryOut)
        {
            yield return new(Rule.R7, Reason.NotAsked, act.CarryOut.Value);
            yield break;
        }

        var changed = PlanParts.Between(carryOut.Plan, act.Plan);

        if (carryOut.HasEnded) yield return new(Rule.R9, Reason.HasEnded, act.CarryOut.Value);
        if (changed.IsEmpty) yield return new(Rule.R9, Reason.NothingAmended, act.CarryOut.Value);
        if (carryOut.Permit is not null && PutsOff(carryOut.Plan.Window, act.Plan.Window)) yield return new(Rule.R9, Reason.LaterIsExtension, act.CarryOut.Value);
        foreach (var refusal in ApartRules.Against(carryOut, attempt)) yield return refusal;
        foreach (var refusal in LossRules.AgainstStarting(carryOut)) yield return refusal;
        foreach (var refusal in carryOut.Seal is null ? AgainstUnsealed(facts, carryOut, act, now) : AgainstSealed(facts, act, changed, now)) yield return refusal;
    }

    private static IEnumerable<Refusal> AgainstUnsealed(Engagement facts, CarryOut carryOut, Amend act, DateTimeOffset now)
    {
        if (now > act.Plan.Window?.OutBy) yield return new(Rule.R9, Reason.TooLate, act.CarryOut.Value);
        foreach (var refusal in PlanRules.Against(facts, act.CarryOut, act.Plan, now)) yield return refusal;
        foreach (var refusal in SeriesMemberRules.Against(facts, act.CarryOut, carryOut.Series, act.Plan, now)) yield return refusal;
    }

    /// <summary>Template and policy may have lapsed while it is outside; whoever takes it over must be fit for it all the same.</summary>
    private static IEnumerable<Refusal> AgainstSealed(Engagement facts, Amend act, ImmutableArray<PlanPart> changed, DateTimeOffset now) =>
        changed.Where(PlanParts.IsFixedBySeal).Select(part => new Refusal(Rule.R9, Reason.FixedBySeal, part.ToString().ToLowerInvariant()))
            .Concat(PlanRules.AgainstCustodians(facts, act.Plan, now))
            .Concat(BanRules.AgainstMethod(facts, act.Plan));

    /// <summary>A granted deadline is put off once and by an extension, or "once" would mean nothing.</summary>
    private static bool PutsOff(CarryWindow? granted, CarryWindow? asked) =>
        granted is not null && asked is not null && Enum.GetValues<WindowEnd>().Any(end => asked.At(end) > granted.At(end));
}
