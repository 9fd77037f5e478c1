using Azukari.Domain;
using Azukari.Server.Pages;
using Azukari.Server.Storage;

namespace Azukari.Server.People;

/// <summary>Who is enrolled in an engagement, with which duties; and where a representative invites the own people.</summary>
internal sealed class PeoplePage(Database database, FrontDoor door, Settings settings)
{
    internal static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/engagements/{engagement}/people", (HttpContext context, PeoplePage page) => page.Show(context));
        pages.MapPost("/engagements/{engagement}/invitations", (HttpContext context, PeoplePage page) => page.InviteAsync(context));
    }

    internal static string PathOf(string engagement) => $"/engagements/{engagement}/people";

    private IResult Show(HttpContext context) => Render(Visit.Of(context).At!, door.Frame(context), null, StatusCodes.Status200OK);

    private async Task<IResult> InviteAsync(HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        if (!IsRepresentative(at, frame.Now)) return Faults.NotFound(frame);
        if (NameOf((await context.Request.ReadFormAsync(context.RequestAborted))["person"]) is not { } person || at.Facts.People.ContainsKey(person))
            return Render(at, frame, null, StatusCodes.Status422UnprocessableEntity);

        var secret = await InvitationTable.MakeAsync(database, at.Facts.Founding!.Engagement, at.Person.Organisation, person, frame.Now);
        return Render(at, frame, $"{settings.Origin}{InvitedPage.PathOf(secret)}", StatusCodes.Status201Created);
    }

    private static IResult Render(Membership at, Frame frame, string? link, int status) => Page.Of<PeopleView>(
        new { Frame = frame, Engagement = at.Id, at.Facts, IsRepresentative = IsRepresentative(at, frame.Now), at.Person.Organisation, Link = link, IsTaken = status == StatusCodes.Status422UnprocessableEntity }, status);

    private static bool IsRepresentative(Membership at, DateTimeOffset now) => at.Person.Holds(Role.Representative, now);

    private static PersonId? NameOf(string? text) => text?.Trim() is { } name && Code.IsValid(name) ? new(name) : null;
}
