using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Media;
using Azukari.Server.Pages;
using Azukari.Server.Statements;

namespace Azukari.Server.Media;

/// <summary>媒体: the register with where everything is, and the count of media against it, which two people sign (R5, R21).</summary>
internal sealed class MediaPage(FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/engagements/{engagement}/register/media", (HttpContext context, MediaPage page) => page.Show(context));
        pages.MapGet("/engagements/{engagement}/register/inventory", (HttpContext context, MediaPage page) => page.Count(context));
    }

    internal static string PathOf(string engagement) => $"/engagements/{engagement}/register/media";

    internal static string InventoryOf(string engagement) => $"/engagements/{engagement}/register/inventory";

    private IResult Show(HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        return Page.Of<MediaView>(new { Frame = frame, Engagement = at.Id, at.Facts });
    }

    /// <summary>Everything that should be there is there, unless the page says what is missing: the ordinary count is one touch.</summary>
    private IResult Count(HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        var expected = InventoryRules.Expected(at.Facts).OrderBy(id => id.Value, StringComparer.Ordinal).ToImmutableArray();
        var missing = context.Request.Query["missing"].OfType<string>().Where(Code.IsValid).Select(id => new MediumId(id)).Intersect(expected).ToImmutableHashSet();
        var now = at.Now;
        return Page.Of<InventoryView>(new
        {
            Frame = frame,
            Engagement = at.Id,
            at.Facts,
            Credential = visit.Passkey.Id,
            Expected = expected,
            Missing = missing,
            Asked = Asked.Of(at.Facts, at.Person, new TakeInventory([.. expected.Where(id => !missing.Contains(id))]), now),
        });
    }
}
