using System.Collections.Immutable;

namespace Azukari.Domain.Custody;

/// <summary>Who has the media now, and who had them before.</summary>
/// <param name="Legs">Every leg so far, oldest first; never empty.</param>
public sealed record CustodyChain(ImmutableArray<CustodyLeg> Legs)
{
    /// <summary>The leg that lasts.</summary>
    public CustodyLeg Now => Legs[^1];

    /// <summary>Whether it has left the house in which it was sealed; putting it into the locked place there is not leaving.</summary>
    public bool HasLeft => Legs.Skip(1).Any(leg => !(leg.Stored && leg.At == Legs[0].At));

    /// <summary>Who held it when, oldest first and without a gap (R24).</summary>
    public ImmutableArray<Holding> Holdings => [.. Legs.Select((leg, n) => new Holding(leg.Mark, n + 1 < Legs.Length ? Legs[n + 1].Mark : null, leg.Holders, leg.Courier, leg.At, leg.Stored))];

    /// <summary>Everybody who had it on the way (R17: none of them confirms the opening).</summary>
    public IEnumerable<PersonId> Carriers => Legs.Skip(1).Where(leg => !leg.Stored && !leg.AtDestination).SelectMany(leg => leg.Holders);
}

/// <summary>One leg of custody.</summary>
/// <param name="Mark">The entry that began it.</param>
/// <param name="Holders">Who has it; empty while a courier has it.</param>
/// <param name="Courier">The courier that has it.</param>
/// <param name="At">The site of the hand-over; null for on the way.</param>
/// <param name="Stored">Whether it was put into the locked place there.</param>
/// <param name="AtDestination">Whether the hand-over was at the destination.</param>
/// <param name="Intact">Whether both saw the seal intact.</param>
public sealed record CustodyLeg(Mark Mark, ImmutableArray<PersonId> Holders, CourierLeg? Courier, SiteId? At, bool Stored, bool AtDestination, bool Intact)
{
    /// <summary>The commitment to the route that was declared when it began, or null.</summary>
    public Digest? Route { get; init; }
}
