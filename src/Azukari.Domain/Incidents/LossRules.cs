using System.Collections.Immutable;
using Azukari.Domain.Engagements;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Incidents;

/// <summary>R23: reporting needs no approval; what starts or widens waits for what was reported.</summary>
internal static class LossRules
{
    /// <summary>What was never granted can be lost all the same, and whoever says so is heard (R35).</summary>
    internal static IEnumerable<Refusal> Against(Engagement facts, ReportLoss act) => AgainstEnded(facts, act.CarryOut);

    internal static IEnumerable<Refusal> Against(Engagement facts, ReportFound act) =>
        facts.IsGranted(act.CarryOut) ? AgainstEnded(facts, act.CarryOut) : [new(Rule.R23, Reason.NoPermit, act.CarryOut.Value)];

    /// <summary>A stranger has to hold the label; and while nobody has answered the last such report, another one would only ring the same telephones again.</summary>
    internal static IEnumerable<Refusal> Against(Engagement facts, ReportFromLabel act)
    {
        if (facts.Find(act.CarryOut) is not { Seal: { } seal, Closed: null } carryOut || seal.Measured.SealNumber != act.SealNumber)
        {
            yield return new(Rule.R23, Reason.LabelUnknown);
            yield break;
        }

        if (carryOut.Strangers is [.., var last] && IncidentFold.OpenFor(facts, act.CarryOut) is { } open && !IsAnswered(carryOut, open, last))
            yield return new(Rule.R23, Reason.StrangerHeardAlready, act.CarryOut.Value);
    }

    private static bool IsAnswered(CarryOut carryOut, Incident open, Mark since) =>
        carryOut.Alarms.Any(alarm => alarm.Kind == DeadlineKind.Incident && alarm.About == open.Id.Value && alarm.Mark.At >= since.At && alarm.IsAnswered);

    /// <summary>"It is here", seal intact, from whoever has it or from the owner, stops the hour of R23. Giving again takes two sides; a kill is never taken back.</summary>
    internal static bool IsAnswer(Engagement facts, ReportFound act, ImmutableArray<Signer> signers) =>
        act.SealIntact && facts.Find(act.CarryOut) is { Suspended: { Why: SuspensionCause.Loss, Answered: null } } carryOut
        && signers.Any(signer => carryOut.Custody?.Now.Holders.Contains(signer.Person) == true || facts.SideOf(signer.Organisation) == Side.Owner);

    /// <summary>Nothing is sealed, taken out, proven or released after a kill or during a suspension.</summary>
    internal static IEnumerable<Refusal> AgainstStarting(CarryOut? carryOut)
    {
        if (carryOut?.KillOrdered is not null) yield return new(Rule.R23, Reason.Killed, carryOut.Id.Value);
        else if (carryOut?.Suspended is not null) yield return new(Rule.R23, Reason.Suspended, carryOut.Id.Value);
    }

    /// <summary>Everybody whom the permit names: the pool, who asked, endorsed and granted, who sealed, and who has had it.</summary>
    internal static bool IsNamed(CarryOut carryOut, PersonId person) =>
        carryOut.Plan.Custodians.Contains(person)
        || person == carryOut.Applicant || person == carryOut.Endorser || person == carryOut.Permit?.Approver
        || person == carryOut.Seal?.Operator || person == carryOut.Seal?.Witness
        || carryOut.HandedOn.Any(handed => handed.From == person) || carryOut.Cosigned.Any(filled => filled.Person == person)
        || carryOut.Custody?.Legs.Any(leg => leg.Holders.Contains(person)) == true;

    private static IEnumerable<Refusal> AgainstEnded(Engagement facts, CarryOutId id) =>
        facts.IsGranted(id) && facts.Find(id)!.IsBeyondReturn ? [new(Rule.R21, Reason.HasEnded, id.Value)] : [];
}
