using System.Collections.Immutable;
using Azukari.Domain.Applications;
using Azukari.Domain.Closing;
using Azukari.Domain.Custody;
using Azukari.Domain.Erasure;
using Azukari.Domain.Incidents;
using Azukari.Domain.Opening;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;
using Azukari.Domain.Watch;

namespace Azukari.Domain;

/// <summary>持出: one case from application to its end. What has not happened yet is null.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Plan">What is asked, or permitted.</param>
/// <param name="Asked">Where it began.</param>
/// <param name="Applicant">The project manager who applied; null where an urgent grant went before and nobody has signed for it yet.</param>
public sealed record CarryOut(CarryOutId Id, CarryPlan Plan, Mark Asked, PersonId? Applicant)
{
    /// <summary>The endorsement.</summary>
    public Mark? Endorsed { get; init; }

    /// <summary>Who endorsed.</summary>
    public PersonId? Endorser { get; init; }

    /// <summary>The series it belongs to (R9), or null.</summary>
    public SeriesId? Series { get; init; }

    /// <summary>The last amendment of the plan (R9), or null.</summary>
    public Mark? Amended { get; init; }

    /// <summary>The entry that gave the plan its present wording; whoever decides about the plan answers it.</summary>
    public Mark PlanAt => Amended ?? Asked;

    /// <summary>Who else signed for it in a duty: an amendment or an extension (R9). It keeps the duties apart like the first signature (R2).</summary>
    public ImmutableHashSet<Filled> Cosigned { get; init; } = [];

    /// <summary>The ends of the window that were put off; each is put off once (R9).</summary>
    public ImmutableHashSet<WindowEnd> Extended { get; init; } = [];

    /// <summary>What of it was passed on, oldest first (R2).</summary>
    public ImmutableArray<HandedOn> HandedOn { get; init; } = [];

    /// <summary>The permit.</summary>
    public Permit? Permit { get; init; }

    /// <summary>That one duty approver granted it because it could not wait (R9), or null.</summary>
    public Urgency? Urgent { get; init; }

    /// <summary>Why it was declined.</summary>
    public DeclineReason? Declined { get; init; }

    /// <summary>When the applicant took it back (R9), or null.</summary>
    public Mark? Withdrawn { get; init; }

    /// <summary>The seal receipt.</summary>
    public SealReceipt? Seal { get; init; }

    /// <summary>Who has it and has had it.</summary>
    public CustodyChain? Custody { get; init; }

    /// <summary>The arrival proof that a release answers.</summary>
    public Arrival? Arrival { get; init; }

    /// <summary>Nonces of the questions that have been answered; each is asked once, since its answer is public from then on.</summary>
    public ImmutableHashSet<Digest> Challenged { get; init; } = [];

    /// <summary>Payloads that were proven to be at the destination and have not been handed over away from it since.</summary>
    public ImmutableHashSet<Digest> Arrived { get; init; } = [];

    /// <summary>Who confirmed the opening, by side.</summary>
    public ImmutableDictionary<Side, PersonId> Confirmed { get; init; } = ImmutableDictionary<Side, PersonId>.Empty;

    /// <summary>Which key holders have taken off their layer, and when.</summary>
    public ImmutableDictionary<Side, Mark> Released { get; init; } = ImmutableDictionary<Side, Mark>.Empty;

    /// <summary>When the rows were confirmed to be in the destination.</summary>
    public Mark? Loaded { get; init; }

    /// <summary>When the destination gave up.</summary>
    public Mark? GaveUp { get; init; }

    /// <summary>How far the erasure of each medium has come.</summary>
    public ImmutableDictionary<MediumId, Sanitisation> Erasure { get; init; } = ImmutableDictionary<MediumId, Sanitisation>.Empty;

    /// <summary>Tombstones by recipient.</summary>
    public ImmutableDictionary<Digest, KeyDeath> Deaths { get; init; } = ImmutableDictionary<Digest, KeyDeath>.Empty;

    /// <summary>Keys that two people attested as dead (R20), by recipient. A tombstone may still come, and then is the better word.</summary>
    public ImmutableDictionary<Digest, Mark> Attested { get; init; } = ImmutableDictionary<Digest, Mark>.Empty;

    /// <summary>Every report of loss.</summary>
    public ImmutableArray<LossReport> Losses { get; init; } = [];

    /// <summary>Reports by strangers, who signed nothing: where each stands in the record.</summary>
    public ImmutableArray<Mark> Strangers { get; init; } = [];

    /// <summary>Every report that it was found.</summary>
    public ImmutableArray<FoundReport> Founds { get; init; } = [];

    /// <summary>Since when every key of it must die, or null.</summary>
    public Mark? KillOrdered { get; init; }

    /// <summary>Since when its keys give nothing and why, or null.</summary>
    public Suspension? Suspended { get; init; }

