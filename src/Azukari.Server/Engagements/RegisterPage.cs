using Azukari.Server.Catalogue;
using Azukari.Server.Pages;
using Azukari.Server.People;
using Microsoft.AspNetCore.Components;

namespace Azukari.Server.Engagements;

/// <summary>登録簿: where every register of the engagement is found, and what in them waits; and those that are only read: sites, datasets, the chain.</summary>
internal sealed class RegisterPage(FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/engagements/{engagement}/register", (HttpContext context, RegisterPage page) => page.Show(context));
        pages.MapGet("/engagements/{engagement}/register/sites", (HttpContext context, RegisterPage page) => page.Read<SitesView>(context));
        pages.MapGet("/engagements/{engagement}/register/catalogue", (HttpContext context, RegisterPage page) => page.Read<CatalogueView>(context));
        pages.MapGet("/engagements/{engagement}/register/chain", (HttpContext context, RegisterPage page) => page.Read<ChainView>(context));
    }

    internal static string PathOf(string engagement, string register = "") => $"/engagements/{engagement}/register{(register.Length > 0 ? "/" : "")}{register}";

    private IResult Show(HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        var now = at.Now;
        return Page.Of<RegisterView>(new { Frame = frame, Engagement = at.Id, at.Facts, Lacking = Lacking.Of(at.Facts, now), OwesReading = ReadinessPage.Owed(at.Facts, at.Person) is not null });
    }

    private IResult Read<TView>(HttpContext context)
        where TView : IComponent
    {
        var at = Visit.Of(context).At!;
        return Page.Of<TView>(new { Frame = door.Frame(context), Engagement = at.Id, at.Facts });
    }
}
