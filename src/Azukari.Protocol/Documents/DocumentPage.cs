using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Azukari.Protocol.Incidents;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>A document as one page of HTML, in one language: no script, nothing that is loaded from anywhere, legible on paper.</summary>
public static class DocumentPage
{
    // A register with more columns than this is unreadable as one table, on a screen and on A4; each of its rows becomes a sheet.
    private const int WidestTable = 16;

    private static readonly string Sheet = Encoding.UTF8.GetString(Embedded.Bytes("documents/document.css")).ReplaceLineEndings("\n");

    /// <summary>The hash source by which a content security policy lets exactly our style sheet through.</summary>
    public static string StyleSource { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)))}'";

    /// <summary>The page.</summary>
    public static string Write(Document document, bool japanese)
    {
        Html page = $"""
            <!doctype html>
            <html lang="{(japanese ? "ja" : "en")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src {StyleSource}"><meta name="robots" content="noindex">
            <title>{document.Title.In(japanese)}</title><style>{Styles()}</style></head>
            <body><main><h1>{document.Title.In(japanese)}</h1>
            {(document.Origin.IsEmpty ? Html.Nothing : $"<ul class=\"origin\">{document.Origin.Select(line => (Html)$"<li>{line.In(japanese)}</li>")}</ul>\n")}{document.Parts.Select(part => Of(part, japanese))}</main>
            {(document.Origin.IsEmpty ? Html.Nothing : $"<footer><p>{Note.In(japanese)}</p></footer>")}</body></html>

            """;
        return page.ToString();
    }

    /// <summary>What the marks beside values mean.</summary>
    public static Words Note => new(
        "「測定」は機器が測った値、「申告」は裏付けのない申告です。印のないものは署名された記録によります。「記録なし」は、この記録が知らないことを示します。",
        "“measured”: a machine measured it; “declared”: nothing evidences it. What has no mark follows from signed entries. “Not in the record” is what this record does not know.");

    private static Html Of(Part part, bool japanese) => part switch
    {
        Part.Fields fields => $"<section><h2>{part.Heading.In(japanese)}</h2>{FieldTable(fields.All, null, japanese)}</section>\n",
        Part.Card card => CardPage.Of(card),
        Part.Rows { All: [] } => $"<section><h2>{part.Heading.In(japanese)}</h2><p class=\"empty\">{new Words("登録はありません。", "Nothing is registered.").In(japanese)}</p></section>\n",
        Part.Rows { Columns.Length: > WidestTable } rows => $"<section><h2>{part.Heading.In(japanese)}</h2>{rows.All.Select((row, index) => Sheets(rows, row, index + 1, japanese))}</section>\n",
        Part.Rows rows => $"<section><h2>{part.Heading.In(japanese)}</h2><div class=\"wide\"><table class=\"rows\">{Head(rows.Columns, japanese)}<tbody>{rows.All.Select(row => Row(rows.Columns, row, japanese))}</tbody></table></div></section>\n",
        _ => throw new System.Diagnostics.UnreachableException(part.GetType().Name),
    };

    private static Html Sheets(Part.Rows rows, ImmutableArray<FormValue> row, int number, bool japanese) =>
        FieldTable([.. rows.Columns.Zip(row, (column, value) => new FormField(column.Key, column.Label, value))], $"{rows.Heading.In(japanese)} {number}", japanese);

    private static Html FieldTable(ImmutableArray<FormField> fields, string? caption, bool japanese) => $"""
        <table class="fields{(caption is null ? "" : " one")}">{(caption is null ? Html.Nothing : $"<caption>{caption}</caption>")}<tbody>
        {fields.Select(field => (Html)$"<tr data-field=\"{field.Key}\"><th scope=\"row\">{field.Label.In(japanese)}</th><td class=\"value\">{Value(field.Value, japanese)}</td></tr>\n")}</tbody></table>

        """;

    private static Html Head(ImmutableArray<FormColumn> columns, bool japanese) =>
        $"<thead><tr>{columns.Select(column => (Html)$"<th scope=\"col\">{column.Label.In(japanese)}</th>")}</tr></thead>";

    private static Html Row(ImmutableArray<FormColumn> columns, ImmutableArray<FormValue> row, bool japanese) =>
        $"<tr>{columns.Zip(row, (column, value) => (Html)$"<td class=\"value\" data-field=\"{column.Key}\">{Value(value, japanese)}</td>")}</tr>\n";

    private static Html Value(FormValue value, bool japanese)
    {
        var lines = value.Lines.Reveal("written onto the document's page").Select(line => (Html)$"<p>{line.In(japanese)}</p>");
        if (GroundWording.Absent(value.Ground) is { } absent) return $"<p class=\"unknown\">{absent.In(japanese)}</p>{lines}";
        if (GroundWording.Mark(value.Ground) is { } mark) return $"{lines}<span class=\"mark\">{mark.In(japanese)}</span>";
        return $"{lines}";
    }

    /// <summary>Our own sheet, which holds nothing that markup could mistake.</summary>
    private static Html Styles()
    {
        var styles = new Html(Sheet.Length, 0);
        styles.AppendLiteral(Sheet);
        return styles;
    }
}
