using Azukari.Protocol.Documents;
using Azukari.Server.Applications;
using Azukari.Server.Engagements;
using Azukari.Server.Pages;
using Azukari.Server.Statements;
using Azukari.Server.Storage;
using Microsoft.AspNetCore.Components;

namespace Azukari.Server.Custody;

/// <summary>The first page of the day for whoever is signed in: what is outside in all of one's engagements, the overdue on top; and what waits for a signature.</summary>
internal sealed class OutsideNowPage(Database database, FrontDoor door, Settings settings)
{
    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/", (string? live, HttpContext context, OutsideNowPage page) => page.ShowAsync(live is not null, context));

    private async Task<IResult> ShowAsync(bool isLive, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        if (isLive) context.Response.Headers["Refresh"] = "60"; // For a wall; whoever reads slowly does not ask for it.

        var rows = await OutsideTable.ReadAsync(database, visit.Passkey.Key.KeyId, context.RequestAborted);
        var cards = rows.Select(row => new OutsideCard(row, frame.Japanese, frame.Now)).ToArray();
        Html body = cards.Length == 0 ? OutsidePage.Empty(frame.Japanese)
            : $"<ol class=\"cards\">{rows.Zip(cards).Select(pair => pair.Second.Render(CarryOutPage.Link(pair.First.Engagement, pair.First.CarryOut), LossPage.Link(pair.First.Engagement, pair.First.CarryOut, frame.Japanese)))}</ol>";

        List<DeskRow> desks = [];
        foreach (var one in visit.Engagements)
        {
            var waiting = await PendingRow.AllAsync(database, one, frame.Now, one.Now, context.RequestAborted);
            desks.Add(new(one.Id, waiting.Count(row => row.Asked is not null), await CarryOutsPage.AwaitingAsync(database, one, frame.Now, context.RequestAborted), one.Facts.Incidents.Count(incident => incident.IsOpen)));
        }

        var isFirst = desks.Count == 0 && await FirstStart.OfAsync(database, visit.Passkey.Id, settings.Owner, context.RequestAborted) is not null;
        return Page.Of<OutsideNowView>(new { Frame = frame, IsFirst = isFirst, Sum = Markup(OutsideSum.Of(rows, cards, frame.Japanese)), Body = Markup(body), Desks = desks, IsLive = isLive, Zone = rows.Count > 0 ? rows[0].Zone : null });
    }

    private static MarkupString Markup(Html html) => new(html.ToString());
}

/// <summary>One engagement on the first page.</summary>
public sealed record DeskRow(string Engagement, int Waiting, IReadOnlyList<CarryOutRow> Decisions, int Incidents);
