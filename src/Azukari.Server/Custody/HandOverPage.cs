using Azukari.Protocol.Ledger;
using Azukari.Server.Pages;
using Azukari.Server.Statements;

namespace Azukari.Server.Custody;

/// <summary>受渡: what is usual at this point of the journey stands there to be signed; the giver signs first, the receivers find it waiting (R14).</summary>
internal sealed class HandOverPage(FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/engagements/{engagement}/carry-outs/{id}/hand-over", (string id, HttpContext context, HandOverPage page) => page.Show(id, context));

    internal static string PathOf(string engagement, string carryOut) => $"{CarryOutPage.PathOf(engagement, carryOut)}/hand-over";

    private IResult Show(string id, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        if (at.Find(id) is not { Seal: not null, Custody: not null } carryOut) return Faults.NotFound(frame);

        var now = at.Now;
        var choice = HandOverChoice.Usual(at.Facts, carryOut, now).Chosen(context.Request.Query);
        var (act, route) = choice.ActFor(carryOut);
        return Page.Of<HandOverView>(new
        {
            Frame = frame,
            Engagement = at.Id,
            at.Facts,
            CarryOut = carryOut,
            Credential = visit.Passkey.Id,
            Choice = choice,
            Asked = Asked.Of(at.Facts, at.Person, act, now),
            Papers = (IReadOnlyList<byte[]>)(route is null ? [] : [DomainJson.ToBytes(route)]),
        });
    }
}
