using System.Text;
using Azukari.Protocol.Ledger;

namespace Azukari.Server.Storage;

/// <summary>Engagements whose record may be shorter than what its witnesses have seen. An append would put another entry at a place that has one already: a fork, and the end of the record.</summary>
internal static class BehindTable
{
    private const long MostWaiting = 1000;

    internal static async Task<bool> IsBehindAsync(Held held) =>
        (await held.ReadAsync<long>("select since from behind where engagement = @engagement", new { engagement = held.Engagement })).Count > 0;

    internal static async Task<bool> IsBehindAsync(Database database, string engagement, CancellationToken cancellation) =>
        (await database.ReadAsync<long>("select since from behind where engagement = @engagement", new { engagement }, cancellation)).Count > 0;

    internal static Task MarkAsync(Held held, DateTimeOffset now) =>
        held.WriteAsync("insert into behind (engagement, since) values (@engagement, @now) on conflict do nothing", new { engagement = held.Engagement, now = now.ToUnixTimeMilliseconds() });

    /// <summary>The record is as long as anybody's: what was only for the way there goes.</summary>
    internal static async Task ClearAsync(Held held)
    {
        foreach (var table in new[] { "behind", "witnessed", "returned" }) await held.WriteAsync($"delete from {table} where engagement = @engagement", new { engagement = held.Engagement });
    }

    /// <summary>Keeps a safety act until the record is whole (R32): a report of loss is not sent away because a disk was. The same words of the same hands are kept once, however often they are signed anew.</summary>
    internal static async Task<bool> KeepAsync(Held held, SignedAct signed, DateTimeOffset now)
    {
        var hands = string.Join(' ', signed.People.Select(person => person.By.Person.Value).Append(signed.Machine?.Key.Value));
        var message = Digests.Sha256([.. (signed with { People = [], Machine = null }).Write(), .. Encoding.UTF8.GetBytes(hands)]).Value;
        return (await held.ReadAsync<long>("select count(*) from waiting where engagement = @engagement and message <> @message", new { engagement = held.Engagement, message })).Single() < MostWaiting
            && await held.WriteAsync("insert into waiting (engagement, message, at, bytes) values (@engagement, @message, @at, @bytes) on conflict (engagement, message) do update set bytes = excluded.bytes",
                new { engagement = held.Engagement, message, at = now.ToUnixTimeMilliseconds(), bytes = signed.Write() }) == 1;
    }

    /// <summary>What waits in engagements that are whole again, oldest first.</summary>
    internal static Task<IReadOnlyList<WaitingRow>> WaitingAsync(Database database, CancellationToken cancellation) =>
        database.ReadAsync<WaitingRow>("select engagement, message, bytes from waiting where engagement not in (select engagement from behind) order by at, message", new { }, cancellation);

    internal static Task ForgetAsync(Database database, WaitingRow row) => database.WriteAsync("delete from waiting where engagement = @Engagement and message = @Message", new { row.Engagement, row.Message });
}

/// <summary>A safety act that was kept.</summary>
internal sealed record WaitingRow(string Engagement, string Message, byte[] Bytes);
