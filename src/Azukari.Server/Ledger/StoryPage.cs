using Azukari.Server.Custody;
using Azukari.Server.Pages;
using Azukari.Server.Storage;

namespace Azukari.Server.Ledger;

/// <summary>記録: the story of one carry-out, from its application to its end, as a picture and as a list, with what proves it.</summary>
internal sealed class StoryPage(Database database, RecordRows rows, CosignatureStore cosignatures, FrontDoor door)
{
    /// <summary>More than any carry-out has had; what alarms make longer is read on in the search.</summary>
    private const int Most = 300;

    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/engagements/{engagement}/carry-outs/{id}/record", (string id, HttpContext context, StoryPage page) => page.ShowAsync(id, context));

    internal static string PathOf(string engagement, string carryOut) => $"{CarryOutPage.PathOf(engagement, carryOut)}/record";

    private async Task<IResult> ShowAsync(string id, HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        if (at.Find(id) is not { } carryOut) return Faults.NotFound(frame);

        var entries = await EntryTable.OfAsync(database, at.Id, carryOut.Id, Most + 1, context.RequestAborted);
        return Page.Of<StoryView>(new
        {
            Frame = frame,
            Engagement = at.Id,
            at.Facts,
            CarryOut = carryOut,
            Rows = entries.Take(Most).Select(rows.Of).ToArray(),
            IsWhole = entries.Count <= Most,
            Witnessed = await cosignatures.WitnessedAsync(at.Id, context.RequestAborted),
        });
    }
}
