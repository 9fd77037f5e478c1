using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Catalogue;
using Azukari.Server.Engagements;
using Azukari.Server.Pages;
using Azukari.Server.Statements;

namespace Azukari.Server.Catalogue;

/// <summary>目的別ひな型: the catalogued fields that a purpose needs, ticked, until a day of the fiscal year (R8).</summary>
internal sealed class TemplatePage(FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/engagements/{engagement}/register/catalogue/template", (string? like, HttpContext context, TemplatePage page) => page.Show(like, context));

    internal static string PathOf(string engagement, string like = "") => $"{RegisterPage.PathOf(engagement, "catalogue/template")}{(like.Length > 0 ? $"?like={like}" : "")}";

    private IResult Show(string? like, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        var query = context.Request.Query;
        var known = like is not null && Code.IsValid(like) ? at.Facts.Templates.GetValueOrDefault(new(like)) : null;
        var name = known?.Template.Value ?? (query["template"] is [{ } typed] ? typed.Trim() : "");
        var chosen = (known is null ? query["field"].OfType<string>() : known.Needs.SelectMany(need => need.Fields.Select(field => $"{need.Dataset}/{field}"))).ToHashSet(StringComparer.Ordinal);
        var until = query["until"] is [{ } day] ? day : CivilDay.Text(at.Facts, at.Facts.Calendar.FiscalYearEnd(at.Now));

        // In the catalogue's order: what is ticked and stands in no dataset is nothing.
        ImmutableArray<FieldSelection> needs =
        [
            .. at.Facts.Catalogue.Values.OrderBy(dataset => dataset.Dataset.Value, StringComparer.Ordinal)
                .Select(dataset => new FieldSelection(dataset.Dataset, [.. dataset.Fields.Select(field => field.Name).Where(field => chosen.Contains($"{dataset.Dataset}/{field}"))]))
                .Where(need => !need.Fields.IsEmpty),
        ];
        return Page.Of<TemplateView>(new
        {
            Frame = frame,
            At = new Place(at.Id, at.Facts),
            Credential = visit.Passkey.Id,
            Name = name,
            Chosen = chosen,
            Until = until,
            Asked = Code.IsValid(name) && !needs.IsEmpty && CivilDay.Of(until) is { } last ? Asked.Of(at.Facts, at.Person, new SignTemplate(new(name), needs, CivilDay.End(at.Facts, last)), at.Now) : null,
        });
    }
}
