using System.Collections.Immutable;
using Azukari.Domain;

namespace Azukari.Demo.Replays;

/// <summary>Somebody who takes the place of a person whom the chain would not admit, or fills a duty that nobody had.</summary>
/// <param name="Person">The stand-in.</param>
/// <param name="For">The person of the file, or null for a duty that the file gives to nobody.</param>
/// <param name="Party">The approved party that the stand-in works for.</param>
/// <param name="Role">The duty.</param>
internal sealed record StandIn(string Person, string? For, string Party, Role Role);

/// <summary>An actor: pseudonym, employer and duties.</summary>
internal sealed record Actor(PersonId Person, OrganisationId Organisation, Side Side, ImmutableArray<Role> Roles)
{
    internal (PersonId, OrganisationId, Role) As(Role role) => (Person, Organisation, role);
}

/// <summary>Who plays whom when everything is done as the rules demand.</summary>
internal sealed class Cast
{
    private readonly ReplayFile file;
    private readonly Dictionary<string, Actor> actors = [];
    private readonly List<StandIn> standIns = [];

    internal Cast(ReplayFile file)
    {
        this.file = file;
        foreach (var person in file.People) Admit(person);

        Manager = Holder(Role.ProjectManager, file.Contractor);
        Executive = Holder(Role.InformationManager, file.Contractor);
        Approver = Holder(Role.Approver, file.Owner);
        Officer = Holder(Role.SecurityOfficer, file.Owner);
        Witness = Another(Role.Witness, file.Owner, Approver);
        Companion = Another(Role.Operator, file.Owner, Approver, Officer, Witness);
        HomeKeeper = Another(Role.Keeper, file.Owner, Approver, Officer, Witness, Companion);
    }

    internal IReadOnlyCollection<Actor> All => actors.Values;

    internal IReadOnlyList<StandIn> StandIns => standIns;

    internal Actor Manager { get; }

    internal Actor Executive { get; }

    internal Actor Approver { get; }

    internal Actor Officer { get; }

    internal Actor Witness { get; }

    /// <summary>The owner's person on the way: accompanied means two (R8).</summary>
    internal Actor Companion { get; }

    internal Actor HomeKeeper { get; }

    /// <summary>Who plays this person of the file, or null where the file knows nobody of that name.</summary>
    internal Actor? Of(string id) => actors.GetValueOrDefault(id);

    /// <summary>An operator of the contractor's side who is none of these; a stand-in where the file has no other.</summary>
    internal Actor Operator(params IEnumerable<Actor> except) =>
        actors.Values.FirstOrDefault(actor => actor.Side == Side.Contractor && actor.Roles.Contains(Role.Operator) && !except.Contains(actor))
        ?? Make(Role.Operator, file.Contractor, null, $"operator-{actors.Count}");

    private void Admit(ReplayPerson person)
    {
        var party = file.PartyOf(person);
        if (file.IsApproved(party)) actors[person.Id] = new(person.Pseudonym, party.Organisation, party.Side, [.. person.Roles.Where(role => role.BelongsTo(party.Side))]);
        else Make(person.Roles.FirstOrDefault(Role.Operator), AboveOf(party), person.Id, person.Id);
    }

    /// <summary>The nearest party above that the owner approved: it could have sent somebody of its own.</summary>
    private ReplayParty AboveOf(ReplayParty party) =>
        file.Parties.FirstOrDefault(above => above.Id == party.EntrustedBy) is { } above ? file.IsApproved(above) ? above : AboveOf(above) : file.Contractor;

    private Actor Holder(Role role, ReplayParty party) => actors.Values.FirstOrDefault(actor => actor.Organisation == party.Organisation && actor.Roles.Contains(role)) ?? Make(role, party, null, Named(role));

    private Actor Another(Role role, ReplayParty party, params Actor[] except) =>
        actors.Values.FirstOrDefault(actor => actor.Organisation == party.Organisation && actor.Roles.Contains(role) && !except.Contains(actor)) ?? Make(role, party, null, Named(role));

    private Actor Make(Role role, ReplayParty party, string? plays, string key)
    {
        var actor = new Actor(new(Names.Code($"stand-in-{key}")), party.Organisation, party.Side, [role]);
        standIns.Add(new(actor.Person.Value, plays, party.Id, role));
        return actors[plays ?? actor.Person.Value] = actor;
    }

    private static string Named(Role role) => role switch
    {
        Role.ProjectManager => "project-manager",
        Role.InformationManager => "executive",
        Role.SecurityOfficer => "security-officer",
        _ => role.ToString().ToLowerInvariant(),
    };
}
