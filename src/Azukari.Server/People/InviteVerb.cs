using Azukari.Domain;
using Azukari.Server.Storage;

namespace Azukari.Server.People;

/// <summary>The first people of an engagement, or before there is one of the installation, are invited by whoever runs the service. That gives no power: the representative's own key signs every enrolment, and a root of each side the genesis (R1).</summary>
internal static class InviteVerb
{
    internal const string Usage = "azukari-server invite  --data FOLDER [--postgres FILE] --origin https://NAME [--engagement NAME] --organisation NAME --person PSEUDONYM";

    internal static async Task<int> RunAsync(IConfiguration told, Settings settings, DateTimeOffset now, TextWriter output)
    {
        var origin = settings.Origin ?? throw new SettingsException("--origin is needed: the link leads to it");
        string Code(string name) => told[name] is { } text && Domain.Code.IsValid(text) ? text : throw new SettingsException($"--{name} is needed: up to 64 of a-z, 0-9, '.' and '-'");

        var (engagement, organisation, person) = (told["engagement"] is null ? null : new EngagementId(Code("engagement")), new OrganisationId(Code("organisation")), new PersonId(Code("person")));
        await using var engine = Engine.Of(settings);
        await using var database = new Database(engine);
        if (engagement is not null && await database.ReadAsync<long>("select size from engagement where id = @engagement and size > 0", new { engagement = engagement.Value }, CancellationToken.None) is [])
            throw new SettingsException($"there is no engagement '{engagement}' here");

        var secret = engagement is null ? await InvitationTable.MakeFirstAsync(database, organisation, person, now) : await InvitationTable.MakeAsync(database, engagement, organisation, person, now);
        await output.WriteLineAsync($"{origin}{InvitedPage.PathOf(secret)}");
        await output.WriteLineAsync($"""
            {person}（{organisation}）に渡してください。一度だけ使え、{InvitationTable.Lasting.Days}日で切れます。登録には、{organisation} の代表者の署名が要ります。
            Hand it to {person} of {organisation}. It is used once and ends after {InvitationTable.Lasting.Days} days; a representative of {organisation} signs the enrolment.
            """);
        return 0;
    }
}
