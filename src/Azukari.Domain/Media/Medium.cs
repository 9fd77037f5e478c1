using System.Collections.Immutable;

namespace Azukari.Domain.Media;

/// <summary>A registered medium and where it is.</summary>
/// <param name="Id">The property number.</param>
/// <param name="Admitted">How it was registered.</param>
/// <param name="InUseBy">The carry-out it is bound to, or null when it is free at home.</param>
public sealed record Medium(MediumId Id, AdmitMedium Admitted, CarryOutId? InUseBy)
{
    /// <summary>When it was registered; null only before the record says so.</summary>
    public Mark? Since { get; init; }

    /// <summary>Its destruction, or null. One that was not seen by two is recorded and does not count.</summary>
    public Destruction? Destroyed { get; init; }

    /// <summary>How it left use, or null.</summary>
    public MediumEnd? Ended { get; init; }

    /// <summary>Whether so many bytes are the whole medium: nine tenths of the capacity that was measured when it was registered, since a file system keeps some for itself.</summary>
    public bool IsWhole(long bytes) => (Int128)bytes * 10 >= (Int128)Admitted.Measured.CapacityBytes * 9;
}

/// <summary>A medium's destruction as two declared it (R19, R31).</summary>
/// <param name="Mark">The entry.</param>
/// <param name="How">How.</param>
/// <param name="Hands">Who signed.</param>
/// <param name="IsWitnessed">Whether two saw it, one of them the owner's witness or officer.</param>
public sealed record Destruction(Mark Mark, DestructionMethod How, ImmutableHashSet<PersonId> Hands, bool IsWitnessed);

/// <summary>How a medium left the register's use.</summary>
public sealed record MediumEnd(Mark Mark, MediumEndKind Kind);

/// <summary>The last count of media against the register (R21).</summary>
/// <param name="Mark">The entry.</param>
/// <param name="Present">What was found.</param>
/// <param name="Missing">What should have been there and was not.</param>
public sealed record Inventory(Mark Mark, ImmutableHashSet<MediumId> Present, ImmutableHashSet<MediumId> Missing);

/// <summary>What the owner demands of media (R5, R19, R21).</summary>
/// <param name="InventoryDays">The longest time from one inventory to the next, in days, at least 1.</param>
/// <param name="ClearAtSite">Whether both steps of the erasure are demanded at the site, before the way home.</param>
/// <param name="Validation">SHA-256 of the independent statement on the implementation that the owner accepts for cryptographic erasure, or null.</param>
public sealed record MediaPolicy(int InventoryDays, bool ClearAtSite = false, Digest? Validation = null)
{
    /// <summary>A count every quarter.</summary>
    public static MediaPolicy Default { get; } = new(92);
}
