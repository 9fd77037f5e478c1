using Azukari.Protocol.Ledger;

namespace Azukari.Protocol.Incidents;

/// <summary>Reads the table of primitives: the one that this program brought along, and one that somebody puts in its place.</summary>
public static class PrimitivesOnFile
{
    private static readonly Lazy<PrimitiveTable> Brought = new(() => Read(Embedded.Bytes("primitives.json")));

    /// <summary>The table of this program.</summary>
    public static PrimitiveTable Shipped => Brought.Value;

    /// <summary>Reads one table.</summary>
    /// <exception cref="ProtocolException">It is not of its shape; a primitive is named twice or does not answer for every list; or it
    /// claims to have been read somewhere without saying where.</exception>
    public static PrimitiveTable Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > PrimitiveTable.MaxBytes) throw Bad($"longer than {PrimitiveTable.MaxBytes} bytes");

        var table = DomainJson.FromNode<PrimitiveTable>(LawPacksOnFile.Parse(utf8));
        foreach (var fault in Faults(table)) throw Bad(fault);
        return table;
    }

    private static IEnumerable<string> Faults(PrimitiveTable table)
    {
        if (table.Lists.IsDefaultOrEmpty || table.Primitives.IsDefaultOrEmpty) yield return "a list is empty";
        if (!table.Primitives.Any(primitive => primitive.KeepsContentSecret)) yield return "nothing keeps content secret";
        if (table.Primitives.DistinctBy(primitive => primitive.Name).Count() != table.Primitives.Length) yield return "a primitive twice";
        if (table.Lists.DistinctBy(list => list.Id).Count() != table.Lists.Length) yield return "a list twice";
        if (table.Primitives.Any(primitive => !primitive.Listings.Select(listing => listing.List).SequenceEqual(table.Lists.Select(list => list.Id))))
            yield return "a primitive that does not answer for every list";
        if (table.Primitives.SelectMany(primitive => primitive.Listings).Any(listing => (listing.Standing == ListStanding.NotVerified) != (listing.Where is null)))
            yield return "a standing without the place where it was read, or a place without a standing";
    }

    private static ProtocolException Bad(string message) => new(ProtocolFault.Malformed, $"primitives: {message}");
}
