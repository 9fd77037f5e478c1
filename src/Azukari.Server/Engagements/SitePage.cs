using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Server.Pages;
using Azukari.Server.Statements;

namespace Azukari.Server.Engagements;

/// <summary>拠点の登録: a site and its network layer, signed by the owner's security officer (R7).</summary>
internal sealed class SitePage(FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/engagements/{engagement}/register/sites/new", (string? site, string? layer, HttpContext context, SitePage page) => page.Show(site, layer, context));

    internal static string PathOf(string engagement, RegisterSite? act = null) =>
        $"{RegisterPage.PathOf(engagement, "sites/new")}{(act is null ? "" : $"?site={act.Site}&layer={act.Layer}")}";

    private IResult Show(string? site, string? layer, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        var name = site?.Trim() ?? "";
        var chosen = Enum.TryParse<NetworkLayer>(layer, out var known) && Enum.IsDefined(known) ? known : NetworkLayer.Lgwan;
        return Page.Of<SiteView>(new
        {
            Frame = frame,
            At = new Place(at.Id, at.Facts),
            Credential = visit.Passkey.Id,
            Name = name,
            Layer = chosen,
            Asked = Code.IsValid(name) ? Asked.Of(at.Facts, at.Person, new RegisterSite(new(name), chosen), at.Now) : null,
        });
    }
}
