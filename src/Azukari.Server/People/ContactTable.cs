using Azukari.Server.Storage;

namespace Azukari.Server.People;

/// <summary>How a person is reached: rows beside the ledger, erased by deleting them (R30).</summary>
/// <param name="Person">The pseudonym of the engagement.</param>
/// <param name="Language"><c>ja</c> or <c>en</c>.</param>
internal sealed record Contact(string Person, Personal Name, Personal Mail, Personal Telephone, string Language)
{
    internal bool IsJapanese => Language == "ja";
}

/// <summary>The rows of <see cref="Contact"/>.</summary>
internal static class ContactTable
{
    internal static Task<IReadOnlyList<Contact>> AllAsync(Database database, string engagement, CancellationToken cancellation) =>
        database.ReadAsync<Contact>("select person, name, mail, telephone, language from contact where engagement = @engagement order by person", new { engagement }, cancellation);

    internal static async Task<Contact?> FindAsync(Database database, string engagement, string person, CancellationToken cancellation) =>
        await database.ReadAsync<Contact>("select person, name, mail, telephone, language from contact where engagement = @engagement and person = @person", new { engagement, person }, cancellation) is [var found] ? found : null;

    internal static Task PutAsync(Database database, string engagement, Contact contact) => database.WriteAsync(
        "insert into contact (engagement, person, name, mail, telephone, language) values (@engagement, @Person, @Name, @Mail, @Telephone, @Language) " +
        "on conflict (engagement, person) do update set name = excluded.name, mail = excluded.mail, telephone = excluded.telephone, language = excluded.language",
        new { engagement, contact.Person, contact.Name, contact.Mail, contact.Telephone, contact.Language });

    /// <summary>What is owed to somebody who is erased cannot be delivered any more.</summary>
    internal static async Task EraseAsync(Database database, string engagement, string person)
    {
        await database.WriteAsync("delete from contact where engagement = @engagement and person = @person", new { engagement, person });
        await database.WriteAsync("delete from outbox where engagement = @engagement and person = @person and sent = 0", new { engagement, person });
    }
}
