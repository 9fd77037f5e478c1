using System.Security.Cryptography;
using Azukari.Server.Storage;

namespace Azukari.Server.Applications;

/// <summary>An application that somebody has begun.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="At">When it was last changed.</param>
/// <param name="Fields">What stands in the form.</param>
internal sealed record Draft(string Id, DateTimeOffset At, DraftFields Fields);

/// <summary>Applications that were begun, each its writer's own. They hold free text, which an address would leave in logs and histories; so they have rows, and addresses have only the row's name.</summary>
internal sealed class DraftTable(Database database)
{
    /// <summary>Nobody has more, or rows could be made without end; the oldest goes.</summary>
    internal const int Most = 50;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>The person's drafts, the newest first.</summary>
    internal async Task<IReadOnlyList<Draft>> AllAsync(string engagement, string person, CancellationToken cancellation) =>
        [.. (await database.ReadAsync<Row>("select id, at, fields from draft where engagement = @engagement and person = @person order by at desc, id", new { engagement, person }, cancellation)).Select(Of)];

    internal async Task<Draft?> FindAsync(string engagement, string person, string id, CancellationToken cancellation) =>
        (await database.ReadAsync<Row>("select id, at, fields from draft where engagement = @engagement and person = @person and id = @id", new { engagement, person, id }, cancellation)).Select(Of).SingleOrDefault();

    /// <summary>Keeps a draft, under a new name where it has none, and says the name.</summary>
    internal async Task<string> KeepAsync(string engagement, string person, string? id, DraftFields fields, DateTimeOffset now)
    {
        var row = new { engagement, person, id = id ?? RandomNumberGenerator.GetHexString(32, lowercase: true), at = now.ToUnixTimeMilliseconds(), fields = fields.Write(), old = (now - Kept).ToUnixTimeMilliseconds(), most = Most };
        await database.WriteAsync("delete from draft where at < @old", row);
        await database.WriteAsync(
            "insert into draft (engagement, person, id, at, fields) values (@engagement, @person, @id, @at, @fields) on conflict (engagement, person, id) do update set at = excluded.at, fields = excluded.fields", row);
        await database.WriteAsync(
            "delete from draft where engagement = @engagement and person = @person and id not in (select id from draft where engagement = @engagement and person = @person order by at desc, id limit @most)", row);
        return row.id;
    }

    internal Task ForgetAsync(string engagement, string person, string id) =>
        database.WriteAsync("delete from draft where engagement = @engagement and person = @person and id = @id", new { engagement, person, id });

    private static Draft Of(Row row) => new(row.Id, DateTimeOffset.FromUnixTimeMilliseconds(row.At), DraftFields.Read(row.Fields));

    private sealed record Row(string Id, long At, byte[] Fields);
}
