using System.Security.Cryptography;
using Azukari.Demo.Machines;

namespace Azukari.Demo.Stories;

/// <summary>A person of the story: known to the record by a pseudonym and a key file.</summary>
internal sealed record Player(string Id, string Organisation, string KeyFile, params string[] Duties)
{
    /// <summary>As a signer who signs on the spot.</summary>
    internal string Signing(string duty) => $"{KeyFile}:{duty}";
}

/// <summary>Who plays: nobody of them exists. Two sides and one subcontractor that the city has approved.</summary>
internal sealed class Cast(Rooms rooms)
{
    internal const string City = "mio-city", Contractor = "contractor", Sub = "subcontractor";

    internal Player CityRoot { get; } = New(rooms, City, "city-root");

    internal Player Approver { get; } = New(rooms, City, "approver", "approver");

    internal Player Witness { get; } = New(rooms, City, "witness", "witness");

    internal Player Officer { get; } = New(rooms, City, "officer", "security-officer");

    internal Player Companion { get; } = New(rooms, City, "companion", "operator");

    internal Player CityKeeper { get; } = New(rooms, City, "city-keeper", "keeper");

    internal Player ContractorRoot { get; } = New(rooms, Contractor, "contractor-root");

    internal Player Manager { get; } = New(rooms, Contractor, "manager", "project-manager");

    internal Player Executive { get; } = New(rooms, Contractor, "executive", "information-manager");

    internal Player SiteKeeper { get; } = New(rooms, Contractor, "site-keeper", "keeper", "operator");

    internal Player SubRoot { get; } = New(rooms, Sub, "sub-root");

    internal Player Carrier { get; } = New(rooms, Sub, "carrier", "operator");

    internal IEnumerable<Player> Roots => [CityRoot, ContractorRoot, SubRoot];

    internal IEnumerable<Player> Staff => [Officer, Approver, Witness, Companion, CityKeeper, Manager, Executive, SiteKeeper, Carrier];

    internal Player RootOf(Player player) => Roots.First(root => root.Organisation == player.Organisation);

    private static Player New(Rooms rooms, string organisation, string file, params string[] duties) =>
        new($"p-{RandomNumberGenerator.GetHexString(8, lowercase: true)}", organisation, rooms["keys", $"{file}.key"], duties);
}
