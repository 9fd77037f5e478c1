using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Server.Pages;
using Azukari.Server.Statements;

namespace Azukari.Server.Applications;

/// <summary>包括承認: what is carried out every week is approved once a quarter (R9). It is asked for from a carry-out that has been done, whose text and fields it takes over.</summary>
internal sealed class SeriesPage(FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/engagements/{engagement}/series", (HttpContext context, SeriesPage page) => page.List(context));
        pages.MapGet("/engagements/{engagement}/series/{id}", (string id, string? act, HttpContext context, SeriesPage page) => page.Show(id, act, context));
        pages.MapGet("/engagements/{engagement}/carry-outs/{id}/series", (string id, string? series, string? most, string? quarter, HttpContext context, SeriesPage page) => page.Ask(id, series, most, quarter, context));
    }

    internal static string PathOf(string engagement, string id = "") => $"/engagements/{engagement}/series{(id.Length > 0 ? "/" : "")}{id}";

    internal static string AskPathOf(string engagement, string carryOut) => $"{Custody.CarryOutPage.PathOf(engagement, carryOut)}/series";

    /// <summary>What of it waits for this person's decision.</summary>
    internal static Act? Awaited(Membership at, Series series, DateTimeOffset now) => series switch
    {
        { Ended: not null } or { Approved: not null } => null,
        { Endorsed: null } => at.Person.Holds(Role.InformationManager, now) ? new EndorseSeries(series.Id) : null,
        _ => at.Person.Holds(Role.Approver, now) ? new ApproveSeries(series.Id) : null,
    };

    private IResult List(HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        var rows = at.Facts.Series.Values.OrderByDescending(series => series.Asked.At).Select(series => new SeriesRow(series, Awaited(at, series, frame.Now) is not null, ApplyChoices.IsOpen(at, series, frame.Now))).ToArray();
        return Page.Of<SeriesListView>(new { Frame = frame, Engagement = at.Id, Rows = (IReadOnlyList<SeriesRow>)rows, MayApply = at.Person.Holds(Role.ProjectManager, frame.Now) });
    }

    private IResult Show(string id, string? act, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        if (!Code.IsValid(id) || at.Facts.Series.GetValueOrDefault(new(id)) is not { } series) return Faults.NotFound(frame);

        var now = at.Now;
        var isEnd = act == "end" && series.Ended is null;
        var decided = isEnd ? new EndSeries(series.Id) : Awaited(at, series, now);
        var asked = decided is null ? null : Asked.Of(at.Facts, at.Person, decided, now);
        return Page.Of<SeriesView>(new { Frame = frame, Engagement = at.Id, at.Facts, Credential = visit.Passkey.Id, Series = series, Asked = asked, IsEnd = isEnd });
    }

    private IResult Ask(string id, string? name, string? most, string? quarter, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        if (at.Find(id) is not { Plan.Template: { } template } like) return Faults.NotFound(frame);

        var now = at.Now;
        var fields = SeriesFields.Of(at.Facts, name, most, quarter, now);
        var plan = like.Plan;
        var scope = fields.Read() is { } read ? new SeriesScope(template, plan.TextDigest, plan.Data, plan.Source, plan.Destination, plan.Method, read.Most, read.Year, read.Quarter) : null;
        var asked = scope is null ? null : Asked.Of(at.Facts, at.Person, new AskSeries(new(fields.Name), scope), now);
        return Page.Of<SeriesAskView>(new { Frame = frame, Engagement = at.Id, at.Facts, Credential = visit.Passkey.Id, Like = like, Fields = fields, Asked = asked });
    }
}

/// <summary>A series as one person sees it.</summary>
/// <param name="Series">The series.</param>
/// <param name="IsAwaited">Whether it waits for this person's decision.</param>
/// <param name="IsOpen">Whether a carry-out can be asked for under it now.</param>
public sealed record SeriesRow(Series Series, bool IsAwaited, bool IsOpen);
