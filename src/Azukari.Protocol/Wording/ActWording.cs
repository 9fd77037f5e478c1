using System.Diagnostics;
using Azukari.Domain;
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

namespace Azukari.Protocol.Wording;

/// <summary>意思表示 in words: what a signer is shown before signing, and, apart from it, what a machine measured.</summary>
public static class ActWording
{
    /// <summary>What people say with this act, line by line, the first line saying what is done.</summary>
    /// <remarks>The measured part is left out, for people sign before a machine has measured anything (design §3): a draft's blank must not read like a count.</remarks>
    /// <param name="act">The act.</param>
    /// <param name="facts">The engagement as its record stands; names that it does not know are shown bare.</param>
    public static IReadOnlyList<Words> Describe(Act act, Engagement facts) => [.. Said(act, WordsOf(act, facts))];

    /// <summary>What the act does, in one sentence: the first of <see cref="Describe"/>, which is the same whatever the record knows.</summary>
    public static Words Summary(Act act) => Said(act, WordsOf(act, Engagement.Nothing)).First();

    /// <summary>What a station or key holder measured and signed; nothing for an act that nobody measures.</summary>
    public static IReadOnlyList<Words> DescribeMeasured(Act act, Engagement facts) => [.. Measured(act, WordsOf(act, facts))];

    private static FactWording WordsOf(Act act, Engagement facts) => new(facts, (act as FoundEngagement ?? facts.Founding)?.Zone);

