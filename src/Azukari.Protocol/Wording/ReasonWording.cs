using Azukari.Domain;

namespace Azukari.Protocol.Wording;

/// <summary>The sentences of every reason. A reason without words does not compile: the switch has no arm for the rest.</summary>
public static class ReasonWording
{
    /// <summary>What is wrong, and what to do next.</summary>
    public static ReasonText Of(Reason reason) => reason switch
    {
        // R1 chain
        Reason.OrganisationNotApproved => PeopleReasons.OrganisationNotApproved,
        Reason.PersonNotEnrolled => PeopleReasons.PersonNotEnrolled,
        Reason.PersonNotSeenByOfficer => PeopleReasons.PersonNotSeenByOfficer,
        Reason.PersonActsForAnother => PeopleReasons.PersonActsForAnother,
        Reason.EnrolmentNotByOwnOrganisation => PeopleReasons.EnrolmentNotByOwnOrganisation,
        Reason.EnrolmentWithoutNewKey => PeopleReasons.EnrolmentWithoutNewKey,
        Reason.NameTakenAlready => PeopleReasons.NameTakenAlready,
        Reason.ParentNotInChain => PeopleReasons.ParentNotInChain,
        Reason.OrganisationWithdrawn => ChainReasons.OrganisationWithdrawn,
        Reason.OwnerIsNotEntrusted => ChainReasons.OwnerIsNotEntrusted,
        Reason.ListNotSignedThisQuarter => ChainReasons.ListNotSignedThisQuarter,
        Reason.PersonNotOnList => ChainReasons.PersonNotOnList,
        Reason.PersonHasLeft => ChainReasons.PersonHasLeft,
        Reason.TwoEmployers => ChainReasons.TwoEmployers,
        Reason.NotByOwnOrganisation => ChainReasons.NotByOwnOrganisation,
        Reason.LastRepresentative => ChainReasons.LastRepresentative,
        Reason.ColleagueMissing => ChainReasons.ColleagueMissing,
        Reason.ReplacementNotByTwo => ChainReasons.ReplacementNotByTwo,
        Reason.KeyNotOfStations => ChainReasons.KeyNotOfStations,
        Reason.OwnSignatureMissing => ChainReasons.OwnSignatureMissing,
        Reason.SecondOfOwnMissing => ChainReasons.SecondOfOwnMissing,
        Reason.OwnerAlone => ChainReasons.OwnerAlone,
        Reason.FirstNotConfirmed => ChainReasons.FirstNotConfirmed,
        Reason.SeesOneself => ChainReasons.SeesOneself,

        // R2 roles
        Reason.RoleNotHeld => PeopleReasons.RoleNotHeld,
        Reason.RoleOfOtherSide => PeopleReasons.RoleOfOtherSide,
        Reason.RoleNotForThisAct => PeopleReasons.RoleNotForThisAct,
        Reason.SamePersonTwice => PeopleReasons.SamePersonTwice,
        Reason.ApproverIsApplicant => PeopleReasons.ApproverIsApplicant,
        Reason.WitnessIsApprover => PeopleReasons.WitnessIsApprover,
        Reason.VerifierIsEraser => PeopleReasons.VerifierIsEraser,
        Reason.AppointmentNotByOwnSide => PeopleReasons.AppointmentNotByOwnSide,
        Reason.TermOutOfOrder => TermReasons.TermOutOfOrder,
        Reason.DeputyOfNobody => TermReasons.DeputyOfNobody,
        Reason.AdministratorActsNot => TermReasons.AdministratorActsNot,
        Reason.AuditorActsNot => TermReasons.AuditorActsNot,
        Reason.DutyLacking => TermReasons.DutyLacking,
        Reason.DutiesCollapse => TermReasons.DutiesCollapse,
        Reason.WaiverTooLong => TermReasons.WaiverTooLong,

        // R3 procedures
        Reason.NoManualInForce => ReadinessReasons.NoManualInForce,
        Reason.ManualNotAcknowledged => ReadinessReasons.ManualNotAcknowledged,
        Reason.ManualVersionNotHigher => ReadinessReasons.ManualVersionNotHigher,
        Reason.ManualNotSubmitted => ReadinessReasons.ManualNotSubmitted,
        Reason.ManualSuperseded => ReadinessReasons.ManualSuperseded,
        Reason.ReaderMissing => ReadinessReasons.ReaderMissing,

        // R4 training
        Reason.TrainingNotRecorded => ReadinessReasons.TrainingNotRecorded,
        Reason.TrainingExpired => ReadinessReasons.TrainingExpired,
        Reason.TrainingOutOfOrder => ReadinessReasons.TrainingOutOfOrder,
        Reason.TrainingOwnWord => ReadinessReasons.TrainingOwnWord,
        Reason.TrainingNotAttested => ReadinessReasons.TrainingNotAttested,

        // R5, R6 registers
        Reason.MediumNotRegistered => RegisterReasons.MediumNotRegistered,
        Reason.MediumNotAtHome => RegisterReasons.MediumNotAtHome,
        Reason.MediumInUse => RegisterReasons.MediumInUse,
        Reason.SerialTakenAlready => RegisterReasons.SerialTakenAlready,
        Reason.MediumNotQualified => RegisterReasons.MediumNotQualified,
        Reason.MediumFails => RegisterReasons.MediumFails,
        Reason.MediumHasEnded => RegisterReasons.MediumHasEnded,
        Reason.DatasetNotCatalogued => RegisterReasons.DatasetNotCatalogued,
        Reason.FieldNotCatalogued => RegisterReasons.FieldNotCatalogued,
        Reason.FieldNamedTwice => RegisterReasons.FieldNamedTwice,
        Reason.PersonKeyNotAField => RegisterReasons.PersonKeyNotAField,
        Reason.PersonKeyNotAsked => RegisterReasons.PersonKeyNotAsked,
        Reason.FieldInUse => RegisterReasons.FieldInUse,

        // R7 application
        Reason.PurposeNotStated => ApplicationReasons.PurposeNotStated,
        Reason.NothingAskedFor => ApplicationReasons.NothingAskedFor,
        Reason.PeopleNotCounted => ApplicationReasons.PeopleNotCounted,
        Reason.MarginTooLarge => ApplicationReasons.MarginTooLarge,
        Reason.NoMedium => ApplicationReasons.NoMedium,
        Reason.TooManyMedia => ApplicationReasons.TooManyMedia,
        Reason.SiteUnknown => ApplicationReasons.SiteUnknown,
        Reason.StationUnknown => ApplicationReasons.StationUnknown,
        Reason.StationElsewhere => ApplicationReasons.StationElsewhere,
        Reason.MethodNotStated => ApplicationReasons.MethodNotStated,
        Reason.WindowNotStated => ApplicationReasons.WindowNotStated,
        Reason.WindowOutOfOrder => ApplicationReasons.WindowOutOfOrder,
        Reason.NoCustodians => ApplicationReasons.NoCustodians,
        Reason.RowsNotStated => HandlingReasons.RowsNotStated,
        Reason.NothingDelivered => HandlingReasons.NothingDelivered,
        Reason.ResultsOfNothing => HandlingReasons.ResultsOfNothing,
        Reason.KeepingNotStated => HandlingReasons.KeepingNotStated,
        Reason.ErasureNotStated => HandlingReasons.ErasureNotStated,
        Reason.ErasureUnsuited => HandlingReasons.ErasureUnsuited,
        Reason.AskedAlready => ApplicationReasons.AskedAlready,
        Reason.NotAsked => ApplicationReasons.NotAsked,

        // R8 ban in principle
        Reason.BannedInPrinciple => BanReasons.BannedInPrinciple,
        Reason.NoPolicyInForce => BanReasons.NoPolicyInForce,
        Reason.AloneIsNotAMethod => BanReasons.AloneIsNotAMethod,
        Reason.OnlineNeedsNoMedium => BanReasons.OnlineNeedsNoMedium,
        Reason.MediumReasonMissing => HandlingReasons.MediumReasonMissing,
        Reason.AccompaniedNeedsTwo => BanReasons.AccompaniedNeedsTwo,
        Reason.CourierNotNamed => BanReasons.CourierNotNamed,
        Reason.CourierNotApproved => BanReasons.CourierNotApproved,
        Reason.NoTemplateInForce => BanReasons.NoTemplateInForce,
        Reason.FieldBeyondTemplate => BanReasons.FieldBeyondTemplate,
        Reason.WindowTooLong => BanReasons.WindowTooLong,
        Reason.CrossingNotAllowed => BanReasons.CrossingNotAllowed,
        Reason.BeyondFiscalYear => BanReasons.BeyondFiscalYear,
        Reason.ClassesLapsed => BanReasons.ClassesLapsed,

        // R9 approval
        Reason.ProjectManagerMissing => PermitReasons.ProjectManagerMissing,
        Reason.InformationManagerMissing => PermitReasons.InformationManagerMissing,
        Reason.ApproverMissing => PermitReasons.ApproverMissing,
        Reason.RepresentativeMissing => PermitReasons.RepresentativeMissing,
        Reason.SecurityOfficerMissing => PermitReasons.SecurityOfficerMissing,
        Reason.StationSignatureMissing => PermitReasons.StationSignatureMissing,
        Reason.NotEndorsed => PermitReasons.NotEndorsed,
        Reason.DecidedAlready => PermitReasons.DecidedAlready,
        Reason.NothingAmended => ChangeReasons.NothingAmended,
        Reason.FixedBySeal => ChangeReasons.FixedBySeal,
        Reason.LaterIsExtension => ChangeReasons.LaterIsExtension,
        Reason.NotAnExtension => ChangeReasons.NotAnExtension,
        Reason.ExtendedAlready => ChangeReasons.ExtendedAlready,
        Reason.UrgencyNotStated => ChangeReasons.UrgencyNotStated,
        Reason.NotUrgent => ChangeReasons.NotUrgent,
        Reason.SignatureNotMissing => ChangeReasons.SignatureNotMissing,
        Reason.SeriesUnknown => SeriesReasons.SeriesUnknown,
        Reason.SeriesNotApproved => SeriesReasons.SeriesNotApproved,
        Reason.SeriesEnded => SeriesReasons.SeriesEnded,
        Reason.SeriesQuarterOver => SeriesReasons.SeriesQuarterOver,
        Reason.SeriesFull => SeriesReasons.SeriesFull,
        Reason.SeriesOutside => SeriesReasons.SeriesOutside,
        Reason.SeriesTooMany => SeriesReasons.SeriesTooMany,

        // R10 permit
        Reason.NoPermit => PermitReasons.NoPermit,
        Reason.FieldNotPermitted => PermitReasons.FieldNotPermitted,
        Reason.FieldsDiffer => PermitReasons.FieldsDiffer,
        Reason.PeopleTooMany => PermitReasons.PeopleTooMany,
        Reason.MediumNotPermitted => PermitReasons.MediumNotPermitted,
        Reason.SerialDiffers => PermitReasons.SerialDiffers,
        Reason.StationNotPermitted => PermitReasons.StationNotPermitted,
        Reason.TooEarly => PermitReasons.TooEarly,
        Reason.TooLate => PermitReasons.TooLate,
        Reason.KeysDiffer => PermitReasons.KeysDiffer,
        Reason.MethodDiffers => PermitReasons.MethodDiffers,
        Reason.CustodianNotPermitted => PermitReasons.CustodianNotPermitted,

        // R11, R12 sealing
        Reason.OperatorMissing => SealingReasons.OperatorMissing,
        Reason.WitnessMissing => SealingReasons.WitnessMissing,
        Reason.PresenceNotShown => SealingReasons.PresenceNotShown,
        Reason.KeyOnlyAtStations => SealingReasons.KeyOnlyAtStations,
        Reason.SealedAlready => SealingReasons.SealedAlready,
        Reason.NotReadBack => SealingReasons.NotReadBack,
        Reason.CountsDoNotAdd => SealingReasons.CountsDoNotAdd,

        // R14 hand-overs
        Reason.NotSealed => SealingReasons.NotSealed,
        Reason.GiverNotCustodian => SealingReasons.GiverNotCustodian,
        Reason.GiverMissing => SealingReasons.GiverMissing,
        Reason.ReceiverMissing => SealingReasons.ReceiverMissing,
        Reason.ReceiverNotAuthorised => SealingReasons.ReceiverNotAuthorised,
        Reason.CustodiansTooFew => SealingReasons.CustodiansTooFew,
        Reason.SealNumberDiffers => SealingReasons.SealNumberDiffers,
        Reason.ParcelDiffers => CustodyReasons.ParcelDiffers,
        Reason.RouteNotStated => CustodyReasons.RouteNotStated,
        Reason.MediumNotInCarryOut => SealingReasons.MediumNotInCarryOut,
        Reason.NobodyReceives => SealingReasons.NobodyReceives,
        Reason.SealNotIntact => EndReasons.SealNotIntact,

        // R15 clock, R23 suspension
        Reason.NotDueYet => WatchReasons.NotDueYet,
        Reason.SoundedAlready => WatchReasons.SoundedAlready,
        Reason.NoSuchAlarm => WatchReasons.NoSuchAlarm,
        Reason.NotToldOfIt => WatchReasons.NotToldOfIt,
        Reason.AcknowledgedAlready => WatchReasons.AcknowledgedAlready,
        Reason.AnswerNotSigned => WatchReasons.AnswerNotSigned,
        Reason.CallListEmpty => WatchReasons.CallListEmpty,
        Reason.ClockNotUsable => WatchReasons.ClockNotUsable,
        Reason.NotSuspended => WatchReasons.NotSuspended,
        Reason.OwnersWordMissing => WatchReasons.OwnersWordMissing,
        Reason.ContractorsWordMissing => WatchReasons.ContractorsWordMissing,

        // R16, R17 arrival and release
        Reason.ChallengeUnknown => OpeningReasons.ChallengeUnknown,
        Reason.AnswerWrong => OpeningReasons.AnswerWrong,
        Reason.ChallengeUsed => OpeningReasons.ChallengeUsed,
        Reason.PayloadDiffers => OpeningReasons.PayloadDiffers,
        Reason.NotArrived => OpeningReasons.NotArrived,
        Reason.ConfirmationMissing => OpeningReasons.ConfirmationMissing,
        Reason.ConfirmerBroughtIt => OpeningReasons.ConfirmerBroughtIt,
        Reason.SideHasConfirmed => OpeningReasons.SideHasConfirmed,
        Reason.NotThisHolder => OpeningReasons.NotThisHolder,
        Reason.ReleasedAlready => OpeningReasons.ReleasedAlready,
        Reason.OwnersLayerIsFirst => OpeningReasons.OwnersLayerIsFirst,
        Reason.NotReleased => OpeningReasons.NotReleased,

        // R18 straight in
        Reason.LoadedAlready => OpeningReasons.LoadedAlready,
        Reason.LoadDiffers => OpeningReasons.LoadDiffers,

        // R19 erasure
        Reason.SecondPersonMissing => ClosingReasons.SecondPersonMissing,
        Reason.NothingErased => ClosingReasons.NothingErased,
        Reason.EraseMismatch => ClosingReasons.EraseMismatch,
        Reason.SameDevice => ClosingReasons.SameDevice,
        Reason.NotCleared => ClosingReasons.NotCleared,
        Reason.NotVerified => ClosingReasons.NotVerified,
        Reason.ConfirmedAlready => ClosingReasons.ConfirmedAlready,
        Reason.NotClearedAsAWhole => ClosingReasons.NotClearedAsAWhole,
        Reason.ClearAtSiteFirst => ClosingReasons.ClearAtSiteFirst,
        Reason.WriteOnceIsDestroyed => ClosingReasons.WriteOnceIsDestroyed,

        // R20 keys
        Reason.KeyNotDeposited => ClosingReasons.KeyNotDeposited,
        Reason.KeyInAnotherHand => ClosingReasons.KeyInAnotherHand,
        Reason.KeyNamedTwice => ClosingReasons.KeyNamedTwice,
        Reason.KeyDead => ClosingReasons.KeyDead,
        Reason.NotItsKey => ClosingReasons.NotItsKey,
        Reason.KeysStillAlive => ClosingReasons.KeysStillAlive,

        // R21 home
        Reason.NotHomeYet => ClosingReasons.NotHomeYet,
        Reason.HasEnded => ClosingReasons.HasEnded,
        Reason.NotDestroyed => EndReasons.NotDestroyed,
        Reason.IncidentStillOpen => EndReasons.IncidentStillOpen,
        Reason.LossNotReported => EndReasons.LossNotReported,
        Reason.MediumIsHome => EndReasons.MediumIsHome,
        Reason.MediumCountedTwice => EndReasons.MediumCountedTwice,
        Reason.MediumNotMissed => EndReasons.MediumNotMissed,

        // R34 bypass
        Reason.ConnectionKnown => ReviewReasons.ConnectionKnown,
        Reason.ConnectionNotUsable => ReviewReasons.ConnectionNotUsable,
        Reason.ConnectionNotVouchedFor => ReviewReasons.ConnectionNotVouchedFor,

        // R22 copies
        Reason.CopyNotRegistered => EndReasons.CopyNotRegistered,
        Reason.CopyEndsInThePast => EndReasons.CopyEndsInThePast,
        Reason.CopyIsGone => EndReasons.CopyIsGone,
        Reason.CopyNotGone => EndReasons.CopyNotGone,

        // R29 review
        Reason.DayNotCountable => ReviewReasons.DayNotCountable,
        Reason.DayCounted => ReviewReasons.DayCounted,
        Reason.CountNotUsable => ReviewReasons.CountNotUsable,
        Reason.MonthNotReviewable => ReviewReasons.MonthNotReviewable,
        Reason.MonthReviewed => ReviewReasons.MonthReviewed,
        Reason.FiguresDiffer => ReviewReasons.FiguresDiffer,
        Reason.DrillNotSigned => ReviewReasons.DrillNotSigned,

        // R36 end of the engagement
        Reason.CarryOutStillOpen => EndReasons.CarryOutStillOpen,
        Reason.MediumStillInUse => EndReasons.MediumStillInUse,
        Reason.StationStillOpen => EndReasons.StationStillOpen,
        Reason.StationIsClosed => EndReasons.StationIsClosed,
        Reason.RetentionNotUsable => EndReasons.RetentionNotUsable,
        Reason.EngagementHasEnded => EndReasons.EngagementHasEnded,

        // R23 loss
        Reason.Suspended => ClosingReasons.Suspended,
        Reason.Killed => ClosingReasons.Killed,
        Reason.LabelUnknown => IncidentReasons.LabelUnknown,
        Reason.StrangerHeardAlready => IncidentReasons.StrangerHeardAlready,

        // R24 what was on it
        Reason.SeveralNotNamed => UnionWording.SeveralNotNamed,
        Reason.CountOutsideBound => UnionWording.CountOutsideBound,

        // R25, R26 response
        Reason.IncidentUnknown => IncidentReasons.IncidentUnknown,
        Reason.IncidentClosed => IncidentReasons.IncidentClosed,
        Reason.ResponderMissing => IncidentReasons.ResponderMissing,
        Reason.TaskUnknown => IncidentReasons.TaskUnknown,
        Reason.TaskEnded => IncidentReasons.TaskEnded,
        Reason.TaskWithoutTime => IncidentReasons.TaskWithoutTime,
        Reason.NotTaskOwner => IncidentReasons.NotTaskOwner,
        Reason.TasksOpen => IncidentReasons.TasksOpen,
        Reason.LaterThanTheLaw => IncidentReasons.LaterThanTheLaw,
        Reason.LawDutyUnusable => IncidentReasons.LawDutyUnusable,
        Reason.LawDutySetAlready => IncidentReasons.LawDutySetAlready,
        Reason.LawClockNotRunning => IncidentReasons.LawClockNotRunning,

        // R30 record
        Reason.StatementExpired => RecordReasons.StatementExpired,
        Reason.StatementOnOther => RecordReasons.StatementOnOther,
        Reason.StatementUsed => RecordReasons.StatementUsed,
        Reason.KeyNotThePersons => RecordReasons.KeyNotThePersons,
        Reason.MachineNotEnrolled => RecordReasons.MachineNotEnrolled,
        Reason.NotFounded => RecordReasons.NotFounded,
        Reason.FoundedAlready => RecordReasons.FoundedAlready,
    };
}
