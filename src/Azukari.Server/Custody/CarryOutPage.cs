using Azukari.Domain;
using Azukari.Protocol.Documents;
using Azukari.Server.Pages;
using Azukari.Server.Storage;
using Microsoft.AspNetCore.Components;

namespace Azukari.Server.Custody;

/// <summary>One carry-out: where it stands, who has it, and what can be done with it.</summary>
internal sealed class CarryOutPage(FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/engagements/{engagement}/carry-outs/{id}", (string id, HttpContext context, CarryOutPage page) => page.Show(id, context));

    internal static string PathOf(string engagement, string carryOut) => $"/engagements/{engagement}/carry-outs/{carryOut}";

    internal static Html Link(string engagement, string carryOut) => $"<a href=\"{PathOf(engagement, carryOut)}\">{carryOut}</a>";

    private IResult Show(string id, HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        if (!Code.IsValid(id) || at.Facts.Find(new CarryOutId(id)) is not { } carryOut) return Faults.NotFound(frame);

        var card = OutsideTable.RowFor(at.Id, at.Facts, carryOut) is { } row ? new MarkupString(((Html)$"<ol class=\"cards\">{new OutsideCard(row, frame.Japanese, frame.Now).Render()}</ol>").ToString()) : default;
        return Page.Of<CarryOutView>(new { Frame = frame, Engagement = at.Id, at.Facts, CarryOut = carryOut, Card = card });
    }
}
