using System.Collections.Immutable;
using Azukari.Domain.Applications;
using Azukari.Domain.Catalogue;
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

/// <summary>The door to the rules: <c>(facts, attempt, now) → Outcome</c>. Pure; the same three always give the same answer, here and at every verifier.</summary>
public static class Rulebook
{
    /// <summary>Decides an attempt. Every rule that speaks against it speaks; one that lacks its facts does not silence the others.</summary>
    /// <param name="facts">The engagement as its record stands.</param>
    /// <param name="attempt">The act and the signatures that were found good.</param>
    /// <param name="now">The service's time; never before <see cref="Engagement.LastAt"/>, which the caller sees to with <see cref="Time"/>.</param>
    public static Outcome Decide(Engagement facts, Attempt attempt, DateTimeOffset now)
    {
        var spoken = SignatureRules.Against(facts, attempt, now)
            .Concat(DutyRules.Against(facts, attempt, now))
            .Concat(StandingRules.Against(facts, attempt, now))
            .Concat(StandingRules.AgainstOwnerAlone(facts, attempt.Act))
            .Concat(ClosingRules.AgainstAfterEnd(facts, attempt))
            .Concat(Against(facts, attempt, now))
            .Distinct()
            .OrderBy(refusal => refusal.Rule).ThenBy(refusal => refusal.Because).ThenBy(refusal => refusal.About, StringComparer.Ordinal)
            .ToImmutableArray();

        // R35: a safety act goes through; what has lapsed or is missing is said in the entry instead of standing in the way. So is what the owner has waived (R2).
        var isSafety = IsSafety(facts, attempt);
        bool IsNoted(Refusal refusal) => (isSafety && Standing.IsOnly(refusal)) || TermRules.IsWaived(facts, refusal, now);

        return spoken.All(IsNoted) ? new Outcome.Accepted(spoken) : new Outcome.Refused([.. spoken.Where(refusal => !IsNoted(refusal))]);
    }

    /// <summary>The time that the rules see: a clock that fell back does not turn the record back.</summary>
    public static DateTimeOffset Time(Engagement facts, DateTimeOffset clock) => clock > facts.LastAt ? clock : facts.LastAt;

    /// <summary>Whether R35 protects this act here. Taking it out of the house and ending a suspension make data more reachable; they need every check (R32).</summary>
    private static bool IsSafety(Engagement facts, Attempt attempt) => attempt.Act switch
    {
        HandOver act => facts.Find(act.CarryOut)?.Seal is not null && !CustodyRules.IsDeparture(facts, act),
        ReportFound act => !LossRules.IsAnswer(facts, act, attempt.Signers),
        var act => act.IsSafety,
    };

