using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Server.Pages;
using Azukari.Server.Storage;

namespace Azukari.Server.People;

/// <summary>鍵をなくした人を、新しい鍵に招く: anybody of the same organisation may, for it gives no right but to ask; two of them sign the new key (R1).</summary>
internal sealed class KeyPage(Database database, FrontDoor door, Settings settings)
{
    internal static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/engagements/{engagement}/people/{person}/key", (string person, HttpContext context, KeyPage page) => page.Show(person, context));
        pages.MapPost("/engagements/{engagement}/people/{person}/key", (string person, HttpContext context, KeyPage page) => page.InviteAsync(person, context));
    }

    internal static string PathOf(string engagement, string person) => $"{PersonPage.PathOf(engagement, person)}/key";

    /// <summary>Whether the viewer could be one of those who ask.</summary>
    internal static bool IsOffered(Membership at, Person person) => person.Left is null && person.Id != at.Person.Id && person.Organisation == at.Person.Organisation;

    private IResult Show(string name, HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        return Find(at, name) is { } person ? Render(at, frame, person, null, StatusCodes.Status200OK) : Faults.NotFound(frame);
    }

    private async Task<IResult> InviteAsync(string name, HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        if (Find(at, name) is not { } person) return Faults.NotFound(frame);

        var secret = await InvitationTable.MakeAsync(database, at.Facts.Founding!.Engagement, person.Organisation, person.Id, frame.Now);
        return Render(at, frame, person, $"{settings.Origin}{InvitedPage.PathOf(secret)}", StatusCodes.Status201Created);
    }

    private static Person? Find(Membership at, string name) =>
        Code.IsValid(name) && at.Facts.People.TryGetValue(new(name), out var person) && IsOffered(at, person) ? person : null;

    private static IResult Render(Membership at, Frame frame, Person person, string? link, int status) =>
        Page.Of<KeyView>(new { Frame = frame, Engagement = at.Id, Person = person, Link = link }, status);
}
