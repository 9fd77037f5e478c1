using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;

namespace Azukari.Domain.Permits;

/// <summary>Granting and declining (R9), and the three keys in three hands (R17, R20).</summary>
internal static class PermitRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, DepositRecipient act, Attempt attempt)
    {
        if (facts.Keys.ContainsKey(act.Recipient)) yield return new(Rule.R20, Reason.KeyNamedTwice, act.Recipient.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, Approve act, Attempt attempt, DateTimeOffset now)
    {
        foreach (var refusal in ApplicationRules.AgainstDeciding(facts, act.CarryOut)) yield return refusal;
        foreach (var refusal in AgainstKeys(facts, facts.Find(act.CarryOut)?.Plan.OpenAt, act.Keys)) yield return refusal;
        if (facts.Find(act.CarryOut) is not { } asked) yield break;

        if (asked.Endorsed is null) yield return new(Rule.R9, Reason.NotEndorsed, act.CarryOut.Value);
        if (asked.Plan.Window is { } window && now > window.OutBy) yield return new(Rule.R9, Reason.TooLate, act.CarryOut.Value);
        foreach (var refusal in ApartRules.Against(asked, attempt)) yield return refusal;
        foreach (var refusal in PlanRules.Against(facts, act.CarryOut, asked.Plan, now)) yield return refusal;
        foreach (var refusal in SeriesMemberRules.Against(facts, act.CarryOut, asked.Series, asked.Plan, now)) yield return refusal;
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, Decline act) => ApplicationRules.AgainstDeciding(facts, act.CarryOut);

    /// <summary>One key in each of three hands, none of them used or dead.</summary>
    internal static IEnumerable<Refusal> AgainstKeys(Engagement facts, StationId? openAt, ThreeKeys keys)
    {
        var (owner, contractor, destination) = (keys.Owner, keys.Contractor, keys.Destination);

        if (owner == contractor || contractor == destination || destination == owner) yield return new(Rule.R17, Reason.KeyNamedTwice);

        (Digest Recipient, Digest? Machine)[] hands =
        [
            (owner, facts.Founding?.Owner.HolderKey.Id),
            (contractor, facts.Founding?.Contractor.HolderKey.Id),
            (destination, openAt is not null && facts.Stations.TryGetValue(openAt, out var station) ? station.Key.Id : null),
        ];

        foreach (var (recipient, machine) in hands)
        {
            if (!facts.Keys.TryGetValue(recipient, out var key)) yield return new(Rule.R20, Reason.KeyNotDeposited, recipient.Value);
            else if (key.DepositedWith != machine && (recipient != destination || openAt is not null)) yield return new(Rule.R17, Reason.KeyInAnotherHand, recipient.Value);
            else if (key.IsDead) yield return new(Rule.R20, Reason.KeyDead, recipient.Value);
            else if (key.NamedBy is not null) yield return new(Rule.R20, Reason.KeyNamedTwice, recipient.Value);
        }
    }
}
