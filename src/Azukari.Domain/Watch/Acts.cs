using System.Collections.Immutable;

namespace Azukari.Domain.Watch;

/// <summary>What a deadline is for (R15): every stage of a journey has one.</summary>
public enum DeadlineKind
{
    /// <summary>An application or permit that was not used by its last day is void (R9).</summary>
    PermitUnused,

    /// <summary>Sealed, and still in the house when it should have left.</summary>
    Departure,

    /// <summary>Outside, and not at the destination.</summary>
    Arrival,

    /// <summary>At the destination, and not opened.</summary>
    Opening,

    /// <summary>Released, and neither loaded nor given up.</summary>
    Loading,

    /// <summary>The site step of the erasure.</summary>
    SiteErasure,

    /// <summary>Erased at the site, and not back in its locked place.</summary>
    Homecoming,

    /// <summary>At home, and not cleared, verified and confirmed.</summary>
    Sanitising,

    /// <summary>Granted urgently, and signatures of the contractor still missing after one working day: an incident (R9).</summary>
    UrgentSignatures,

    /// <summary>The count of media against the register (R21).</summary>
    Inventory,

    /// <summary>A month that nobody has reviewed (R29).</summary>
    MonthReview,

    /// <summary>A machine's stock of one-time keys that is low and was not filled (R20).</summary>
    KeyStock,

    /// <summary>A copy or extract that must be gone (R22).</summary>
    CopyGone,

    /// <summary>A loss reported by somebody whom the permit does not name, unanswered for an hour: the keys die (R23).</summary>
    LossAnswer,

    /// <summary>Something has happened; everybody concerned is told at once.</summary>
    Incident,

    /// <summary>A task of the response, or a law's nominal day, has passed undone (R25, R26).</summary>
    Response,
}

/// <summary>A deadline has passed, or an alarm was not answered: what the service writes when nobody does anything (R15).</summary>
/// <remarks>It carries no signature: whether it is so follows from the record and the time of the entry, at every verifier.</remarks>
/// <param name="CarryOut">The case, or null for one of the engagement as a whole.</param>
/// <param name="Kind">What was due.</param>
/// <param name="About">The id that the deadline is about, where the kind alone does not say it.</param>
/// <param name="Step">1 the custodian and the project manager, 2 the executive, 3 the owner, 4 the keys are suspended, from 5 on everybody, daily.</param>
/// <param name="Call">0 those concerned themselves; n the n-th name of the call list, because nobody has answered.</param>
public sealed record DeadlinePassed(CarryOutId? CarryOut, DeadlineKind Kind, string? About, int Step, int Call) : Act
{
    /// <inheritdoc/>
    public override CarryOutId? Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>"I know": told means acknowledged by a person (R15). It is also when that person's organisation knew (R26).</summary>
public sealed record AcknowledgeAlarm(CarryOutId? CarryOut, DeadlineKind Kind, string? About, int Step) : Act
{
    /// <inheritdoc/>
    public override CarryOutId? Subject => CarryOut;

    /// <inheritdoc/>
    public override bool IsSafety => true;

    private protected override void Closed() { }
}

/// <summary>One person of each side says that a suspended key may give again what the rules allow, inside the window (design §3).</summary>
public sealed record LiftSuspension(CarryOutId CarryOut) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>緊急連絡表: whom to call in an organisation, in this order, when those concerned do not answer. It also hangs on the wall.</summary>
/// <param name="Organisation">The organisation, which names its own people.</param>
/// <param name="Day">On working days in office hours.</param>
/// <param name="Night">On working days outside them.</param>
/// <param name="Holiday">On Saturdays, Sundays and the days that the owner's calendar closes.</param>
public sealed record SetCallList(OrganisationId Organisation, ImmutableArray<PersonId> Day, ImmutableArray<PersonId> Night, ImmutableArray<PersonId> Holiday) : Act
{
    private protected override void Closed() { }
}
