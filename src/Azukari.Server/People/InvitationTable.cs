using Azukari.Domain;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Azukari.Server.Storage;

namespace Azukari.Server.People;

/// <summary>An invitation to enrol with a passkey, as its row says.</summary>
/// <param name="Engagement">The engagement; empty at the first start, when there is none yet.</param>
/// <param name="Token">The digest of what stands in the link.</param>
/// <param name="Until">The last moment at which a passkey may be made for it, in Unix milliseconds.</param>
/// <param name="Credential">The passkey's name once one was made, else empty.</param>
/// <param name="Ssh">Its public key, else empty.</param>
/// <param name="Proposal">The enrolment that it has signed and that waits for the representative, else empty.</param>
internal sealed record Invitation(string Token, string Engagement, string Organisation, string Person, long Until, string Credential, string Ssh, string Proposal)
{
    internal bool IsFirst => Engagement.Length == 0;

    /// <summary>The passkey that was made, as the record will name it.</summary>
    internal SigningKeyFact KeyAt(WebOrigin origin) => Signing.Fact(PublicKey.Parse(Ssh), origin);

    internal PersonId Invited => new(Person);

    internal bool IsOver(DateTimeOffset now) => now.ToUnixTimeMilliseconds() > Until;
}

/// <summary>Invitations: one use, and over after some days. An invitation gives no right but to ask; the employer's representative signs the enrolment (R1).</summary>
internal static class InvitationTable
{
    internal static readonly TimeSpan Lasting = TimeSpan.FromDays(7);

    private const string Columns = "token, engagement, organisation, person, until, credential, ssh, proposal";

    /// <summary>Writes an invitation and gives the secret of its link, which nobody can read again.</summary>
    internal static Task<string> MakeAsync(Database database, EngagementId engagement, OrganisationId organisation, PersonId person, DateTimeOffset now) => MakeAsync(database, engagement.Value, organisation, person, now);

    /// <summary>The same before there is an engagement.</summary>
    internal static Task<string> MakeFirstAsync(Database database, OrganisationId organisation, PersonId person, DateTimeOffset now) => MakeAsync(database, "", organisation, person, now);

    private static async Task<string> MakeAsync(Database database, string engagement, OrganisationId organisation, PersonId person, DateTimeOffset now)
    {
        var secret = Secret.Make();
        await database.WriteAsync(
            "insert into invitation (token, engagement, organisation, person, until, credential, ssh, proposal) values (@token, @engagement, @organisation, @person, @until, '', '', '')",
            new { token = Secret.DigestOf(secret), engagement, organisation = organisation.Value, person = person.Value, until = (now + Lasting).ToUnixTimeMilliseconds() });
        return secret;
    }

    internal static async Task<Invitation?> FindAsync(Database database, string secret, CancellationToken cancellation) =>
        (await database.ReadAsync<Invitation>($"select {Columns} from invitation where token = @token", new { token = Secret.DigestOf(secret) }, cancellation)).SingleOrDefault();

    /// <summary>Everybody who was invited to the first start.</summary>
    internal static Task<IReadOnlyList<Invitation>> FirstAsync(Database database, CancellationToken cancellation) =>
        database.ReadAsync<Invitation>($"select {Columns} from invitation where engagement = '' order by organisation, person, until, token", new { }, cancellation);

    /// <summary>The first passkey that is made for it is the one; false for every other.</summary>
    internal static async Task<bool> TakeAsync(Database database, Invitation invitation, Credential made, DateTimeOffset now) => await database.WriteAsync(
        "update invitation set credential = @credential, ssh = @ssh where token = @token and credential = '' and until >= @now",
        new { token = invitation.Token, credential = made.Id, ssh = made.Key.ToString(), now = now.ToUnixTimeMilliseconds() }) == 1;

    /// <summary>The passkey has signed; false where it had before.</summary>
    internal static async Task<bool> SignedAsync(Database database, Invitation invitation, string proposal) => await database.WriteAsync(
        "update invitation set proposal = @proposal where token = @token and proposal = ''", new { token = invitation.Token, proposal }) == 1;
}
