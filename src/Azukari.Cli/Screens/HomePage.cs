using Azukari.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azukari.Cli.Screens;

/// <summary>What this station can do next, as large buttons; below it what is plugged in and whose keys are here.</summary>
internal sealed class HomePage(StationTable table)
{
    internal static void Map(RouteGroupBuilder pages, StationTable table) => pages.MapGet("/", (Delegate)new HomePage(table).ShowAsync);

    private async Task<IResult> ShowAsync(HttpContext context)
    {
        var sight = await table.LookAsync(context);
        var (seen, facts) = (sight.Seen, sight.Seen.Facts);
        return Page.Of<HomeView>(new
        {
            Frame = table.Door.Frame(context),
            Station = sight.Station.Value,
            Engagement = seen.Desk.Engagement.Value,
            Facts = facts,
            seen.Fault,
            Doables = table.Doables(sight),
            Media = sight.Here,
            Able = Signatories.Of(table, seen, sight.Now, byTelephone: false, []),
            Going = table.Deeds.Running is { } running ? DeedPage.PathOf(running) : null,
            Carries = table.Room.Carried is not null,
        });
    }
}
