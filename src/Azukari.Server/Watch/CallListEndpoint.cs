using System.Text;
using Azukari.Domain.Watch;
using Azukari.Protocol.Documents;
using Azukari.Protocol.Wording;
using Azukari.Server.People;
using Azukari.Server.Storage;
using Azukari.Server.Transport;

namespace Azukari.Server.Watch;

/// <summary>緊急連絡表 for the wall: whom to call, in which order, by day, by night and at weekends (R15). For people of the engagement; it has names and numbers.</summary>
internal sealed class CallListEndpoint(Database database, TimeProvider clock)
{
    // A page that is printed and hangs on a wall has no server to ask for a style.
    private const string Style = "body{font-family:sans-serif;margin:12mm}table{border-collapse:collapse;width:100%}td,th{border:1px solid;padding:2mm;text-align:left;vertical-align:top}h2{margin-top:8mm}@page{size:A4 landscape}";

    internal static void Map(RouteGroupBuilder group) => group
        .MapGet("/call-list", (string engagement, string? lang, string? format, HttpContext context, CallListEndpoint lists) => lists.ShowAsync(engagement, lang != "en", format == "html", Admitted.Of(context), context.RequestAborted))
        .WithName("ReadCallList").WithSummary("The call lists for printing: lang=ja|en, format=text|html").Produces<string>(200, "text/plain").Produces<string>(200, "text/html").ProducesProblem(403);

    private async Task<IResult> ShowAsync(string engagement, bool japanese, bool html, Admitted admitted, CancellationToken cancellation)
    {
        if (admitted.Facts.People.Values.All(person => person.Key.Id.Value != admitted.KeyId)) return Problems.NotYours;

        var contacts = (await ContactTable.AllAsync(database, engagement, cancellation)).ToDictionary(contact => contact.Person);
        var sheets = admitted.Facts.CallLists.Values.OrderBy(list => list.Organisation.Value, StringComparer.Ordinal)
            .Select(list => (Organisation: list.Organisation.Value, Columns: new[] { CallColumn.Day, CallColumn.Night, CallColumn.Holiday }.Select(column => (WatchWording.Of(column).In(japanese), Names(list, column, contacts))).ToArray()))
            .ToArray();
        var title = japanese ? $"緊急連絡表 {engagement}" : $"Call list {engagement}";
        var asOf = InstantWording.Of(clock.GetUtcNow(), admitted.Facts.Founding?.Zone).In(japanese) + (japanese ? " 現在" : "");

        return html ? Results.Text(Page(title, asOf, japanese, sheets).ToString(), "text/html; charset=utf-8") : Results.Text(Plain(title, asOf, sheets), "text/plain; charset=utf-8");
    }

    private static string[] Names(SetCallList list, CallColumn column, Dictionary<string, Contact> contacts) =>
    [
        .. (column switch { CallColumn.Day => list.Day, CallColumn.Night => list.Night, CallColumn.Holiday => list.Holiday })
            .Select((person, n) => $"{n + 1}. {(contacts.TryGetValue(person.Value, out var contact) ? InFull(contact) : person.Value)}"),
    ];

    private static string InFull(Contact contact) => string.Join("  ", new[]
    {
        contact.Name.Reveal("the printed call list"), contact.Telephone.Reveal("the printed call list"), contact.Mail.Reveal("the printed call list"), $"({contact.Person})",
    }.Where(part => part.Length > 0));

    private static string Plain(string title, string asOf, IEnumerable<(string Organisation, (string Column, string[] Names)[] Columns)> sheets)
    {
        var text = new StringBuilder($"{title}\n{asOf}\n");
        foreach (var (organisation, columns) in sheets)
        {
            text.Append('\n').Append(organisation).Append('\n');
            foreach (var (column, names) in columns) text.Append("  ").Append(column).Append('\n').AppendJoin('\n', names.Select(name => $"    {name}")).Append('\n');
        }

        return text.ToString();
    }

    private static Html Page(string title, string asOf, bool japanese, IEnumerable<(string Organisation, (string Column, string[] Names)[] Columns)> sheets) => $"""
        <!doctype html>
        <html lang="{(japanese ? "ja" : "en")}"><head><meta charset="utf-8"><title>{title}</title><style>{Style}</style></head>
        <body><h1>{title}</h1><p>{asOf}</p>{sheets.Select(sheet => (Html)$"<h2>{sheet.Organisation}</h2><table><tr>{sheet.Columns.Select(column => (Html)$"<th>{column.Column}</th>")}</tr><tr>{sheet.Columns.Select(column => (Html)$"<td>{column.Names.Select(name => (Html)$"<p>{name}</p>")}</td>")}</tr></table>")}</body></html>
        """;
}
