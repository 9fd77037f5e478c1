using System.Collections.Frozen;
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

namespace Azukari.Protocol.Ledger;

/// <summary>How each act is named in the record. A name is never given to another shape; a changed shape gets the next number.</summary>
public static class ActNames
{
    private static readonly FrozenDictionary<string, Type> Types = new Dictionary<string, Type>
    {
        ["EngagementFoundedV1"] = typeof(FoundEngagement),
        ["OrganisationApprovedV1"] = typeof(ApproveOrganisation),
        ["PolicySetV1"] = typeof(SetPolicy),
        ["SiteRegisteredV1"] = typeof(RegisterSite),
        ["PersonEnrolledV1"] = typeof(EnrolPerson),
        ["KeyReplacedV1"] = typeof(ReplaceKey),
        ["KeyAtStationsAddedV1"] = typeof(AddKeyAtStations),
        ["PersonSeenV1"] = typeof(SeePerson),
        ["RoleAppointedV1"] = typeof(AppointRole),
        ["RoleEndedV1"] = typeof(EndRole),
        ["DutiesTransferredV1"] = typeof(TransferDuties),
        ["SeparationWaivedV1"] = typeof(WaiveSeparation),
        ["ListSignedV1"] = typeof(SignList),
        ["OrganisationLeftV1"] = typeof(LeaveOrganisation),
        ["OrganisationWithdrawnV1"] = typeof(WithdrawOrganisation),
        ["ManualSubmittedV1"] = typeof(SubmitManual),
        ["ManualApprovedV1"] = typeof(ApproveManual),
        ["ManualAcknowledgedV1"] = typeof(AcknowledgeManual),
        ["TrainingRecordedV1"] = typeof(RecordTraining),
        ["StationEnrolledV1"] = typeof(EnrolStation),
        ["DatasetCataloguedV1"] = typeof(CatalogueDataset),
        ["TemplateSignedV1"] = typeof(SignTemplate),
        ["MediumAdmittedV1"] = typeof(AdmitMedium),
        ["MediumReleasedV1"] = typeof(ReleaseMedium),
        ["MediumDestroyedV1"] = typeof(DestroyMedium),
        ["InventoryTakenV1"] = typeof(TakeInventory),
        ["MediumWrittenOffV1"] = typeof(WriteOffMedium),
        ["ConnectionImportedV1"] = typeof(ImportConnection),
        ["RecipientDepositedV1"] = typeof(DepositRecipient),
        ["AppliedV1"] = typeof(Apply),
        ["WithdrawnV1"] = typeof(Withdraw),
        ["AmendedV1"] = typeof(Amend),
        ["EndorsedV1"] = typeof(Endorse),
        ["ApprovedV1"] = typeof(Approve),
        ["GrantedUrgentlyV1"] = typeof(GrantUrgently),
        ["CountersignedV1"] = typeof(Countersign),
        ["DeclinedV1"] = typeof(Decline),
        ["ExtendedV1"] = typeof(Extend),
        ["SeriesAskedV1"] = typeof(AskSeries),
        ["SeriesEndorsedV1"] = typeof(EndorseSeries),
        ["SeriesApprovedV1"] = typeof(ApproveSeries),
        ["SeriesEndedV1"] = typeof(EndSeries),
        ["SealedV1"] = typeof(SealConsignment),
        ["HandedOverV1"] = typeof(HandOver),
        ["ArrivalProvenV1"] = typeof(ProveArrival),
        ["ReleaseConfirmedV1"] = typeof(ConfirmRelease),
        ["LayerReleasedV1"] = typeof(ReleaseLayer),
        ["LoadedV1"] = typeof(ConfirmLoaded),
        ["GivenUpV1"] = typeof(GiveUp),
        ["ErasedAtSiteV1"] = typeof(EraseAtSite),
        ["MediumClearedV1"] = typeof(ClearMedium),
        ["ErasureVerifiedV1"] = typeof(VerifyErasure),
        ["ErasureConfirmedV1"] = typeof(ConfirmErasure),
        ["EndedDestroyedV1"] = typeof(EndDestroyed),
        ["EndedLostV1"] = typeof(EndLost),
        ["CopyRegisteredV1"] = typeof(RegisterCopy),
        ["CopyGoneV1"] = typeof(ConfirmGone),
        ["StationClosedV1"] = typeof(CloseStation),
        ["EngagementClosedV1"] = typeof(CloseEngagement),
        ["CallListSetV1"] = typeof(SetCallList),
        ["DeadlinePassedV1"] = typeof(DeadlinePassed),
        ["RefusalsCountedV1"] = typeof(CountRefusals),
        ["DrillHeldV1"] = typeof(HoldDrill),
        ["MonthReviewedV1"] = typeof(ReviewMonth),
        ["AlarmAcknowledgedV1"] = typeof(AcknowledgeAlarm),
        ["SuspensionLiftedV1"] = typeof(LiftSuspension),
        ["KeyDestroyedV1"] = typeof(DestroyKey),
        ["KeyAttestedDeadV1"] = typeof(AttestKeyDead),
        ["LossReportedV1"] = typeof(ReportLoss),
        ["LabelReportedV1"] = typeof(ReportFromLabel),
        ["FoundReportedV1"] = typeof(ReportFound),
        ["UnionCountedV1"] = typeof(CountUnion),
        ["TaskAssignedV1"] = typeof(AssignTask),
        ["TaskFinishedV1"] = typeof(FinishTask),
        ["TaskExcusedV1"] = typeof(ExcuseTask),
        ["LawDutySetV1"] = typeof(SetLawDuty),
        ["IncidentClosedV1"] = typeof(CloseIncident),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> Names = Types.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every name with its shape.</summary>
    public static IEnumerable<(string Name, Type Type)> All => Types.Select(pair => (pair.Key, pair.Value));

    /// <summary>The name of an act's shape.</summary>
    public static string Of(Act act) => Names[act.GetType()];

    /// <summary>The shape of a name.</summary>
    /// <exception cref="ProtocolException">No such name.</exception>
    internal static Type TypeOf(string name) =>
        Types.TryGetValue(name, out var type) ? type : throw new ProtocolException(ProtocolFault.UnknownAct, $"no act is named '{name}'");

    /// <summary>The SSHSIG namespace in which a machine signs this act: one for each kind of paper, so that none passes for another (design §3).</summary>
    public static string MachineNamespace(Act act) => act switch
    {
        SealConsignment => "azukari.receipt.v1",
        DepositRecipient => "azukari.recipient.v1",
        DestroyKey => "azukari.tombstone.v1",
        _ => "azukari.act.v1",
    };
}
