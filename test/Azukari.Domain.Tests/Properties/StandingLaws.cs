using Azukari.Domain.Applications;
using Azukari.Domain.Closing;
using Azukari.Domain.Custody;
using Azukari.Domain.Erasure;
using Azukari.Domain.Incidents;
using Azukari.Domain.Media;
using Azukari.Domain.Opening;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Properties;

/// <summary>R1 to R4 and R35: who may start something, and that nobody is stopped from ending it.</summary>
internal static class StandingLaws
{
    private static readonly Reason[] Lapsed =
    [
        OrganisationWithdrawn, PersonHasLeft, ListNotSignedThisQuarter, PersonNotOnList, PersonNotSeenByOfficer, NoManualInForce, ManualNotAcknowledged,
        TrainingNotRecorded, TrainingExpired, RoleNotHeld, RoleOfOtherSide, StatementExpired, AdministratorActsNot, AuditorActsNot,
    ];

    internal static readonly Law Starts = new(nameof(Starts), history => history.Where(step => step.IsAccepted && IsStart(step))
        .SelectMany(step => step.Attempt.Signers.SelectMany(signer => Unfit(step.Before, signer.Person, step.Now)).Select(what => $"{what}: {step}")));

    internal static readonly Law Named = new(nameof(Named), history => history.Where(step => step.IsAccepted)
        .SelectMany(step => NamedBy(step.Act).SelectMany(person => Unfit(step.Before, person, step.Now)).Select(what => $"{what}: {step}")));

    internal static readonly Law Safety = new(nameof(Safety), history => history.Where(step => !step.IsAccepted && IsProtected(step))
        .Where(step => step.Said.Any(said => Lapsed.Contains(said.Because))).Select(step => $"{step}"));

    internal static IEnumerable<Law> All => [Starts, Named, Safety];

    private static IEnumerable<PersonId> NamedBy(Act act) => act switch
    {
        Apply apply => apply.Plan.Custodians,
        Amend amend => amend.Plan.Custodians,
        GrantUrgently { Plan: { } plan } => plan.Custodians,
        _ => [],
    };

    /// <summary>What makes data more reachable, or leads to it.</summary>
    private static bool IsStart(Step step) => step.Act is Apply or Endorse or AskSeries or EndorseSeries or ApproveSeries or Approve or GrantUrgently or Amend or Extend
        or SealConsignment or ConfirmRelease or LiftSuspension || IsDeparture(step);

    private static bool IsDeparture(Step step) => step.Act is HandOver && step.Before.Find(step.Act.Subject) is { Custody.HasLeft: false } before && step.After.Find(step.Act.Subject)?.Custody is { HasLeft: true } && !IsEmpty(before);

    /// <summary>What is erased takes nobody's data out of the house.</summary>
    private static bool IsEmpty(CarryOut carryOut) => carryOut.Seal!.Measured.Volumes.All(volume => carryOut.Erasure.GetValueOrDefault(volume.Medium)?.Covers(volume.Bytes) == true);

    /// <summary>Reporting, handing on, erasing, letting keys die: all but what leaves the house and the word that keeps keys alive.</summary>
    private static bool IsProtected(Step step) => step.Act is ReportLoss or EraseAtSite or ClearMedium or DestroyMedium or DestroyKey or GiveUp or AcknowledgeAlarm
        || (step.Act is HandOver && step.Before.Find(step.Act.Subject) is { Seal: not null, Custody: { HasLeft: true, Now: { Stored: false } or { AtDestination: true } } } carryOut
            && carryOut.Custody.Now.At != carryOut.Plan.Source);

    private static IEnumerable<string> Unfit(Engagement facts, PersonId id, DateTimeOffset now)
    {
        if (!facts.People.TryGetValue(id, out var person))
        {
            yield return $"{id} is nobody";
            yield break;
        }

        if (person is not { Seen: true, Left: null }) yield return $"{id} was not seen or has left";
        if (facts.Chain.GetValueOrDefault(person.Organisation) is not { Withdrawn: null }) yield return $"{id} is of no approved organisation";
        if (!(facts.Lists.GetValueOrDefault(person.Organisation) is { } list && list.People.Contains(id) && facts.Calendar.QuarterOf(list.Mark.At) == facts.Calendar.QuarterOf(now)))
            yield return $"{id} is on no list";
        if (facts.ManualInForce is not { } manual || !person.Acknowledged.Contains(manual.Version)) yield return $"{id} has not read the manual";
        if (facts.SideOf(person.Organisation) == Side.Contractor && !person.Trainings.Values.Any(training => training.Completed <= now && now <= training.Expires))
            yield return $"{id} is not trained";
    }
}
