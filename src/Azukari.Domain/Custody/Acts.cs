using System.Collections.Immutable;
using Azukari.Domain.Applications;

namespace Azukari.Domain.Custody;

/// <summary>受渡: the media pass from those who have them to others, signed by both (R14).</summary>
/// <param name="CarryOut">The case.</param>
/// <param name="Media">The media that are handed over.</param>
/// <param name="To">Who has them from now on; empty when the courier takes them.</param>
/// <param name="Courier">The courier that takes them, with its tracking number; the giver's signature stands for the driver.</param>
/// <param name="At">The site where this happens, or null for on the way.</param>
/// <param name="Stored">True when a keeper puts them into the locked place of that site.</param>
/// <param name="SealNumber">The number that both read on the seal; null once the payload is erased.</param>
/// <param name="Intact">What both saw.</param>
/// <param name="Method">How it travels from here, where those who sign say so; null for as permitted.</param>
/// <param name="Route">The route, by its salted commitment: those who carry it declare to travel it without a stop. No machine measures it (R31).</param>
/// <param name="Delivered">The leg that ends here, where a courier hands it in, with the numbers that the receiver reads on the parcel; null otherwise.</param>
public sealed record HandOver(
    CarryOutId CarryOut, ImmutableArray<MediumId> Media, ImmutableArray<PersonId> To, CourierLeg? Courier, SiteId? At, bool Stored, string? SealNumber, bool Intact,
    TransferMethod? Method = null, Digest? Route = null, CourierLeg? Delivered = null) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    /// <summary>Only making data less reachable: everything but the first step out of the house, which the rules tell from the record.</summary>
    public override bool IsSafety => true;

    private protected override void Closed() { }
}

/// <summary>A courier's leg: the company, its tracking number and its receipt number.</summary>
public sealed record CourierLeg(OrganisationId Company, string Tracking, string Receipt);
