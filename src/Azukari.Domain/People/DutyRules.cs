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
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;
using Azukari.Domain.Watch;

namespace Azukari.Domain.People;

/// <summary>A signature that an act needs.</summary>
/// <param name="Rule">The rule that asks for it.</param>
/// <param name="Missing">What is said when it is missing.</param>
/// <param name="Side">The side that must sign, or null for either.</param>
/// <param name="Roles">The duties in which it may be signed.</param>
internal sealed record Duty(Rule Rule, Reason Missing, Side? Side, params ImmutableArray<Role> Roles);

/// <summary>Who signs what (R2, R9, R11, R14, R17, R19, R23), as one table.</summary>
internal static class DutyRules
{
    /// <summary>In whatever duty somebody signs.</summary>
    internal static readonly ImmutableArray<Role> Anybody = [.. Enum.GetValues<Role>()];

    internal static IEnumerable<Refusal> Against(Engagement facts, Attempt attempt, DateTimeOffset now)
    {
        var duties = attempt is { Act: ImportConnection, Machine: not null } ? [] : DutiesOf(facts, attempt.Act, now);
        var unfilled = duties.ToList();

        foreach (var signer in attempt.Signers)
        {
            if (facts.SideOf(signer.Organisation) is { } side && !signer.Role.BelongsTo(side))
                yield return new(Rule.R2, Reason.RoleOfOtherSide, signer.Person.Value);

            if (unfilled.Find(duty => Fills(facts, signer, duty)) is { } filled) unfilled.Remove(filled);
            else if (!MayAlsoSign(attempt.Act)) yield return new(Rule.R2, Reason.RoleNotForThisAct, signer.Person.Value);
        }

        foreach (var duty in unfilled) yield return new(duty.Rule, duty.Missing);

        var isStation = facts.IsStation(attempt.Machine?.Key);
        if (NeedsMachine(attempt.Act) && (attempt.Machine is null || (IsAboutMedium(attempt.Act) && !isStation)))
            yield return new(Rule.R31, Reason.StationSignatureMissing);
    }