    private static IEnumerable<Refusal> Against(Engagement facts, Attempt attempt, DateTimeOffset now) => attempt.Act switch
    {
        FoundEngagement act => EngagementRules.Against(facts, act),
        ApproveOrganisation act => EngagementRules.Against(facts, act, attempt),
        SetPolicy act => EngagementRules.Against(act, now),
        RegisterSite act => PeopleRules.Against(facts, act),
        EnrolPerson act => PeopleRules.Against(facts, act, attempt),
        ReplaceKey act => ReplacementRules.Against(facts, act, attempt, now),
        AddKeyAtStations act => StationKeyRules.Against(facts, act, attempt, now),
        SeePerson act => PeopleRules.Against(facts, act, attempt),
        AppointRole act => TermRules.Against(facts, act, attempt, now),
        EndRole act => TermRules.Against(facts, act, attempt, now),
        TransferDuties act => TransferRules.Against(facts, act, attempt, now),
        WaiveSeparation act => TermRules.Against(facts, act, now),
        SignList act => ListRules.Against(facts, act, attempt),
        LeaveOrganisation act => ListRules.Against(facts, act, attempt, now),
        WithdrawOrganisation act => EngagementRules.Against(facts, act),
        SubmitManual act => ManualRules.Against(facts, act),
        ApproveManual act => ManualRules.Against(facts, act),
        AcknowledgeManual act => ManualRules.Against(facts, act),
        RecordTraining act => ManualRules.Against(facts, act, attempt, now),
        EnrolStation act => PeopleRules.Against(facts, act, attempt),
        CatalogueDataset act => CatalogueRules.Against(facts, act, now),
        SignTemplate act => CatalogueRules.Against(facts, act, now),
        AdmitMedium act => MediaRules.Against(facts, act),
        ReleaseMedium act => MediaRules.Against(facts, act),
        DestroyMedium act => MediaRules.Against(facts, act),
        TakeInventory act => InventoryRules.Against(facts, act),
        WriteOffMedium act => InventoryRules.Against(facts, act),
        ImportConnection act => ConnectionRules.Against(facts, act, attempt, now),
        Apply act => ApplicationRules.Against(facts, act, attempt, now),
        Withdraw act => ApplicationRules.Against(facts, act),
        Amend act => AmendmentRules.Against(facts, act, attempt, now),
        Endorse act => ApplicationRules.Against(facts, act, attempt),
        AskSeries act => SeriesRules.Against(facts, act, now),
        EndorseSeries act => SeriesRules.Against(facts, act, attempt),
        ApproveSeries act => SeriesRules.Against(facts, act, attempt, now),
        EndSeries act => SeriesRules.Against(facts, act),
        DepositRecipient act => PermitRules.Against(facts, act, attempt),
        Approve act => PermitRules.Against(facts, act, attempt, now),
        GrantUrgently act => UrgentRules.Against(facts, act, attempt, now),
        Countersign act => UrgentRules.Against(facts, act, attempt),
        Decline act => PermitRules.Against(facts, act),
        Extend act => ExtensionRules.Against(facts, act, attempt, now),
        SealConsignment act => SealingRules.Against(facts, act, attempt, now),
        HandOver act => CustodyRules.Against(facts, act, attempt, now),
        ProveArrival act => ArrivalRules.Against(facts, act, attempt, now),
        ConfirmRelease act => ReleaseRules.Against(facts, act, attempt, now),
        ReleaseLayer act => ReleaseRules.Against(facts, act, attempt, now),
        ConfirmLoaded act => LoadingRules.Against(facts, act, attempt),
        GiveUp act => LoadingRules.Against(facts, act, attempt),
        EraseAtSite act => ErasureRules.Against(facts, act, attempt, now),
        ClearMedium act => ErasureRules.Against(facts, act, attempt),
        VerifyErasure act => ErasureRules.Against(facts, act, attempt),
        ConfirmErasure act => ErasureRules.Against(facts, act),
        EndDestroyed act => EndRules.Against(facts, act),
        EndLost act => EndRules.Against(facts, act),
        RegisterCopy act => CopyRules.Against(facts, act, now),
        ConfirmGone act => CopyRules.Against(facts, act),
        CloseStation act => ClosingRules.Against(facts, act),
        CloseEngagement act => ClosingRules.Against(facts, act),
        DestroyKey act => KeyRules.Against(facts, act, attempt),
        AttestKeyDead act => KeyRules.Against(facts, act),
        SetCallList act => AlarmRules.Against(facts, act, attempt),
        DeadlinePassed act => AlarmRules.Against(facts, act, now),
        AcknowledgeAlarm act => AlarmRules.Against(facts, act, attempt),
        CountRefusals act => ReviewRules.Against(facts, act, now),
        HoldDrill => [],
        ReviewMonth act => ReviewRules.Against(facts, act, now),
        LiftSuspension act => SuspensionRules.Against(facts, act, now),
        ReportLoss act => LossRules.Against(facts, act),
        ReportFromLabel act => LossRules.Against(facts, act),
        ReportFound act => LossRules.Against(facts, act),
        CountUnion act => UnionRules.Against(facts, act, attempt),
        AssignTask act => ResponseRules.Against(facts, act, now),
        FinishTask act => ResponseRules.Against(facts, act, attempt),
        ExcuseTask act => ResponseRules.Against(facts, act),
        SetLawDuty act => ResponseRules.Against(facts, act),
        CloseIncident act => ResponseRules.Against(facts, act),
        _ => throw new System.Diagnostics.UnreachableException($"no rule for {attempt.Act.GetType().Name}"),
    };
}
