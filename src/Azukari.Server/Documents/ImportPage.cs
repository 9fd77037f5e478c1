using System.Text;
using Azukari.Domain;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Extraction.Csv;
using Azukari.Protocol.Documents;
using Azukari.Protocol.Documents.Import;
using Azukari.Server.Catalogue;
using Azukari.Server.Engagements;
using Azukari.Server.Pages;
using Azukari.Server.People;

namespace Azukari.Server.Documents;

/// <summary>台帳の取込み: what a spreadsheet would do, or everything that is wrong with it. Nothing is kept of the file; each act is signed on its own page, and what the record says already is left out.</summary>
internal sealed class ImportPage(FrontDoor door)
{
    /// <summary>What spreadsheets can be brought in here. Names and titles are noted by the command line: they are about people, and lie in erasable rows.</summary>
    private static readonly ImportKind[] Kinds = [ImportKind.People, ImportKind.Datasets, ImportKind.Sites, ImportKind.Media];

    internal static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/engagements/{engagement}/register/import/{kind}", (string kind, HttpContext context, ImportPage page) => page.Show(kind, context));
        pages.MapPost("/engagements/{engagement}/register/import/{kind}", (string kind, HttpContext context, ImportPage page) => page.ReadAsync(kind, context));
    }

    internal static string PathOf(string engagement, ImportKind kind) => RegisterPage.PathOf(engagement, $"import/{NameOf(kind)}");

    private IResult Show(string kind, HttpContext context) => KindOf(kind) is { } known ? Render(context, known, null, StatusCodes.Status200OK) : Faults.NotFound(door.Frame(context));

    private async Task<IResult> ReadAsync(string kind, HttpContext context)
    {
        if (KindOf(kind) is not { } known) return Faults.NotFound(door.Frame(context));
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files["file"] is not { Length: > 0 } file) return Render(context, known, null, StatusCodes.Status422UnprocessableEntity);

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, context.RequestAborted);
        var imported = OfficeText.Read(bytes.ToArray()) is { } read && CsvSheet.Read(Encoding.UTF8.GetBytes(read.Text)) is var sheet
            ? SheetReader.Read(known, new(sheet.Rows, sheet.BrokenAt), Visit.Of(context).At!.Facts)
            : SheetReader.NotText();
        return Render(context, known, imported, imported.Findings.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private IResult Render(HttpContext context, ImportKind kind, Imported? imported, int status)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        return Page.Of<ImportView>(new { Frame = frame with { Path = PathOf(at.Id, kind) }, Engagement = at.Id, at.Facts, Kind = kind, Imported = imported, IsMissing = imported is null && status != StatusCodes.Status200OK }, status);
    }

    /// <summary>The page on which this act stands filled in, to be signed.</summary>
    internal static string PathOf(string engagement, Engagement facts, Act act)
    {
        string Day(DateTimeOffset at) => CivilDay.Text(facts, at);
        return act switch
        {
            RegisterSite site => SitePage.PathOf(engagement, site),
            CatalogueDataset dataset => DatasetPage.PathOf(engagement, dataset),
            AppointRole duty => $"{PersonPage.PathOf(engagement, duty.Person.Value, "appoint")}&role={duty.Role}&until={Day(duty.Until)}{(duty.From is { } from ? $"&from={Day(from)}" : "")}{(duty.Deputises is { } whom ? $"&deputises={whom}" : "")}",
            RecordTraining course => $"{PersonPage.PathOf(engagement, course.Person.Value, "train")}&from={Day(course.Completed)}&until={Day(course.Expires)}",
            _ => ListPage.PathOf(engagement),
        };
    }

    private static ImportKind? KindOf(string name) => Kinds.Cast<ImportKind?>().FirstOrDefault(kind => NameOf(kind!.Value) == name);

    private static string NameOf(ImportKind kind) => kind.ToString().ToLowerInvariant();
}
