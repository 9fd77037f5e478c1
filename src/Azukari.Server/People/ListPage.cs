using Azukari.Domain;
using Azukari.Domain.People;
using Azukari.Server.Pages;
using Azukari.Server.Statements;

namespace Azukari.Server.People;

/// <summary>名簿: which organisation has signed this quarter who works for it; for its representative, the list ready to be signed (R1).</summary>
internal sealed class ListPage(FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/engagements/{engagement}/register/lists", (HttpContext context, ListPage page) => page.Show(context));

    internal static string PathOf(string engagement) => $"/engagements/{engagement}/register/lists";

    private IResult Show(HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        var now = at.Now;
        var own = at.Facts.People.Values.Where(person => person.Left is null && person.Organisation == at.Person.Organisation).Select(person => person.Id).OrderBy(id => id.Value, StringComparer.Ordinal);
        return Page.Of<ListView>(new
        {
            Frame = frame,
            Engagement = at.Id,
            at.Facts,
            Credential = visit.Passkey.Id,
            Now = now,
            Asked = at.Person.Holds(Role.Representative, now) ? Asked.Of(at.Facts, at.Person, new SignList(at.Person.Organisation, [.. own]), now) : null,
        });
    }
}
