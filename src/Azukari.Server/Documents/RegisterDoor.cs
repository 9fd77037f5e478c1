using Azukari.Server.Pages;

namespace Azukari.Server.Documents;

/// <summary>The documents that offices know, for whoever is signed in: to print, and the registers as spreadsheets.</summary>
internal sealed class RegisterDoor(DocumentsEndpoint documents, FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/engagements/{engagement}/documents/{kind}", (string kind, string? about, string? lang, HttpContext context, RegisterDoor register) => register.PrintAsync(kind, about, lang, context));
        pages.MapGet("/engagements/{engagement}/registers/{kind}", (string kind, string? lang, string? encoding, HttpContext context, RegisterDoor register) => register.SheetAsync(kind, lang, encoding, context));
    }

    internal static string DocumentOf(string engagement, string kind, bool japanese) => $"/engagements/{engagement}/documents/{kind}?lang={(japanese ? "ja" : "en")}";

    internal static string SheetOf(string engagement, string kind, bool japanese) => $"/engagements/{engagement}/registers/{kind}?lang={(japanese ? "ja" : "en")}";

    private async Task<IResult> PrintAsync(string kind, string? about, string? lang, HttpContext context)
    {
        var at = Visit.Of(context).At!;
        return await documents.PrintAsync(at.Id, at.Facts, kind, about, lang, context.RequestAborted) ?? Faults.NotFound(door.Frame(context));
    }

    private async Task<IResult> SheetAsync(string kind, string? lang, string? encoding, HttpContext context)
    {
        var at = Visit.Of(context).At!;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{at.Id}-{(kind.All(char.IsAsciiLetterLower) ? kind : "register")}.csv\"";
        if (await documents.SheetAsync(at.Id, at.Facts, kind, lang, encoding, context.RequestAborted) is { } sheet) return sheet;

        context.Response.Headers.Remove("Content-Disposition");
        return Faults.NotFound(door.Frame(context));
    }
}
