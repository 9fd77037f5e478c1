using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Server.People;

namespace Azukari.Server.Pages;

/// <summary>Who asks for a page: the session and the passkey behind it, and whom the records know by that key.</summary>
/// <param name="Session">The browser's session.</param>
/// <param name="Passkey">The passkey that signed in.</param>
/// <param name="Engagements">The engagements in which the key is an enrolled person's, as their records stand.</param>
/// <param name="At">The one that the address names, or null.</param>
internal sealed record Visit(Session Session, Credential Passkey, IReadOnlyList<Membership> Engagements, Membership? At)
{
    internal static Visit Of(HttpContext context) => Find(context) ?? throw new InvalidOperationException("this page was not behind the door");

    internal static Visit? Find(HttpContext context) => context.Items.TryGetValue(typeof(Visit), out var visit) ? (Visit?)visit : null;

    internal void Enter(HttpContext context) => context.Items[typeof(Visit)] = this;

    internal Viewer Viewer => new([.. Engagements.Select(one => new ViewerIn(one.Id, one.Person.Id.Value, one.Person.Organisation.Value))]);
}

/// <summary>A person in an engagement.</summary>
/// <param name="Now">The time that the rules see there, as of this request.</param>
internal sealed record Membership(string Id, Engagement Facts, Person Person, DateTimeOffset Now)
{
    /// <summary>The carry-out that an address names, or null.</summary>
    internal CarryOut? Find(string id) => Code.IsValid(id) ? Facts.Find(new CarryOutId(id)) : null;
}
