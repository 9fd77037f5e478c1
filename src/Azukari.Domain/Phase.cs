using Azukari.Domain.Engagements;

namespace Azukari.Domain;

/// <summary>Where a carry-out stands on its journey, for people who look at it.</summary>
public enum Phase
{
#pragma warning disable CS1591 // The journey's own words; the glossary has them in both languages.
    Asked,
    Endorsed,
    Declined,
    Withdrawn,
    Void,
    Permitted,
    Sealed,
    Outside,
    Arrived,
    Released,
    Loaded,
    ErasedAtSite,
    Home,
    Cleared,
    Verified,
    Closed,
    Destroyed,
    Lost,
#pragma warning restore CS1591
}

/// <summary>Reads the phase from what has happened: the last step that was reached.</summary>
public static class Phases
{
    /// <summary>The phase of a carry-out.</summary>
    public static Phase PhaseOf(Engagement facts, CarryOut carryOut) => carryOut switch
    {
        { Closed: not null } => Phase.Closed,
        { Destroyed: not null } => Phase.Destroyed,
        { Lost: not null } => Phase.Lost,
        { Declined: not null } => Phase.Declined,
        { Withdrawn: not null } => Phase.Withdrawn,
        { Voided: not null } => Phase.Void,
        _ when carryOut.Erasure.Values.Any(step => step.Verified is not null) => Phase.Verified,
        _ when carryOut.Erasure.Values.Any(step => step.Cleared is not null) => Phase.Cleared,
        { Custody.HasLeft: true } when Home.IsStored(facts, carryOut) => Phase.Home,
        _ when carryOut.Erasure.Values.Any(step => step.Site is not null) => Phase.ErasedAtSite,
        { Loaded: not null } => Phase.Loaded,
        { IsReleased: true } => Phase.Released,
        { Arrival: not null } => Phase.Arrived,
        { Custody.HasLeft: true } => Phase.Outside,
        { Seal: not null } => Phase.Sealed,
        { Permit: not null } => Phase.Permitted,
        { Endorsed: not null } => Phase.Endorsed,
        _ => Phase.Asked,
    };
}
