namespace Azukari.Domain;

/// <summary>Why a rule speaks against an act: stable codes. What each says to people, and what to do next, stands beside each other in both languages at the edge.</summary>
public enum Reason
{
#pragma warning disable CS1591 // Every member has its sentence, in two languages, in the wording table; a test holds them together.
    // R1 chain
    OrganisationNotApproved,
    PersonNotEnrolled,
    PersonNotSeenByOfficer,
    PersonActsForAnother,
    EnrolmentNotByOwnOrganisation,
    EnrolmentWithoutNewKey,
    NameTakenAlready,
    ParentNotInChain,
    OrganisationWithdrawn,
    OwnerIsNotEntrusted,
    ListNotSignedThisQuarter,
    PersonNotOnList,
    PersonHasLeft,
    TwoEmployers,
    NotByOwnOrganisation,
    LastRepresentative,

    // R2 roles
    RoleNotHeld,
    RoleOfOtherSide,
    RoleNotForThisAct,
    SamePersonTwice,
    ApproverIsApplicant,
    WitnessIsApprover,
    VerifierIsEraser,
    AppointmentNotByOwnSide,
    TermOutOfOrder,
    DeputyOfNobody,
    AdministratorActsNot,
    AuditorActsNot,
    DutyLacking,
    DutiesCollapse,
    WaiverTooLong,

    // R3 procedures
    NoManualInForce,
    ManualNotAcknowledged,
    ManualVersionNotHigher,
    ManualNotSubmitted,
    ManualSuperseded,
    ReaderMissing,

    // R4 training
    TrainingNotRecorded,
    TrainingExpired,
    TrainingOutOfOrder,
    TrainingOwnWord,
    TrainingNotAttested,

    // R5, R6 registers
    MediumNotRegistered,
    MediumNotAtHome,
    MediumInUse,
    SerialTakenAlready,
    DatasetNotCatalogued,
    FieldNotCatalogued,
    FieldNamedTwice,
    PersonKeyNotAField,
    PersonKeyNotAsked,
    FieldInUse,

    // R7 application
    PurposeNotStated,
    NothingAskedFor,
    PeopleNotCounted,
    MarginTooLarge,
    NoMedium,
    TooManyMedia,
    SiteUnknown,
    StationUnknown,
    StationElsewhere,
    MethodNotStated,
    WindowNotStated,
    WindowOutOfOrder,
    NoCustodians,
    AskedAlready,
    NotAsked,

    // R8 ban in principle
    NoPolicyInForce,
    BannedInPrinciple,
    AloneIsNotAMethod,
    OnlineNeedsNoMedium,
    AccompaniedNeedsTwo,
    CourierNotNamed,
    CourierNotApproved,
    NoTemplateInForce,
    FieldBeyondTemplate,
    WindowTooLong,
    CrossingNotAllowed,
    BeyondFiscalYear,
    ClassesLapsed,

    // R9 approval
    ProjectManagerMissing,
    InformationManagerMissing,
    ApproverMissing,
    RepresentativeMissing,
    SecurityOfficerMissing,
    StationSignatureMissing,
    NotEndorsed,
    DecidedAlready,
    NothingAmended,
    FixedBySeal,
    LaterIsExtension,
    NotAnExtension,
    ExtendedAlready,
    UrgencyNotStated,
    NotUrgent,
    SignatureNotMissing,
    SeriesUnknown,
    SeriesNotApproved,
    SeriesEnded,
    SeriesQuarterOver,
    SeriesFull,
    SeriesOutside,
    SeriesTooMany,

    // R10 permit
    NoPermit,
    FieldNotPermitted,
    FieldsDiffer,
    PeopleTooMany,
    MediumNotPermitted,
    SerialDiffers,
    StationNotPermitted,
    TooEarly,
    TooLate,
    KeysDiffer,
    CustodianNotPermitted,
    MethodDiffers,

    // R11, R12 sealing
    OperatorMissing,
    WitnessMissing,
    PresenceNotShown,
    SealedAlready,
    NotReadBack,
    CountsDoNotAdd,

    // R14 hand-overs
    NotSealed,
    GiverNotCustodian,
    GiverMissing,
    ReceiverMissing,
    ReceiverNotAuthorised,
    CustodiansTooFew,
    SealNumberDiffers,
    MediumNotInCarryOut,
    NobodyReceives,

    // R15 clock
    NotDueYet,
    SoundedAlready,
    NoSuchAlarm,
    NotToldOfIt,
    AcknowledgedAlready,
    AnswerNotSigned,
    CallListEmpty,
    ClockNotUsable,

    // R16, R17 arrival and release
    ChallengeUnknown,
    AnswerWrong,
    ChallengeUsed,
    PayloadDiffers,
    NotArrived,
    ConfirmationMissing,
    ConfirmerBroughtIt,
    SideHasConfirmed,
    NotThisHolder,
    ReleasedAlready,
    OwnersLayerIsFirst,
    NotReleased,

    // R18 straight in
    LoadedAlready,
    LoadDiffers,

    // R19 erasure
    SecondPersonMissing,
    EraseMismatch,
    NothingErased,
    SameDevice,
    NotCleared,
    NotVerified,
    ConfirmedAlready,

    // R20 keys
    KeyNotDeposited,
    KeyInAnotherHand,
    KeyNamedTwice,
    KeyDead,
    NotItsKey,
    KeysStillAlive,

    // R21 home
    NotHomeYet,
    HasEnded,

    // R23 loss
    Suspended,
    Killed,
    NotSuspended,
    OwnersWordMissing,
    ContractorsWordMissing,

    // R30 record
    StatementExpired,
    StatementOnOther,
    StatementUsed,
    KeyNotThePersons,
    MachineNotEnrolled,
    NotFounded,
    FoundedAlready,
#pragma warning restore CS1591
}
