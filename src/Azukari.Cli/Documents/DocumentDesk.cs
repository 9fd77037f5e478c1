using System.Collections.Immutable;
using Azukari.Cli.Carriers;
using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Protocol.Documents;
using Azukari.Protocol.Signatures;

namespace Azukari.Cli.Documents;

/// <summary>Makes documents from the record replayed here. The service adds names and papers, which permit nothing; without it documents show codes.</summary>
internal static class DocumentDesk
{
    internal const int MostNamesBytes = 4 * 1024 * 1024;

    internal static DocumentKind KindOf(string name) => DocumentNames.KindOf(name)
        ?? throw StopException.BadInput($"そのような書類はありません: {name}", $"there is no document '{name}'", $"次のいずれかです: {Known}", $"One of: {Known}");

    internal static async Task<Document> MakeAsync(Exchange exchange, DocumentKind kind, string? about, WebOrigin? origin, CancellationToken cancellation)
    {
        var papers = ImmutableDictionary<Digest, byte[]>.Empty;
        foreach (var digest in DocumentSources.PapersOf(kind, exchange.Desk.Facts, about))
            if (await PaperAsync(exchange, digest, cancellation) is { } paper) papers = papers.SetItem(digest, paper);

        var names = exchange.IsOnline ? Particulars.Read(await exchange.GetAsync("particulars", cancellation), MostNamesBytes) : Particulars.Nothing;
        var print = origin is null ? null : new LabelPrint(origin, SymbolDrawing.ForLabels);
        return new DocumentSources(exchange.Desk.Facts, names, papers, print).Make(kind, about)
            ?? throw StopException.BadInput("記録にないものについての書類です。", "the record knows nothing of what the document is about", "--about に持出番号又は組織番号を指定してください。ラベルは封緘の後に作れます。", "Name the carry-out or the organisation with --about. A label is made after sealing.");
    }

    /// <summary>An erased paper is no fault: the document says that it is gone.</summary>
    private static async Task<byte[]?> PaperAsync(Exchange exchange, Digest digest, CancellationToken cancellation)
    {
        if (exchange.Desk.Paper(digest) is { } here) return here;

        try
        {
            return exchange.IsOnline ? await exchange.PaperAsync(digest, cancellation) : null;
        }
        catch (StopException gone) when (gone.Why.Any(why => why.Code == "urn:azukari:not-found"))
        {
            return null;
        }
    }

    private static string Known => string.Join(' ', DocumentNames.Kinds.Keys);
}
