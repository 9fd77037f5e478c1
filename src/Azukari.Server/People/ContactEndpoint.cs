using System.Text.Json.Nodes;
using Azukari.Domain;
using Azukari.Protocol.Canonical;
using Azukari.Server.Storage;
using Azukari.Server.Transport;
using MimeKit;

namespace Azukari.Server.People;

/// <summary>A person, or the representative of the employer, says how the person is reached, and takes it back.</summary>
internal sealed class ContactEndpoint(Database database, TimeProvider clock)
{
    private const int Longest = 254; // The longest address that mail has.

    internal static void Map(RouteGroupBuilder group)
    {
        group.MapPut("/contacts/{person}", (string engagement, string person, HttpContext context, ContactEndpoint contacts) => contacts.PutAsync(engagement, person, Admitted.Of(context)))
            .WithName("StoreContact").WithSummary("How a person is reached; outside the record and erasable").Accepts<byte[]>("application/json").Produces(204).ProducesProblem(400).ProducesProblem(403);
        group.MapDelete("/contacts/{person}", (string engagement, string person, HttpContext context, ContactEndpoint contacts) => contacts.EraseAsync(engagement, person, Admitted.Of(context)))
            .WithName("EraseContact").WithSummary("Erases how a person is reached").Produces(204).ProducesProblem(403);
    }

    private async Task<IResult> PutAsync(string engagement, string person, Admitted admitted)
    {
        if (!MaySay(admitted, person)) return Problems.NotYours;
        if (Read(person, admitted.Body) is not { } contact) return Problems.Malformed;

        await ContactTable.PutAsync(database, engagement, contact);
        return Results.NoContent();
    }

    private async Task<IResult> EraseAsync(string engagement, string person, Admitted admitted)
    {
        if (!MaySay(admitted, person)) return Problems.NotYours;

        await ContactTable.EraseAsync(database, engagement, person);
        return Results.NoContent();
    }

    private bool MaySay(Admitted admitted, string id)
    {
        var people = admitted.Facts.People.Values;
        var (person, caller) = (people.FirstOrDefault(known => known.Id.Value == id), people.FirstOrDefault(known => known.Key.Id.Value == admitted.KeyId));
        return person is not null && caller is not null && (caller == person || (caller.Organisation == person.Organisation && caller.Holds(Role.Representative, clock.GetUtcNow())));
    }

    private static Contact? Read(string person, byte[] body)
    {
        try
        {
            var node = CanonicalJson.Read(body, Caller.MostBytes) as JsonObject;
            string Text(string name) => node?[name]?.GetValue<string>() is { } text && text.Length <= Longest && !text.Any(char.IsControl) ? text : throw new FormatException(name);
            var (mail, language) = (Text("mail"), Text("language"));
            var isMail = mail.Length == 0 || (MailboxAddress.TryParse(mail, out var address) && address.Address == mail);

            return isMail && language is "ja" or "en" && node!.Count == 4 ? new(person, new(Text("name")), new(mail), new(Text("telephone")), language) : null;
        }
        catch (Exception fault) when (fault is CanonicalJsonException or FormatException or InvalidOperationException)
        {
            return null; // Nobody is told what was in it: it is about a person.
        }
    }
}
