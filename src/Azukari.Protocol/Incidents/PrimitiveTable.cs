using System.Collections.Immutable;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Incidents;

/// <summary>Which cryptographic primitives stand between a finder and the content, and what official lists say of each.</summary>
/// <remarks>Whatever claims an exemption for data that was encrypted reads this and nothing else. What nobody has read is
/// <see cref="ListStanding.NotVerified"/>, and proves nothing either way.</remarks>
/// <param name="Edition">The day on which it was made, a dot, and a running number.</param>
/// <param name="Lists">The lists that were asked, each in one edition.</param>
/// <param name="Primitives">Each with its standing on every list, in the order of the lists.</param>
public sealed record PrimitiveTable(string Edition, ImmutableArray<CipherList> Lists, ImmutableArray<Primitive> Primitives)
{
    /// <summary>The largest document, in bytes.</summary>
    public const int MaxBytes = 20_000;

    /// <summary>Whether somebody has read, for every primitive that keeps content secret, that at least one list has it.
    /// False as long as one of them is not verified.</summary>
    public bool ContentCipherIsListed => Primitives.Where(primitive => primitive.KeepsContentSecret).All(primitive => primitive.IsListed);
}

/// <summary>One edition of an official list.</summary>
/// <param name="Id">By which a listing names it.</param>
public sealed record CipherList(string Id, string Ja, string En);

/// <summary>One primitive, or several that are used as one.</summary>
/// <param name="Use">What it is used for.</param>
/// <param name="KeepsContentSecret">Whether content on a medium could be read if it fell.</param>
/// <param name="Listings">One for each list of the table.</param>
public sealed record Primitive(string Name, Words Use, bool KeepsContentSecret, ImmutableArray<Listing> Listings)
{
    /// <summary>Whether somebody has read it on at least one list.</summary>
    public bool IsListed => Listings.Any(listing => listing.Standing == ListStanding.Listed);
}

/// <summary>What one list says of one primitive.</summary>
/// <param name="List">The list's id.</param>
/// <param name="Where">Where on the list it was read, and on which day; null exactly when nobody has.</param>
public sealed record Listing(string List, ListStanding Standing, Words? Where = null);

/// <summary>What is known of a primitive on a list.</summary>
public enum ListStanding
{
    /// <summary>Nobody of the project has read the list.</summary>
    NotVerified,

    /// <summary>It was read there.</summary>
    Listed,

    /// <summary>The list was read, and it is not there.</summary>
    NotListed,
}
