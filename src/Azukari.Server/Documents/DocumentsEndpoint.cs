using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Protocol.Documents;
using Azukari.Server.Ledger;
using Azukari.Server.Transport;
using Microsoft.AspNetCore.Mvc;

namespace Azukari.Server.Documents;

/// <summary>The documents that offices know, as pages, and the registers among them as spreadsheets.</summary>
internal sealed class DocumentsEndpoint(ParticularTable particulars, PaperShelf papers, Settings settings)
{
    internal static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/documents/{kind}", (string engagement, string kind, string? about, string? lang, HttpContext context, DocumentsEndpoint documents) => documents.PageAsync(engagement, kind, about, lang, context))
            .WithName("ReadDocument").WithSummary("application, reentrustment, label, carry-outs, media or people as a page; about names the carry-out or the organisation")
            .Produces<string>(200, "text/html").ProducesProblem(404);
        group.MapGet("/registers/{kind}", (string engagement, string kind, string? lang, [FromQuery(Name = "encoding")] string? encoding, HttpContext context, DocumentsEndpoint documents) =>
                documents.SheetAsync(engagement, kind, lang, encoding, context))
            .WithName("ReadRegister").WithSummary("carry-outs, media or people as CSV in utf-8 or cp932").Produces<byte[]>(200, "text/csv").ProducesProblem(404).ProducesProblem(422);
    }

    private async Task<IResult> PageAsync(string engagement, string kind, string? about, string? lang, HttpContext context) =>
        await MakeAsync(engagement, kind, about, context) is { } document
            ? Results.Text(DocumentPage.Write(document, lang != "en"), "text/html; charset=utf-8")
            : Problems.NotFound;

    private async Task<IResult> SheetAsync(string engagement, string kind, string? lang, string? encoding, HttpContext context)
    {
        if (DocumentNames.EncodingOf(encoding ?? "utf-8") is not { } known || await MakeAsync(engagement, kind, null, context) is not { } document) return Problems.NotFound;
        if (document.Parts is not [Part.Rows rows]) return Problems.NotFound;

        var (file, findings) = RegisterCsv.Write(rows, lang != "en", known);
        return findings.IsEmpty ? Results.Bytes(file, known == OfficeEncoding.Utf8 ? "text/csv; charset=utf-8" : "text/csv; charset=shift_jis") : Problems.NotHeld(findings);
    }

    private async Task<Document?> MakeAsync(string engagement, string name, string? about, HttpContext context)
    {
        if (DocumentNames.KindOf(name) is not { } kind) return null;

        var (facts, found) = (Admitted.Of(context).Facts, ImmutableDictionary<Digest, byte[]>.Empty);
        foreach (var digest in DocumentSources.PapersOf(kind, facts, about))
            if (await papers.FindAsync(engagement, digest, context.RequestAborted) is { } paper) found = found.SetItem(digest, paper);

        // Without a public name there is no address to which a label could lead, and so no label.
        var print = settings.Origin is { } origin ? new LabelPrint(origin, SymbolDrawing.ForLabels) : null;

        return new DocumentSources(facts, await particulars.ReadAsync(engagement, context.RequestAborted), found, print).Make(kind, about);
    }
}
