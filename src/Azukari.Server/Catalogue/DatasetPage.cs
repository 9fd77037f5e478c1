using System.Collections.Immutable;
using System.Globalization;
using Azukari.Domain;
using Azukari.Domain.Catalogue;
using Azukari.Server.Engagements;
using Azukari.Server.Pages;
using Azukari.Server.Statements;

namespace Azukari.Server.Catalogue;

/// <summary>データセットの登録: its fields with their classes, anew or as it was signed last, since every class lapses with the fiscal year (R6, R8).</summary>
internal sealed class DatasetPage(FrontDoor door)
{
    /// <summary>Rows that a page has beyond those that are filled, and the most it has.</summary>
    private const int Spare = 6, Most = 200;

    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/engagements/{engagement}/register/catalogue/dataset", (string? like, HttpContext context, DatasetPage page) => page.Show(like, context));

    internal static string PathOf(string engagement, string like = "") => $"{RegisterPage.PathOf(engagement, "catalogue/dataset")}{(like.Length > 0 ? $"?like={like}" : "")}";

    /// <summary>The page with this act in its fields.</summary>
    internal static string PathOf(string engagement, CatalogueDataset act) => PathOf(engagement)
        + $"?dataset={act.Dataset}&unit={act.Unit}&key={act.Fields.Select(field => field.Name).ToList().IndexOf(act.PersonKey).ToString(CultureInfo.InvariantCulture)}"
        + string.Concat(act.Fields.Select(field => $"&name={Uri.EscapeDataString(field.Name)}&class={field.Class}"));

    private IResult Show(string? like, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        var known = like is not null && Code.IsValid(like) ? at.Facts.Catalogue.GetValueOrDefault(new(like)) : null;
        var fields = DatasetFields.Of(context.Request.Query, known);
        return Page.Of<DatasetView>(new
        {
            Frame = frame,
            At = new Place(at.Id, at.Facts),
            Credential = visit.Passkey.Id,
            Fields = fields,
            Rows = Math.Min(fields.Rows.Length + Spare, Most),
            Asked = fields.Read() is { } act ? Asked.Of(at.Facts, at.Person, act, at.Now) : null,
        });
    }
}

/// <summary>A dataset as it was typed.</summary>
/// <param name="Dataset">Its name.</param>
/// <param name="Unit">What a row stands for.</param>
/// <param name="Key">Which row identifies a person, from 0.</param>
/// <param name="Rows">The fields, blank rows left out.</param>
public sealed record DatasetFields(string Dataset, DatasetUnit Unit, int Key, ImmutableArray<Field> Rows)
{
    private const int Longest = 64, Most = 200;

    internal static DatasetFields Of(IQueryCollection query, CatalogueDataset? known)
    {
        if (known is not null) return new(known.Dataset.Value, known.Unit, known.Fields.Select(field => field.Name).ToList().IndexOf(known.PersonKey), known.Fields);

        var (names, classes) = (query["name"], query["class"]);
        var typed = Enumerable.Range(0, Math.Min(Math.Min(names.Count, classes.Count), Most))
            .Select(n => (At: n, Field: new Field((names[n] ?? "").Trim(), Enum.TryParse<FieldClass>(classes[n], out var of) && Enum.IsDefined(of) ? of : FieldClass.Identifier))).Where(row => row.Field.Name.Length is > 0 and <= Longest).ToArray();
        var marked = int.TryParse(query["key"], NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : 0;
        return new(
            query["dataset"] is [{ } name] ? name.Trim() : "", Enum.TryParse<DatasetUnit>(query["unit"], out var unit) && Enum.IsDefined(unit) ? unit : DatasetUnit.People,
            Math.Max(0, Array.FindIndex(typed, row => row.At == marked)), [.. typed.Select(row => row.Field)]);
    }

    /// <summary>The act; null while it has no name or no field.</summary>
    internal CatalogueDataset? Read() => Code.IsValid(Dataset) && !Rows.IsEmpty ? new(new(Dataset), Unit, Rows[Math.Clamp(Key, 0, Rows.Length - 1)].Name, Rows) : null;
}
