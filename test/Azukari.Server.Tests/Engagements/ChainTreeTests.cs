using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Server.Engagements;

namespace Azukari.Server.Tests.Engagements;

/// <summary>The chain of entrustment as it is drawn.</summary>
public sealed class ChainTreeTests
{
    private static readonly SigningKeyFact Key = new(new(new string('0', 64)), "key", KeyForm.Software);

    private static FoundingSide Side(string organisation) => new(new(organisation), new($"{organisation}-root"), Key, Key, "witness");

    private static Engagement Facts(params ChainNode[] below) => Engagement.Nothing with
    {
        Founding = new(new("benefits-2022"), "Asia/Tokyo", Side("city"), Side("contractor"), "origin", "key"),
        Chain = below.Append(new(new("city"), OrganisationKind.PublicBody, null, Domain.Side.Owner)).Append(new(new("contractor"), OrganisationKind.Company, null, Domain.Side.Contractor))
            .ToImmutableDictionary(node => node.Organisation),
    };

    private static ChainNode Entrusted(string organisation, string by) => new(new(organisation), OrganisationKind.Company, new(by), Domain.Side.Contractor);

    [Fact]
    public void Everybody_stands_under_whoever_entrusts_them_and_nobody_twice()
    {
        var rows = ChainTree.Rows(ChainTree.Of(Facts(Entrusted("sub-b", "contractor"), Entrusted("sub-a", "contractor"), Entrusted("sub-sub", "sub-a"), Entrusted("carrier", "city"))));

        Assert.Equal(["city 0", "carrier 1", "contractor 1", "sub-a 2", "sub-sub 3", "sub-b 2"], rows.Select(row => $"{row.Node.Organisation} {row.Depth}"));
        Assert.Equal([null, 0, 0, 2, 3, 2], rows.Select(row => row.Above));
    }
}
