using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Server.Storage;

namespace Azukari.Server.People;

/// <summary>The read model of whose key it is in which engagement: one person, one passkey, several engagements. Who has left is no longer in it.</summary>
internal static class MemberTable
{
    internal static ReadModel Model { get; } = new("member", 1, FollowAsync);

    /// <summary>The engagements in which this key is an enrolled person's.</summary>
    internal static Task<IReadOnlyList<string>> OfAsync(Database database, string keyId, CancellationToken cancellation) =>
        database.ReadAsync<string>("select engagement from member where key_id = @keyId order by engagement", new { keyId }, cancellation);

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
