using Azukari.Domain;
using Azukari.Server.Pages;
using Azukari.Server.Storage;

namespace Azukari.Server.Applications;

/// <summary>Every carry-out of an engagement by where it stands; what waits for the viewer's decision is on top, the longest first.</summary>
internal sealed class CarryOutsPage(Database database, FrontDoor door)
{
    /// <summary>As many as anybody reads at once; the page says that there are more.</summary>
    internal const int Most = 20;

    internal static void Map(RouteGroupBuilder pages) =>
        pages.MapGet("/engagements/{engagement}/carry-outs", (string? ended, int? page, HttpContext context, CarryOutsPage carryOuts) => carryOuts.ShowAsync(ended is not null, page ?? 1, context));

    internal static string PathOf(string engagement) => $"/engagements/{engagement}/carry-outs";

    /// <summary>What waits for a decision of this person, who may hold several duties.</summary>
    internal static IReadOnlyList<CarryOutRow> Awaiting(Membership at, IEnumerable<CarryOutRow> rows, DateTimeOffset now)
    {
        Role[] duties = [.. new[] { Role.InformationManager, Role.Approver, Role.ProjectManager }.Where(role => at.Person.Holds(role, now))];
        return duties.Length == 0 ? [] : [.. rows.Where(row => row.Awaited.Any(duties.Contains))];
    }

    private async Task<IResult> ShowAsync(bool ended, int page, HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        if (page is < 1 or > 100_000) return Faults.NotFound(frame);

        var rows = await CarryOutTable.ReadAsync(database, at.Id, ended, (page - 1) * Most, Most + 1, context.RequestAborted);
        return Page.Of<CarryOutsView>(new
        {
            Frame = frame,
            Engagement = at.Id,
            Awaiting = ended ? [] : Awaiting(at, await CarryOutTable.AwaitingAsync(database, at.Id, context.RequestAborted), frame.Now),
            Rows = (IReadOnlyList<CarryOutRow>)[.. rows.Take(Most)],
            HasMore = rows.Count > Most,
            Number = page,
            IsEnded = ended,
            Series = (IReadOnlyList<string>)[.. at.Facts.Series.Values.Where(series => ApplyChoices.IsOpen(at, series, frame.Now)).Select(series => series.Id.Value).Order(StringComparer.Ordinal)],
            SeriesAwaiting = at.Facts.Series.Values.Count(series => SeriesPage.Awaited(at, series, frame.Now) is not null),
            MayApply = at.Person.Holds(Role.ProjectManager, frame.Now),
            Zone = at.Facts.Founding?.Zone,
        });
    }
}