    private static IEnumerable<Words> Said(Act act, FactWording words) => act switch
    {
        FoundEngagement found => EngagementActs.Lines(found),
        ApproveOrganisation approve => EngagementActs.Lines(approve, words),
        SetPolicy policy => EngagementActs.Lines(policy, words),
        RegisterSite site => EngagementActs.Lines(site),
        ReplaceKey replace => PeopleActs.Lines(replace, words),
        AddKeyAtStations added => PeopleActs.Lines(added, words),
        EnrolPerson enrol => PeopleActs.Lines(enrol, words),
        SeePerson see => PeopleActs.Lines(see, words),
        AppointRole appoint => PeopleActs.Lines(appoint, words),
        EndRole end => PeopleActs.Lines(end, words),
        TransferDuties transfer => PeopleActs.Lines(transfer, words),
        WaiveSeparation waive => PeopleActs.Lines(waive, words),
        SignList list => StandingActs.Lines(list, words),
        LeaveOrganisation leave => StandingActs.Lines(leave, words),
        WithdrawOrganisation withdraw => StandingActs.Lines(withdraw, words),
        SubmitManual submit => StandingActs.Lines(submit),
        ApproveManual approve => StandingActs.Lines(approve, words),
        AcknowledgeManual acknowledge => StandingActs.Lines(acknowledge, words),
        RecordTraining training => StandingActs.Lines(training, words),
        EnrolStation enrol => PeopleActs.Lines(enrol, words),
        CatalogueDataset dataset => RegisterActs.Lines(dataset, words),
        SignTemplate template => RegisterActs.Lines(template, words),
        AdmitMedium medium => MediumActs.Lines(medium, words),
        ReleaseMedium medium => MediumActs.Lines(medium, words),
        DestroyMedium medium => MediumActs.Lines(medium, words),
        TakeInventory inventory => MediumActs.Lines(inventory, words),
        WriteOffMedium medium => MediumActs.Lines(medium, words),
        ImportConnection connection => MediumActs.Lines(connection, words),
        Apply apply => ApplicationActs.Lines(apply, words),
        Withdraw withdraw => ApplicationActs.Lines(withdraw, words),
        Amend amend => ChangeActs.Lines(amend, words),
        Endorse endorse => ApplicationActs.Lines(endorse, words),
        Approve approve => ApplicationActs.Lines(approve, words),
        GrantUrgently grant => ApplicationActs.Lines(grant, words),
        Countersign countersign => ApplicationActs.Lines(countersign, words),
        Decline decline => ApplicationActs.Lines(decline, words),
        Extend extend => ChangeActs.Lines(extend, words),
        AskSeries ask => SeriesActs.Lines(ask, words),
        EndorseSeries endorse => SeriesActs.Lines(endorse, words),
        ApproveSeries approve => SeriesActs.Lines(approve, words),
        EndSeries end => SeriesActs.Lines(end, words),
        DepositRecipient deposit => KeyActs.Lines(deposit),
        DestroyKey destroy => KeyActs.Lines(destroy),
        AttestKeyDead attest => KeyActs.Lines(attest),
        SealConsignment seal => SealingActs.Lines(seal, words),
        HandOver handOver => CustodyActs.Lines(handOver, words),
        ProveArrival arrival => OpeningActs.Lines(arrival),
        ConfirmRelease confirm => OpeningActs.Lines(confirm, words),
        ReleaseLayer release => OpeningActs.Lines(release, words),
        ConfirmLoaded loaded => OpeningActs.Lines(loaded),
        GiveUp gaveUp => OpeningActs.Lines(gaveUp),
        EraseAtSite erase => ErasureActs.Lines(erase, words),
        ClearMedium clear => ErasureActs.Lines(clear, words),
        VerifyErasure verify => ErasureActs.Lines(verify, words),
        ConfirmErasure confirm => ErasureActs.Lines(confirm, words),
        EndDestroyed ended => EndActs.Lines(ended, words),
        EndLost lost => EndActs.Lines(lost, words),
        RegisterCopy copy => EndActs.Lines(copy, words),
        ConfirmGone gone => EndActs.Lines(gone, words),
        CloseStation closed => EndActs.Lines(closed, words),
        CloseEngagement closed => EndActs.Lines(closed, words),
        SetCallList list => WatchActs.Lines(list, words),
        DeadlinePassed passed => WatchActs.Lines(passed),
        AcknowledgeAlarm alarm => WatchActs.Lines(alarm),
        CountRefusals count => ReviewActs.Lines(count),
        HoldDrill drill => ReviewActs.Lines(drill),
        ReviewMonth review => ReviewActs.Lines(review),
        LiftSuspension lift => WatchActs.Lines(lift, words),
        ReportLoss loss => IncidentActs.Lines(loss, words),
        ReportFromLabel label => IncidentActs.Lines(label),
        ReportFound found => IncidentActs.Lines(found, words),
        CountUnion count => UnionWording.Lines(count),
        AssignTask assign => ResponseActs.Lines(assign, words),
        FinishTask finish => ResponseActs.Lines(finish, words),
        ExcuseTask excuse => ResponseActs.Lines(excuse, words),
        SetLawDuty law => ResponseActs.Lines(law, words),
        CloseIncident close => ResponseActs.Lines(close, words),
        _ => throw new UnreachableException($"no words for {act.GetType().Name}"),
    };

    private static IEnumerable<Words> Measured(Act act, FactWording words) => act switch
    {
        AdmitMedium medium => MediumActs.Measured(medium.Measured),
        DestroyKey destroy => KeyActs.Tombstone(destroy.Measured, words),
        SealConsignment seal => SealingActs.Measured(seal.Measured, words),
        CountUnion count => UnionWording.Measured(count.Measured),
        ProveArrival arrival => OpeningActs.Measured(arrival.Measured, words),
        ConfirmLoaded loaded => OpeningActs.Measured(loaded.Measured, words),
        GiveUp gaveUp => KeyActs.Tombstone(gaveUp.Measured.KeyDestroyed, words),
        EraseAtSite erase => ErasureActs.Measured(erase.Measured, words),
        ClearMedium clear => [.. ErasureActs.Measured(clear.Measured, words), .. ErasureActs.Level(clear, words)],
        VerifyErasure verify => ErasureActs.Measured(verify.Measured, words),
        _ => [],
    };
}
