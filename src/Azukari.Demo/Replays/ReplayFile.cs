using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents.Laws;
using Azukari.Domain.Media;

namespace Azukari.Demo.Replays;

/// <summary>What happened, as dated facts and nothing else: who, with what, when. Never the expected answer.</summary>
/// <param name="Id">The replay's name.</param>
/// <param name="Title">What happened, in both languages.</param>
/// <param name="Zone">The zone in which the steps' times stand.</param>
/// <param name="Parties">Organisations, in the order of the file.</param>
/// <param name="People">Who did something.</param>
/// <param name="Sites">Where.</param>
/// <param name="Data">What was carried.</param>
/// <param name="Media">On what.</param>
/// <param name="Steps">What was done, in order of time.</param>
/// <param name="Unknown">What the file says and this program does not understand; it is shown, never guessed.</param>
internal sealed record ReplayFile(
    string Id, (string Ja, string En) Title, TimeZoneInfo Zone, ImmutableArray<ReplayParty> Parties, ImmutableArray<ReplayPerson> People, ImmutableArray<ReplaySite> Sites,
    ImmutableArray<ReplayData> Data, ImmutableArray<ReplayMedium> Media, ImmutableArray<ReplayStep> Steps, ImmutableArray<string> Unknown)
{
    internal ReplayParty Owner => Parties.First(party => party.Side == Side.Owner);

    internal ReplayParty Contractor => Parties.First(party => party.Side == Side.Contractor && party.EntrustedBy == Owner.Id);

    internal ReplayParty PartyOf(ReplayPerson person) => Parties.First(party => party.Id == person.Party);

    internal ReplayPerson? Person(string id) => People.FirstOrDefault(person => person.Id == id);

    /// <summary>Whether the owner approved this party and every one above it.</summary>
    internal bool IsApproved(ReplayParty party) => party.Side == Side.Owner || (party.Approved && (Parties.FirstOrDefault(above => above.Id == party.EntrustedBy) is not { } above || IsApproved(above)));

    /// <summary>The site where a step of this kind first happened.</summary>
    internal ReplaySite? SiteOf(params string[] kinds) =>
        Steps.Where(step => kinds.Contains(step.Did)).Select(step => Sites.FirstOrDefault(site => site.Id == step.Text("site"))).FirstOrDefault(site => site is not null);

    internal ReplayStep? First(string did) => Steps.FirstOrDefault(step => step.Did == did);

    internal DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);
}

/// <summary>An organisation; <paramref name="Approved"/> where the owner admitted it to the chain; <paramref name="Law"/> is what it is before the law, where the file says so.</summary>
internal sealed record ReplayParty(string Id, OrganisationKind Kind, Side Side, string? EntrustedBy, bool Approved, ImmutableArray<EntityKind> Law)
{
    internal OrganisationId Organisation => new(Names.Code(Id));
}

/// <summary>Somebody. A duty counts from a dated appointment, so the file must state one (R2); of training, acknowledgement and being seen the file speaks only where they lacked.</summary>
internal sealed record ReplayPerson(string Id, string Party, ImmutableArray<Role> Roles, bool Appointed, bool Trained, bool Acknowledged, bool Seen)
{
    internal PersonId Pseudonym => new(Names.Code(Id));
}

/// <summary>A place and the layer of the networks in it.</summary>
internal sealed record ReplaySite(string Id, string Ja, string En, NetworkLayer Layer)
{
    internal SiteId Site => new(Names.Code(Id));

    internal StationId Station => new(Names.Code($"station-{Id}"));
}

/// <summary>A dataset: what a row is, how many there were, and how many distinct people where the file says so.</summary>
internal sealed record ReplayData(string Id, DatasetUnit Unit, long Records, long? People, ImmutableArray<FieldClass> Classes, ImmutableArray<string> Fields)
{
    internal DatasetId Dataset => new(Names.Code(Id));
}

/// <summary>A medium, its kind, and whether anybody had registered it.</summary>
internal sealed record ReplayMedium(string Id, bool Registered, MediumKind Kind = MediumKind.Flash)
{
    internal MediumId Medium => new(Names.Code(Id));
}

/// <summary>One dated fact.</summary>
/// <param name="At">When.</param>
/// <param name="Did">What was done.</param>
/// <param name="By">By whom.</param>
/// <param name="Details">Everything else that the file says about it.</param>
internal sealed record ReplayStep(DateTimeOffset At, string Did, ImmutableArray<string> By, ImmutableDictionary<string, object?> Details)
{
    internal string? Text(string key) => Details.GetValueOrDefault(key) as string;

    internal bool Is(string key, string value) => string.Equals(Text(key), value, StringComparison.OrdinalIgnoreCase);

    internal bool Lacks(string part) => List("lacks").Contains(part, StringComparer.Ordinal);

    internal ImmutableArray<string> List(string key) => Details.GetValueOrDefault(key) switch
    {
        IReadOnlyList<object?> many => [.. many.OfType<string>()],
        string one => [one],
        _ => [],
    };

    /// <summary>Records something that was not done.</summary>
    internal bool SaysUndone => Details.Values.Any(value => value is string text && text.Equals("false", StringComparison.OrdinalIgnoreCase));
}
