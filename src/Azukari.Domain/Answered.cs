using Azukari.Domain.Applications;
using Azukari.Domain.Closing;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Domain.Erasure;
using Azukari.Domain.Incidents;
using Azukari.Domain.Media;
using Azukari.Domain.Opening;
using Azukari.Domain.People;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;
using Azukari.Domain.Watch;

namespace Azukari.Domain;

/// <summary>Which entry an act answers: its leaf is what every statement under the act must name, so that no statement counts for anything else.</summary>
public static class Answered
{
    /// <summary>The leaf to name, or null where the record does not have it yet (another rule then says what is missing).</summary>
    public static Digest? By(Engagement facts, Act act) => act switch
    {
        FoundEngagement => null,
        Withdraw or Endorse or Approve or Decline => facts.Find(act.Subject)?.PlanAt.Leaf,
        GrantUrgently => facts.Find(act.Subject)?.PlanAt.Leaf ?? facts.Genesis,
        Amend => (facts.Find(act.Subject)?.Permit?.Stands ?? facts.Find(act.Subject)?.PlanAt)?.Leaf,
        SealConsignment or Extend or Countersign => facts.Find(act.Subject)?.Permit?.Stands.Leaf,
        EndorseSeries series => facts.Series.GetValueOrDefault(series.Series)?.Asked.Leaf,
        ApproveSeries series => facts.Series.GetValueOrDefault(series.Series)?.Asked.Leaf,
        EndSeries series => (facts.Series.GetValueOrDefault(series.Series) is { } known ? known.Approved ?? known.Asked : null)?.Leaf,
        ReportLoss => facts.Find(act.Subject)?.Permit?.Mark.Leaf ?? facts.Genesis,
        LiftSuspension => facts.Find(act.Subject)?.Suspended?.Mark.Leaf,
        AcknowledgeAlarm alarm => AlarmRules.Sounded(facts, alarm.CarryOut, alarm.Kind, alarm.About, alarm.Step).FirstOrDefault()?.Mark.Leaf,
        ReportFound => (facts.Find(act.Subject)?.Suspended?.Mark ?? facts.Find(act.Subject)?.Permit?.Mark)?.Leaf, // "It is here" said beforehand answers no alarm.
        AssignTask assign => facts.FindIncident(assign.Incident)?.Opened.Leaf,
        FinishTask finish => ResponseRules.TaskOf(facts, finish.Incident, finish.Task)?.Set.Leaf,
        ExcuseTask excuse => ResponseRules.TaskOf(facts, excuse.Incident, excuse.Task)?.Set.Leaf,
        CloseIncident close => facts.FindIncident(close.Incident)?.Newest.Leaf, // It pins every cause that has come to light.
        ApproveManual manual => facts.Manuals.GetValueOrDefault(manual.Version)?.Submitted.Leaf,
        AcknowledgeManual manual => facts.Manuals.GetValueOrDefault(manual.Version)?.Submitted.Leaf, // It pins the text that was read.
        HandOver => facts.Find(act.Subject)?.Custody?.Now.Mark.Leaf,
        ProveArrival or EraseAtSite or ClearMedium => facts.Find(act.Subject)?.Seal?.Mark.Leaf,
        GiveUp => (facts.Find(act.Subject)?.Seal?.Mark ?? facts.Find(act.Subject)?.Permit?.Mark)?.Leaf,
        ConfirmRelease or ReleaseLayer or ConfirmLoaded => facts.Find(act.Subject)?.Arrival?.Mark.Leaf,
        VerifyErasure verify => Step(facts, verify.CarryOut, verify.Measured.Medium)?.Cleared?.Mark.Leaf,
        ConfirmErasure confirm => Step(facts, confirm.CarryOut, confirm.Medium)?.Verified?.Mark.Leaf,
        DestroyMedium { CarryOut: { } of } => facts.Find(of)?.Seal?.Mark.Leaf,
        EndDestroyed ended => facts.Find(ended.CarryOut)?.Seal?.Mark.Leaf,
        EndLost lost => facts.Find(lost.CarryOut)?.Losses.LastOrDefault()?.Mark.Leaf,
        RegisterCopy copy => facts.Find(copy.CarryOut)?.Permit?.Mark.Leaf,
        ConfirmGone gone => facts.Find(gone.CarryOut)?.Copies.GetValueOrDefault(gone.Copy)?.Mark.Leaf,
        AttestKeyDead { CarryOut: { } of } => facts.Find(of)?.Permit?.Mark.Leaf,
        DestroyKey destroyed when destroyed.CarryOut is { } carryOut => facts.Find(carryOut)?.Permit?.Mark.Leaf,
        _ => facts.Genesis,
    };

    private static Sanitisation? Step(Engagement facts, CarryOutId carryOut, MediumId medium) => facts.Find(carryOut)?.Erasure.GetValueOrDefault(medium);
}
