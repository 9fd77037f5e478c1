using System.Collections.Immutable;

namespace Azukari.Domain.Incidents;

/// <summary>What opens an incident. Which tasks it begins with follows from this (R25).</summary>
public enum IncidentCause
{
    /// <summary>Reported as lost (R23).</summary>
    Lost,

    /// <summary>Reported as stolen (R23).</summary>
    Stolen,

    /// <summary>Reported as delivered to somebody else (R23).</summary>
    Misdelivered,

    /// <summary>Reported with a broken seal (R23).</summary>
    SealBroken,

    /// <summary>Reported as found by somebody else (R23).</summary>
    FoundByOthers,

    /// <summary>Reported by a stranger who read the label (R23): people look, no key is touched.</summary>
    FoundByStranger,

    /// <summary>Not intact at a hand-over (R14).</summary>
    NotIntact,

    /// <summary>The signatures that an urgent approval lacked did not follow in time (R9).</summary>
    SignaturesMissing,

    /// <summary>Opened by break-glass (R32): an incident by definition.</summary>
    BreakGlass,

    /// <summary>A medium was connected without a permit in force (R34).</summary>
    WithoutPermit,

    /// <summary>Missing at an inventory (R21).</summary>
    MissingAtInventory,
}

/// <summary>事故: something has gone wrong, from the entry that says so until the owner's officer and the executive close it (R25).</summary>
/// <param name="Id">Its running number.</param>
/// <param name="CarryOut">The case, or null where it belongs to none.</param>
/// <param name="About">What it is about where there is no case (a medium, a serial number); null otherwise.</param>
/// <param name="Causes">What opened it and what came to light later, oldest first; never empty, no cause twice.</param>
public sealed record Incident(IncidentId Id, CarryOutId? CarryOut, string? About, ImmutableArray<OpenedBy> Causes)
{
    /// <summary>The entry that opened it.</summary>
    public Mark Opened => Causes[0].Mark;

    /// <summary>The entry with which everybody concerned is told anew: the newest cause's, or a later report of a stranger after somebody had answered the one before.</summary>
    public Mark Newest => Retold ?? Causes[^1].Mark;

    /// <summary>A stranger's further report, where none of the causes is newer; or null.</summary>
    public Mark? Retold { get; init; }

    /// <summary>Reports of what was never granted, which no case keeps (R23), oldest first.</summary>
    public ImmutableArray<LossReport> Reports { get; init; } = [];

    /// <summary>Where it gathers one person's reports of numbers that there are not: when they are told together; null otherwise.</summary>
    public DateTimeOffset? Gathered { get; init; }

    /// <summary>When those concerned are told: at once, unless it gathers.</summary>
    public DateTimeOffset TellAt => Gathered is { } later && later > Newest.At ? later : Newest.At;

    /// <summary>The numbers under which it was reported where nothing was granted, in the order in which they came.</summary>
    public IEnumerable<CarryOutId> Numbers => Reports.Select(report => report.Number).OfType<CarryOutId>().Distinct();

    /// <summary>What has to be done, in the order in which it was begun.</summary>
    public ImmutableArray<ResponseTask> Tasks { get; init; } = [];

    /// <summary>When it was closed, or null.</summary>
    public Mark? Closed { get; init; }

    /// <summary>Whether it is still open.</summary>
    public bool IsOpen => Closed is null;
}

/// <summary>A cause, and the entry that says so.</summary>
public sealed record OpenedBy(IncidentCause Cause, Mark Mark);