    /// <summary>Every alarm about it, oldest first (R15).</summary>
    public ImmutableArray<Alarm> Alarms { get; init; } = [];

    /// <summary>When it became void, unused by its last day (R9), or null.</summary>
    public Mark? Voided { get; init; }

    /// <summary>When it closed (R21), or null.</summary>
    public Mark? Closed { get; init; }

    /// <summary>When it ended destroyed (R21), or null.</summary>
    public Mark? Destroyed { get; init; }

    /// <summary>When it ended lost (R21), or null.</summary>
    public Mark? Lost { get; init; }

    /// <summary>Copies at the destination and extracts at the source (R22), by their name.</summary>
    public ImmutableDictionary<CopyId, DataCopy> Copies { get; init; } = ImmutableDictionary<CopyId, DataCopy>.Empty;

    /// <summary>Its media are erased or destroyed: nothing of it can come home any more. What is lost still can (R23).</summary>
    public bool IsBeyondReturn => Closed is not null || Destroyed is not null;

    /// <summary>Nothing more can become of it.</summary>
    public bool HasEnded => IsBeyondReturn || Lost is not null || Declined is not null || Withdrawn is not null || Voided is not null;

    /// <summary>Both layers are off: the destination may have the key.</summary>
    public bool IsReleased => Released.Count == 2;

    /// <summary>Every salted commitment that its entries name; the texts belong beside them.</summary>
    public IEnumerable<Digest> Commitments() => Plan.Commitments().Concat(Custody?.Legs.Select(leg => leg.Route).OfType<Digest>() ?? []);

    /// <summary>Whether this key of it is dead, by evidence or by attestation (R20).</summary>
    public bool IsDead(Digest key) => Deaths.ContainsKey(key) || Attested.ContainsKey(key);

    /// <summary>Whether one of its keys is dead: what is sealed cannot be released any more, and nothing is sealed.</summary>
    public bool HasDeadKey => !Deaths.IsEmpty || !Attested.IsEmpty;

    /// <summary>Whether this person fills the duty here or has filled it before it was passed on; either way somebody else has to fill what is separate from it (R2).</summary>
    public bool HasFilled(Role duty, PersonId person) => HandedOn.Any(handed => handed.Duty == duty && handed.From == person) || Cosigned.Contains(new(duty, person)) || person == duty switch
    {
        Role.ProjectManager => Applicant,
        Role.InformationManager => Endorser,
        Role.Approver => Permit?.Approver,
        Role.Witness => Seal?.Witness,
        _ => null,
    };
}

/// <summary>A place in the record: when, and the leaf of the entry.</summary>
public sealed record Mark(DateTimeOffset At, Digest Leaf);

/// <summary>A duty of an open carry-out that was passed on (R2); <see cref="Role.Operator"/> stands for a place in the pool.</summary>
public sealed record HandedOn(Role Duty, PersonId From, PersonId To);

/// <summary>A duty that somebody filled with a signature.</summary>
public sealed record Filled(Role Duty, PersonId Person);

/// <summary>An urgent grant: where, and the salted commitment to its reason.</summary>
public sealed record Urgency(Mark Mark, Digest Why);

/// <summary>A granted application.</summary>
public sealed record Permit(Mark Mark, ThreeKeys Keys, PersonId Approver)
{
    /// <summary>The last amendment or extension of it (R9), or null.</summary>
    public Mark? Changed { get; init; }

    /// <summary>The entry that says what is permitted now; whoever seals answers it.</summary>
    public Mark Stands => Changed ?? Mark;
}

/// <summary>A seal that holds.</summary>
public sealed record SealReceipt(Mark Mark, SealMeasured Measured, PersonId Operator, PersonId Witness);

/// <summary>A proven arrival.</summary>
public sealed record Arrival(Mark Mark, ArrivalMeasured Measured);

/// <summary>A report of loss.</summary>
/// <param name="Mark">Its place in the record.</param>
/// <param name="Kind">What was reported.</param>
/// <param name="Reporter">Who signed it.</param>
/// <param name="NamedInPermit">Whether the reporter is named in the permit, so that the keys die at once.</param>
/// <param name="OnBehalfOf">For whom it was filed, as declared, or null.</param>
/// <param name="ByTelephone">Whether a duty desk filed it from a telephone call.</param>
public sealed record LossReport(Mark Mark, LossKind Kind, PersonId Reporter, bool NamedInPermit, PersonId? OnBehalfOf = null, bool ByTelephone = false)
{
    /// <summary>The number under which it was reported, where nothing was granted; null otherwise.</summary>
    public CarryOutId? Number { get; init; }
}

/// <summary>A report that it is here.</summary>
public sealed record FoundReport(Mark Mark, bool SealIntact, PersonId Finder);
