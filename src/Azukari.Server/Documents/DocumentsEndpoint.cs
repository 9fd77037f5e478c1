using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Documents;
using Azukari.Server.Ledger;
using Azukari.Server.Pages;
using Azukari.Server.Transport;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Azukari.Server.Documents;

/// <summary>The documents that offices know, as pages, and the registers among them as spreadsheets.</summary>
internal sealed class DocumentsEndpoint(ParticularTable particulars, PaperShelf papers, FrontDoor door, Settings settings)
{
    /// <summary>A year's register is megabytes: made by more at once than there are processors it would be there no sooner, and fill the memory.</summary>
    private static readonly SemaphoreSlim Press = new(Environment.ProcessorCount);

    internal static void Map(RouteGroupBuilder whole)
    {
        var group = whole.MapGroup("").AddEndpointFilter(TakeTurnAsync);
        group.MapGet("/documents/{kind}", (string engagement, string kind, string? about, string? lang, HttpContext context, DocumentsEndpoint documents) => documents.PageAsync(engagement, kind, about, lang, context))
            .WithName("ReadDocument").WithSummary("application, reentrustment, label, carry-outs, media or people as a page; about names the carry-out or the organisation")
            .Produces<string>(200, "text/html").ProducesProblem(404);
        group.MapGet("/registers/{kind}", (string engagement, string kind, string? lang, [FromQuery(Name = "encoding")] string? encoding, HttpContext context, DocumentsEndpoint documents) =>
                documents.SheetAsync(engagement, Admitted.Of(context).Facts, kind, lang != "en", encoding, context.RequestAborted))
            .WithName("ReadRegister").WithSummary("carry-outs, media or people as CSV in utf-8 or cp932").Produces<byte[]>(200, "text/csv").ProducesProblem(404).ProducesProblem(422);
    }

    /// <summary>The same documents for whoever is signed in, to print.</summary>
    internal static void MapPages(RouteGroupBuilder whole)
    {
        var pages = whole.MapGroup("").AddEndpointFilter(TakeTurnAsync);
        pages.MapGet("/engagements/{engagement}/documents/{kind}", (string kind, string? about, HttpContext context, DocumentsEndpoint documents) => documents.PrintAsync(kind, about, context));
        pages.MapGet("/engagements/{engagement}/registers/{kind}", (string kind, string? encoding, HttpContext context, DocumentsEndpoint documents) => documents.TakeAsync(kind, encoding, context));
    }

    private static async ValueTask<object?> TakeTurnAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        await Press.WaitAsync(context.HttpContext.RequestAborted);
        try
        {
            return await next(context);
        }
        finally
        {
            Press.Release();
        }
    }

    /// <summary>A register as a spreadsheet, in the language of the pages.</summary>
    internal static string SheetOf(string engagement, DocumentKind kind) => $"/engagements/{engagement}/registers/{NameOf(kind)}";

    internal static string PathOf(string engagement, DocumentKind kind, string about) =>
        $"/engagements/{engagement}/documents/{NameOf(kind)}?about={about}";

    private static string NameOf(DocumentKind kind) => DocumentNames.Kinds.Single(known => known.Value == kind).Key;

    private async Task<IResult> PrintAsync(string kind, string? about, HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        return await MakeAsync(at.Id, at.Facts, kind, about, context.RequestAborted) is { } document ? Results.Text(DocumentPage.Write(document, frame.Japanese), "text/html; charset=utf-8") : Faults.NotFound(frame);
    }

    private async Task<IResult> PageAsync(string engagement, string kind, string? about, string? lang, HttpContext context) =>
        await MakeAsync(engagement, Admitted.Of(context).Facts, kind, about, context.RequestAborted) is { } document
            ? Results.Text(DocumentPage.Write(document, lang != "en"), "text/html; charset=utf-8")
            : Problems.NotFound;

    private async Task<IResult> TakeAsync(string kind, string? encoding, HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        return await SheetAsync(at.Id, at.Facts, kind, frame.Japanese, encoding, context.RequestAborted) switch
        {
            FileContentHttpResult sheet => Results.Bytes(sheet.FileContents.ToArray(), sheet.ContentType, $"{at.Id}-{kind}.csv"),
            var problem => Faults.Of(frame, problem),
        };
    }

    private async Task<IResult> SheetAsync(string engagement, Engagement facts, string kind, bool japanese, string? encoding, CancellationToken cancellation)
    {
        if (DocumentNames.EncodingOf(encoding ?? "utf-8") is not { } known || await MakeAsync(engagement, facts, kind, null, cancellation) is not { } document) return Problems.NotFound;
        if (document.Parts is not [Part.Rows rows]) return Problems.NotFound;

        var (file, findings) = RegisterCsv.Write(rows, japanese, known);
        return findings.IsEmpty ? Results.Bytes(file, known == OfficeEncoding.Utf8 ? "text/csv; charset=utf-8" : "text/csv; charset=shift_jis") : Problems.NotHeld(findings);
    }

    private async Task<Document?> MakeAsync(string engagement, Engagement facts, string name, string? about, CancellationToken cancellation)
    {
        if (DocumentNames.KindOf(name) is not { } kind) return null;

        var found = ImmutableDictionary<Digest, byte[]>.Empty;
        foreach (var digest in DocumentSources.PapersOf(kind, facts, about))
            if (await papers.FindAsync(engagement, digest, cancellation) is { } paper) found = found.SetItem(digest, paper);

        // Without a public name there is no address to which a label could lead, and so no label.
        var print = settings.Origin is { } origin ? new LabelPrint(origin, SymbolDrawing.ForLabels) : null;

        return new DocumentSources(facts, await particulars.ReadAsync(engagement, cancellation), found, print).Make(kind, about);
    }
}
