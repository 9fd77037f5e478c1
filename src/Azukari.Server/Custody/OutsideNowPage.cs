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
    /// <summary>As many as anybody reads at once; the page says how many there are.</summary>
    internal const int Most = 30;

    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/", (string? live, int? page, HttpContext context, OutsideNowPage now) => now.ShowAsync(live is not null, page ?? 1, context));

    private async Task<IResult> ShowAsync(bool isLive, int number, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        if (number is < 1 or > 100_000) return Faults.NotFound(frame);

        if (isLive) context.Response.Headers["Refresh"] = "60"; // For a wall; whoever reads slowly does not ask for it.

        var rows = await OutsideTable.ReadAsync(database, visit.Passkey.Key.KeyId, context.RequestAborted);
        var cards = rows.Select(row => new OutsideCard(row, frame.Japanese, frame.Now)).ToArray();
        var shown = rows.Zip(cards).OrderBy(pair => pair.Second is not ({ IsLost: true } or { IsOverdue: true })).Skip((number - 1) * Most).Take(Most); // What is lost is not put off because there is time.
        Html body = cards.Length == 0 ? OutsidePage.Empty(frame.Japanese)
            : $"<ol class=\"cards\">{shown.Select(pair => pair.Second.Render(CarryOutPage.Link(pair.First.Engagement, pair.First.CarryOut), LossPage.Link(pair.First.Engagement, pair.First.CarryOut, frame.Japanese)))}</ol>";

        // Once for all of them: a city's security officer has twenty.
        var key = visit.Passkey.Key.KeyId;
        var (proposals, decisions) = (await ProposalTable.AllOfAsync(database, key, frame.Now, context.RequestAborted), await CarryOutTable.AllAwaitingAsync(database, key, context.RequestAborted));
        var desks = visit.Engagements.Select(one => new DeskRow(
            one.Id, proposals[one.Id].Count(proposal => PendingRow.Of(one.Facts, one.Person, proposal, one.Now) is { Asked: not null }), CarryOutsPage.Awaiting(one, decisions[one.Id], frame.Now), one.Facts.Incidents.Count(incident => incident.IsOpen))).ToArray();
        var isFirst = desks.Length == 0 && await FirstStart.OfAsync(database, visit.Passkey.Id, settings.Owner, context.RequestAborted) is not null;
        return Page.Of<OutsideNowView>(new { Frame = frame, IsFirst = isFirst, Sum = Markup(OutsideSum.Of(rows, cards, frame.Japanese)), Body = Markup(body), Desks = (IReadOnlyList<DeskRow>)desks, Number = number, Pages = (cards.Length + Most - 1) / Most, IsLive = isLive, Zone = rows.Count > 0 ? rows[0].Zone : null });
    }

    private static MarkupString Markup(Html html) => new(html.ToString());
}

/// <summary>One engagement on the first page.</summary>
public sealed record DeskRow(string Engagement, int Waiting, IReadOnlyList<CarryOutRow> Decisions, int Incidents);
