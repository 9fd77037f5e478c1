using System.Collections.Immutable;
using System.Text;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Documents;
using Azukari.Server.People;
using Azukari.Server.Storage;
using Azukari.Server.Transport;

namespace Azukari.Server.Watch;

/// <summary>緊急連絡表 for the wall: whom to call, in which order, by day, by night and at weekends (R15). For people of the engagement; it has names and numbers.</summary>
internal sealed class CallListEndpoint(Database database, TimeProvider clock)
{
    internal static void Map(RouteGroupBuilder group) => group
        .MapGet("/call-list", (string engagement, string? lang, string? format, HttpContext context, CallListEndpoint lists) => lists.ShowAsync(engagement, lang != "en", format, Admitted.Of(context), context.RequestAborted))
        .WithName("ReadCallList").WithSummary("The call lists for printing: lang=ja|en, format=text|html; format=json gives how their people are reached").Produces<string>(200, "text/plain").Produces<string>(200, "text/html").Produces<byte[]>(200, "application/json").ProducesProblem(403);

    private async Task<IResult> ShowAsync(string engagement, bool japanese, string? format, Admitted admitted, CancellationToken cancellation)
    {
        if (admitted.Facts.People.Values.All(person => person.Key.Id.Value != admitted.KeyId)) return Problems.NotYours;

        var sheet = await SheetAsync(engagement, admitted.Facts, cancellation);
        return format switch
        {
            "json" => Results.Bytes(sheet.Write(), "application/json"),
            "html" => Results.Text(DocumentPage.Write(sheet.Make(admitted.Facts), japanese), "text/html; charset=utf-8"),
            _ => Results.Text(Plain(sheet.Make(admitted.Facts), engagement, japanese), "text/plain; charset=utf-8"),
        };
    }

    /// <summary>Those who are on a list, and nobody else.</summary>
    private async Task<CallSheet> SheetAsync(string engagement, Engagement facts, CancellationToken cancellation)
    {
        var listed = facts.CallLists.Values.SelectMany(list => list.Day.Concat(list.Night).Concat(list.Holiday)).Select(person => person.Value).ToHashSet(StringComparer.Ordinal);
        var contacts = await ContactTable.AllAsync(database, engagement, cancellation);
        return new(clock.GetUtcNow(), contacts.Where(contact => listed.Contains(contact.Person)).ToImmutableDictionary(contact => contact.Person, contact => new Protocol.Personal<string>(InFull(contact))));
    }

    private static string InFull(Contact contact) => string.Join("  ", new[]
    {
        contact.Name.Reveal("the printed call list"), contact.Telephone.Reveal("the printed call list"), contact.Mail.Reveal("the printed call list"),
    }.Where(part => part.Length > 0));

    private static string Plain(Document document, string engagement, bool japanese)
    {
        var text = new StringBuilder($"{document.Title.In(japanese)} {engagement}\n{document.Origin[^1].In(japanese)}\n");
        foreach (var list in document.Parts.OfType<Part.Rows>())
        {
            text.Append('\n').Append(list.Heading.In(japanese)).Append('\n');
            foreach (var (column, names) in list.Columns.Zip(list.All[0]))
                text.Append("  ").Append(column.Label.In(japanese)).Append('\n').AppendJoin('\n', names.Lines.Reveal("the printed call list").Select(name => $"    {name.In(japanese)}")).Append('\n');
        }

        return text.ToString();
    }
}
