using System.Globalization;
using Azukari.Server.Pages;
using Azukari.Server.Storage;

namespace Azukari.Server.Ledger;

/// <summary>The whole record, newest first, for whoever audits it: filtered by kind, person, carry-out and days; and what was refused (R29).</summary>
internal sealed class RecordPage(Database database, RecordRows rows, CosignatureStore cosignatures, FrontDoor door)
{
    private const int PageSize = 20, MostRefusals = 50;

    internal static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/engagements/{engagement}/record", (HttpContext context, RecordPage page) => page.SearchAsync(context));
        pages.MapGet("/engagements/{engagement}/record/{seq}", (string seq, HttpContext context, RecordPage page) => page.ShowAsync(seq, context));
    }

    internal static string PathOf(string engagement) => $"/engagements/{engagement}/record";

    internal static string PathOf(string engagement, string carryOut) => $"{PathOf(engagement)}?carry-out={carryOut}";

    internal static string PathOf(string engagement, long seq) => $"{PathOf(engagement)}/{seq.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A place as an address names it, or null.</summary>
    internal static long? PlaceOf(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;

    private async Task<IResult> SearchAsync(HttpContext context)
    {
        var (at, frame, filter) = (Visit.Of(context).At!, door.Frame(context), RecordFilter.Of(context.Request.Query));
        var search = filter.SearchIn(at.Facts);
        var found = filter.IsSound ? await EntryTable.SearchAsync(database, at.Id, search, PageSize + 1, context.RequestAborted) : [];
        var refused = filter.IsSound && filter.Before is null ? await RefusalTable.NewestAsync(database, at.Id, search, MostRefusals, context.RequestAborted) : [];
        return Page.Of<RecordView>(new
        {
            Frame = frame,
            Engagement = at.Id,
            at.Facts,
            Filter = filter,
            Rows = found.Take(PageSize).Select(rows.Of).ToArray(),
            HasMore = found.Count > PageSize,
            Refused = refused,
            Witnessed = await cosignatures.WitnessedAsync(at.Id, context.RequestAborted),
        }, filter.IsSound ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> ShowAsync(string seq, HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        if (PlaceOf(seq) is not { } place || await EntryTable.FindAsync(database, at.Id, place, context.RequestAborted) is not { } bytes) return Faults.NotFound(frame);

        return Page.Of<EntryView>(new { Frame = frame, Engagement = at.Id, at.Facts, Row = rows.Of(bytes), Bytes = bytes, Witnessed = await cosignatures.WitnessedAsync(at.Id, context.RequestAborted) });
    }
}
