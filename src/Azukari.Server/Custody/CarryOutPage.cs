using Azukari.Protocol.Documents;
using Azukari.Server.Pages;
using Azukari.Server.Statements;
using Azukari.Server.Storage;
using Microsoft.AspNetCore.Components;

namespace Azukari.Server.Custody;

/// <summary>One carry-out: where it stands, who has it, and what can be done with it.</summary>
internal sealed class CarryOutPage(Database database, FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/engagements/{engagement}/carry-outs/{id}", (string id, string? seal, HttpContext context, CarryOutPage page) => page.ShowAsync(id, seal ?? "", context));

    internal static string PathOf(string engagement, string carryOut) => $"/engagements/{engagement}/carry-outs/{carryOut}";

    internal static Html Link(string engagement, string carryOut) => $"<a href=\"{PathOf(engagement, carryOut)}\">{carryOut}</a>";

    private async Task<IResult> ShowAsync(string id, string seal, HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        if (at.Find(id) is not { } carryOut) return Faults.NotFound(frame);

        var waiting = (await PendingRow.AllAsync(database, at, frame.Now, at.Now, context.RequestAborted)).Where(row => row.SoFar.Act.Subject == carryOut.Id).ToArray();
        var card = OutsideTable.RowFor(at.Id, at.Facts, carryOut) is { } row ? new MarkupString(((Html)$"<ol class=\"cards\">{new OutsideCard(row, frame.Japanese, frame.Now).Render()}</ol>").ToString()) : default;
        return Page.Of<CarryOutView>(new { Frame = frame, Engagement = at.Id, at.Facts, CarryOut = carryOut, Card = card, Waiting = waiting, Seal = seal });
    }
}