    private static ImmutableArray<Duty> DutiesOf(Engagement facts, Act signed, DateTimeOffset now) => signed switch
    {
        FoundEngagement =>
        [
            new(Rule.R1, Reason.RepresentativeMissing, null, Role.Representative),
            new(Rule.R1, Reason.RepresentativeMissing, null, Role.Representative),
        ],
        ApproveOrganisation =>
        [
            new(Rule.R1, Reason.ApproverMissing, Side.Owner, Role.Approver),
            new(Rule.R1, Reason.RepresentativeMissing, Side.Contractor, Role.Representative),
            new(Rule.R1, Reason.EnrolmentWithoutNewKey, null, Role.Member),
        ],
        EnrolPerson =>
        [
            new(Rule.R1, Reason.EnrolmentWithoutNewKey, null, Role.Member),
            new(Rule.R1, Reason.RepresentativeMissing, null, Role.Representative),
        ],
        ReplaceKey act => ReplacementRules.WhoSigns(facts, act, now),
        AddKeyAtStations => StationKeyRules.WhoSigns,
        SetPolicy or SignTemplate or CatalogueDataset => [new(Rule.R8, Reason.ApproverMissing, Side.Owner, Role.Approver)],
        // Before the owner's first two have confirmed each other, the second has no duty yet, and whoever could give one is the first.
        SeePerson act when act.Person == facts.FirstUnmet?.Id => [new(Rule.R1, Reason.SecurityOfficerMissing, Side.Owner, Role.SecurityOfficer, Role.Representative, Role.Member)],
        SeePerson => [new(Rule.R1, Reason.SecurityOfficerMissing, Side.Owner, Role.SecurityOfficer, Role.Representative)],
        SignList or LeaveOrganisation => [new(Rule.R1, Reason.RepresentativeMissing, null, Role.Representative)],
        WithdrawOrganisation => [new(Rule.R1, Reason.ApproverMissing, Side.Owner, Role.Approver)],
        AppointRole or EndRole or TransferDuties => [new(Rule.R2, Reason.RepresentativeMissing, null, Role.Representative)],
        WaiveSeparation =>
        [
            new(Rule.R2, Reason.ApproverMissing, Side.Owner, Role.Approver),
            new(Rule.R2, Reason.SecurityOfficerMissing, Side.Owner, Role.SecurityOfficer, Role.Representative),
        ],
        SubmitManual => [new(Rule.R3, Reason.ProjectManagerMissing, Side.Contractor, Role.ProjectManager)],
        ApproveManual => [new(Rule.R3, Reason.ApproverMissing, Side.Owner, Role.Approver)],
        AcknowledgeManual => [new(Rule.R3, Reason.ReaderMissing, null, Role.Member)],
        RecordTraining => [new(Rule.R4, Reason.TrainingNotAttested, null, Role.InformationManager, Role.Representative)],
        EnrolStation or RegisterSite or AdmitMedium => [new(Rule.R5, Reason.SecurityOfficerMissing, Side.Owner, Role.SecurityOfficer)],
        Amend act => [.. AmendmentRules.WhoSigns(facts, act).Select(DutyOf)],
        Extend => [DutyOf(Role.ProjectManager), DutyOf(Role.Approver)],
        Apply or Withdraw => [new(Rule.R9, Reason.ProjectManagerMissing, Side.Contractor, Role.ProjectManager)],
        GrantUrgently => [DutyOf(Role.Approver)],
        Countersign => [new(Rule.R9, Reason.ProjectManagerMissing, Side.Contractor, Role.ProjectManager, Role.InformationManager)],
        AskSeries => [DutyOf(Role.ProjectManager)],
        EndorseSeries => [DutyOf(Role.InformationManager)],
        ApproveSeries => [DutyOf(Role.Approver)],
        EndSeries => [new(Rule.R9, Reason.ProjectManagerMissing, null, Role.ProjectManager, Role.Approver)],
        Endorse => [new(Rule.R9, Reason.InformationManagerMissing, Side.Contractor, Role.InformationManager)],
        Approve or Decline => [new(Rule.R9, Reason.ApproverMissing, Side.Owner, Role.Approver)],
        SealConsignment =>
        [
            new(Rule.R11, Reason.OperatorMissing, null, Role.Operator),
            new(Rule.R11, Reason.WitnessMissing, Side.Owner, Role.Witness),
        ],
        ConfirmRelease => [new(Rule.R17, Reason.ConfirmationMissing, null, Role.Operator, Role.Keeper, Role.ProjectManager, Role.Witness, Role.SecurityOfficer)],
        EraseAtSite =>
        [
            new(Rule.R19, Reason.OperatorMissing, null, Role.Operator),
            new(Rule.R19, Reason.SecondPersonMissing, null, Role.Operator, Role.Keeper, Role.ProjectManager, Role.Witness, Role.SecurityOfficer),
        ],
        ClearMedium => [new(Rule.R19, Reason.OperatorMissing, null, Role.Operator)],
        VerifyErasure => [new(Rule.R19, Reason.SecondPersonMissing, null, Role.Operator, Role.Keeper, Role.Witness, Role.SecurityOfficer)],
        ConfirmErasure => [new(Rule.R19, Reason.SecurityOfficerMissing, Side.Owner, Role.SecurityOfficer)],
        DestroyMedium =>
        [
            new(Rule.R19, Reason.OperatorMissing, null, Role.Operator, Role.Keeper),
            new(Rule.R19, Reason.WitnessMissing, Side.Owner, Role.Witness, Role.SecurityOfficer),
        ],
        ReleaseMedium or CloseStation => [new(Rule.R5, Reason.SecurityOfficerMissing, Side.Owner, Role.SecurityOfficer)],
        TakeInventory =>
        [
            new(Rule.R21, Reason.SecondPersonMissing, null, Role.Keeper, Role.Operator),
            new(Rule.R21, Reason.SecurityOfficerMissing, Side.Owner, Role.SecurityOfficer),
        ],
        ImportConnection => [new(Rule.R34, Reason.ConnectionNotVouchedFor, Side.Owner, Role.SecurityOfficer)],
        AttestKeyDead =>
        [
            new(Rule.R20, Reason.SecurityOfficerMissing, Side.Owner, Role.SecurityOfficer),
            new(Rule.R20, Reason.InformationManagerMissing, Side.Contractor, Role.InformationManager),
        ],
        EndDestroyed or EndLost or WriteOffMedium =>
        [
            new(Rule.R21, Reason.SecurityOfficerMissing, Side.Owner, Role.SecurityOfficer),
            new(Rule.R21, Reason.InformationManagerMissing, Side.Contractor, Role.InformationManager),
        ],
        RegisterCopy => [new(Rule.R22, Reason.OperatorMissing, null, Role.Operator, Role.Keeper, Role.ProjectManager)],
        ConfirmGone =>
        [
            new(Rule.R22, Reason.OperatorMissing, null, Role.Operator, Role.Keeper, Role.ProjectManager),
            new(Rule.R22, Reason.SecondPersonMissing, null, Role.Operator, Role.Keeper, Role.ProjectManager, Role.Witness, Role.SecurityOfficer),
        ],
        CloseEngagement =>
        [
            new(Rule.R36, Reason.OwnersWordMissing, Side.Owner, Role.Approver, Role.SecurityOfficer),
            new(Rule.R36, Reason.ContractorsWordMissing, Side.Contractor, Role.InformationManager, Role.ProjectManager),
        ],
        SetCallList => [new(Rule.R15, Reason.RepresentativeMissing, null, Role.Representative, Role.ProjectManager, Role.InformationManager, Role.SecurityOfficer)],
        AcknowledgeAlarm => [new(Rule.R15, Reason.AnswerNotSigned, null, Anybody)],
        LiftSuspension =>
        [
            new(Rule.R23, Reason.OwnersWordMissing, Side.Owner, Role.Approver, Role.SecurityOfficer),
            new(Rule.R23, Reason.ContractorsWordMissing, Side.Contractor, Role.ProjectManager, Role.InformationManager),
        ],
        HoldDrill => [new(Rule.R29, Reason.DrillNotSigned, null, Role.ProjectManager, Role.InformationManager, Role.Approver, Role.SecurityOfficer)],
        ReviewMonth =>
        [
            new(Rule.R29, Reason.OwnersWordMissing, Side.Owner, Role.Approver, Role.SecurityOfficer),
            new(Rule.R29, Reason.InformationManagerMissing, Side.Contractor, Role.InformationManager),
        ],
        CountUnion => [new(Rule.R24, Reason.SecurityOfficerMissing, Side.Owner, Role.SecurityOfficer)],
        AssignTask => [new(Rule.R25, Reason.ResponderMissing, null, Role.ProjectManager, Role.InformationManager, Role.Approver, Role.SecurityOfficer)],
        FinishTask => [new(Rule.R25, Reason.ResponderMissing, null, Anybody)],
        ExcuseTask => [new(Rule.R25, Reason.SecurityOfficerMissing, Side.Owner, Role.SecurityOfficer, Role.Approver)],
        CloseIncident =>
        [
            new(Rule.R25, Reason.SecurityOfficerMissing, Side.Owner, Role.SecurityOfficer),
            new(Rule.R25, Reason.InformationManagerMissing, Side.Contractor, Role.InformationManager),
        ],
        ReportLoss or ReportFound => [new(Rule.R23, Reason.GiverMissing, null, Anybody)],
        _ => [],
    };

