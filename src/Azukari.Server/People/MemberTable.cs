using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Server.Storage;

namespace Azukari.Server.People;

/// <summary>The read model of whose key it is in which engagement: one person, one passkey, several engagements. Who has left is no longer in it.</summary>
internal static class MemberTable
{
    internal static ReadModel Model { get; } = new("member", 1, FollowAsync);

    /// <summary>The engagements in which this key is an enrolled person's, and how many entries each has.</summary>
    internal static Task<IReadOnlyList<MemberRow>> OfAsync(Database database, string keyId, CancellationToken cancellation) => database.ReadAsync<MemberRow>(
        "select m.engagement, e.size from member m join engagement e on e.id = m.engagement where m.key_id = @keyId order by m.engagement", new { keyId }, cancellation);

    private static async Task FollowAsync(Held held, Engagement before, Engagement after, CarryOutId? subject)
    {
        if (ReferenceEquals(before.People, after.People)) return;

        foreach (var person in after.People.Values.Where(person => before.People.GetValueOrDefault(person.Id) != person))
        {
            var row = new { engagement = held.Engagement, person = person.Id.Value, key = person.Key.Id.Value };
            await held.WriteAsync("delete from member where engagement = @engagement and person = @person", row);
            if (person.Left is null) await held.WriteAsync("insert into member (engagement, person, key_id) values (@engagement, @person, @key)", row);
        }
    }
}

/// <summary>An engagement of somebody's.</summary>
internal sealed record MemberRow(string Engagement, long Size);
