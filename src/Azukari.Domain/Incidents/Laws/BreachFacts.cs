using System.Collections.Immutable;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.Incidents.Laws;

/// <summary>A legal entity, which knows, reports and notifies on its own.</summary>
public sealed record LegalEntity(OrganisationId Organisation, ImmutableArray<EntityKind> Kinds, ChainRole Role);

/// <summary>How many persons were thought to be concerned from a moment on.</summary>
/// <param name="Since">When it became known.</param>
/// <param name="Confirmed">As many as are certain, or null.</param>
/// <param name="Maximum">No more than this, or null where nobody can say.</param>
public sealed record PersonCount(DateTimeOffset Since, long? Confirmed, long? Maximum)
{
    /// <summary>Whether it is a number and no longer a range.</summary>
    public bool IsExact => Maximum is not null && Confirmed == Maximum;

    /// <summary>Whether a threshold is passed, or may be: an unknown number counts with its maximum, and without a maximum it passes.</summary>
    public bool IsOver(long limit) => Maximum is not { } most || Math.Max(most, Confirmed ?? 0) > limit;
}

/// <summary>What one legal entity knows of a breach: the common schema of all packs. Times are instants; civil days follow from <see cref="Calendar"/>.</summary>
public sealed record BreachFacts
{
    /// <summary>What the record of a carry-out says, for one organisation of the chain; null where nothing was sealed or the organisation is not of the chain.</summary>
    /// <param name="judgement">What people decided beside the record.</param>
    /// <param name="exemptionDemonstrated">What R27 finds proven by entries, and nothing else.</param>
    public static BreachFacts? From(
        Engagement facts, CarryOut carryOut, OrganisationId organisation, BreachJudgement judgement, bool exemptionDemonstrated) =>
        BreachMapping.From(facts, carryOut, organisation, judgement, exemptionDemonstrated);

    /// <summary>Whose clock it is.</summary>
    public required LegalEntity Entity { get; init; }

    /// <summary>The civil time in which the days are counted.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>When any person of the entity knew.</summary>
    public DateTimeOffset? KnewAt { get; init; }

    /// <summary>When the notice of an entrustee arrived: knowledge at the latest.</summary>
    public DateTimeOffset? EntrusteeNoticeAt { get; init; }

    /// <summary>When the entity told its entrustor, or null.</summary>
    public DateTimeOffset? EntrustorNotifiedAt { get; init; }

    /// <summary>When it happened, where that is known.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The last time at which the record shows that all was well: it happened after this.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>When anybody of the chain discovered it.</summary>
    public DateTimeOffset? DiscoveredAt { get; init; }

    /// <summary>The counts, each from its moment on; the last one stands. Empty: nobody can say.</summary>
    public ImmutableArray<PersonCount> People { get; init; } = [];

    /// <summary>Records, where counted.</summary>
    public long? Records { get; init; }

    /// <summary>The classes of data that are included.</summary>
    public ImmutableArray<FieldClass> Classes { get; init; } = [];

    /// <summary>What was reported; empty where only an alarm spoke.</summary>
    public ImmutableArray<LossKind> Events { get; init; } = [];

    /// <summary>Whether it was out of the house, or may have been.</summary>
    public bool OutOfTheHouse { get; init; } = true;

    /// <summary>Whether the same data is kept elsewhere.</summary>
    public bool OtherCopy { get; init; }

    /// <summary>Whether everything came back before any third party viewed it, evidenced.</summary>
    public bool RecoveredUnread { get; init; }

    /// <summary>Whether it was done, or possibly done, for an improper purpose.</summary>
    public bool ImproperPurpose { get; init; }

    /// <summary>Whether unspecified many could view it.</summary>
    public bool OpenToAll { get; init; }

    /// <summary>Whether every condition of the exemption for protected data is proven by entries (R27); never because a box was ticked.</summary>
    public bool ExemptionDemonstrated { get; init; }

    /// <summary>The risk as assessed.</summary>
    public RiskAssessment Risk { get; init; }

    /// <summary>When the entity's clocks start at the earliest: own knowledge or the entrustee's notice, whichever came first.</summary>
    public DateTimeOffset? StartsAt => KnewAt is { } own && EntrusteeNoticeAt is { } notice ? (own < notice ? own : notice) : KnewAt ?? EntrusteeNoticeAt;

    /// <summary>The count that stands.</summary>
    public PersonCount? CountNow => People.OrderBy(count => count.Since).LastOrDefault();

    /// <summary>Whether a threshold is passed now, or may be.</summary>
    public bool IsOver(long limit) => CountNow is not { } now || now.IsOver(limit);

    /// <summary>What happened to the data, or may have.</summary>
    public BreachNature Nature => this switch
    {
        { RecoveredUnread: true } => BreachNature.None,
        { OutOfTheHouse: true } => BreachNature.Leak,
        { Events: var events } when events.Any(kind => kind is LossKind.Stolen or LossKind.Misdelivered or LossKind.SealBroken or LossKind.FoundByOthers) => BreachNature.Leak,
        { OtherCopy: true } => BreachNature.None,
        _ => BreachNature.Destruction,
    };
}