    /// <summary>The three whose signatures a permit rests on (R9).</summary>
    private static Duty DutyOf(Role role) => role switch
    {
        Role.ProjectManager => new(Rule.R9, Reason.ProjectManagerMissing, Side.Contractor, role),
        Role.InformationManager => new(Rule.R9, Reason.InformationManagerMissing, Side.Contractor, role),
        _ => new(Rule.R9, Reason.ApproverMissing, Side.Owner, role),
    };

    /// <summary>A hand-over is signed by as many as give and receive; CustodyRules says who.</summary>
    private static bool MayAlsoSign(Act act) => act is HandOver;

    private static bool NeedsMachine(Act act) => act is
        EnrolStation or AdmitMedium or DepositRecipient or SealConsignment or ProveArrival or ReleaseLayer or ConfirmLoaded or GiveUp or
        EraseAtSite or ClearMedium or VerifyErasure or DestroyKey or CountUnion;

    /// <summary>A key holder has neither a reader nor a source: what a medium holds or no longer holds, and who is in several, is a station's to measure (R31).</summary>
    private static bool IsAboutMedium(Act act) => act is AdmitMedium or EraseAtSite or ClearMedium or VerifyErasure or CountUnion;

    private static bool Fills(Engagement facts, Signer signer, Duty duty) =>
        duty.Roles.Contains(signer.Role) && (duty.Side is null || facts.SideOf(signer.Organisation) == duty.Side || facts.Founding is null);
}
