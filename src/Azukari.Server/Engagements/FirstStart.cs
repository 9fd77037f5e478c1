using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Azukari.Server.People;
using Azukari.Server.Statements;
using Azukari.Server.Storage;

namespace Azukari.Server.Engagements;

/// <summary>The first start as one of those who were invited to it sees it.</summary>
/// <param name="Me">The own invitation, with its passkey.</param>
/// <param name="Everybody">All who were invited.</param>
/// <param name="IsOwner">Whether it is the owner's person, who prepares the genesis.</param>
internal sealed record FirstStart(Invitation Me, IReadOnlyList<Invitation> Everybody, bool IsOwner)
{
    /// <summary>Null for whoever was not invited to it.</summary>
    internal static async Task<FirstStart?> OfAsync(Database database, string credential, string? owner, CancellationToken cancellation)
    {
        var everybody = await InvitationTable.FirstAsync(database, cancellation);
        return everybody.FirstOrDefault(one => one.Credential == credential) is { } me ? new(me, everybody, me.Organisation == owner) : null;
    }

    /// <summary>Who could be the other side's root.</summary>
    internal IEnumerable<Invitation> Roots => Everybody.Where(one => one.Credential.Length > 0 && one.Organisation != Me.Organisation);

    internal StatementBy By(Role role, WebOrigin origin) => new(Me.KeyAt(origin).Id, new(Me.Organisation), Me.Invited, role);

    /// <summary>A genesis counts here where the owner is this installation's and both roots are people who were invited, each with the passkey made for it.</summary>
    internal bool IsOurs(FoundEngagement act, string? owner, WebOrigin origin) => act.Owner.Organisation.Value == owner && new[] { act.Owner, act.Contractor }
        .All(side => Everybody.Any(one => one.Ssh.Length > 0 && one.Organisation == side.Organisation.Value && one.Invited == side.Root && one.KeyAt(origin) == side.RootKey));

    /// <summary>What this person signs next: a genesis that waits, else the own enrolment where the organisation is in an engagement and the person not yet; or null.</summary>
    internal async Task<(Asked Asked, Engagement Facts, string Proposal)?> NextAsync(Database database, Journal journal, WebOrigin origin, DateTimeOffset now, CancellationToken cancellation)
    {
        var key = Me.KeyAt(origin);
        foreach (var waiting in await ProposalTable.FoundingsAsync(database, now, cancellation))
            if (waiting.SoFar.People.All(signed => signed.By.Person != Me.Invited) && waiting.SoFar.Act is FoundEngagement act && (act.Owner.RootKey == key || act.Contractor.RootKey == key))
                return (Asked.OfGenesis(waiting.SoFar, By(Role.Representative, origin), now), Engagement.Nothing, waiting.Id);

        foreach (var engagement in await database.ReadAsync<string>("select id from engagement where size > 0 order by id", new { }, cancellation))
        {
            var facts = await journal.FactsAsync(engagement, cancellation);
            if (!facts.Chain.ContainsKey(new(Me.Organisation)) || facts.People.ContainsKey(Me.Invited) || facts.Ended is not null) continue;
            if ((await ProposalTable.AllAsync(database, engagement, now, cancellation)).Any(waiting => waiting.SoFar.Act is EnrolPerson enrolment && enrolment.Key == key)) continue;
            return (Asked.Of(facts, new EnrolPerson(Me.Invited, new(Me.Organisation), key), By(Role.Member, origin), now), facts, "");
        }

        return null;
    }
}
