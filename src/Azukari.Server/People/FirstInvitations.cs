using System.Data.Common;
using Azukari.Domain;
using Azukari.Protocol.Signatures;
using Azukari.Server.Storage;
using Dapper;

namespace Azukari.Server.People;

/// <summary>The first start: two people of the owner are invited before there is anything else, since one alone approves nothing (R1).</summary>
internal static class FirstInvitations
{
    private static readonly string[] Names = ["owner-1", "owner-2"];

    /// <summary>Makes the database of a new installation, and in it the two invitations; gives their links, which nobody can read again.</summary>
    internal static async Task<IReadOnlyList<string>> MakeAsync(string data, WebOrigin origin, OrganisationId owner, DateTimeOffset now)
    {
        if (!File.Exists(FileIn(data))) DurableFile.Create(FileIn(data), []); // Before SQLite makes it: it takes over who may read it.
        await using var engine = new SqliteEngine(FileIn(data));
        await using var database = new Database(engine);
        await database.WriteAsync("delete from invitation where engagement = ''", new { });

        List<string> links = [];
        foreach (var name in Names) links.Add($"{origin}{InvitedPage.PathOf(await InvitationTable.MakeFirstAsync(database, owner, new(name), now))}");
        return links;
    }

    /// <summary>Whether the folder's database holds nothing but such invitations that nobody has used: what a first start that was cut short leaves behind.</summary>
    internal static async Task<bool> AreAllAsync(string data)
    {
        if (!File.Exists(FileIn(data))) return true;

        await using var engine = new SqliteEngine(FileIn(data));
        try
        {
            await using var connection = await engine.OpenAsync(durably: true, CancellationToken.None);
            return await connection.ExecuteScalarAsync<long>("select (select count(*) from engagement) + (select count(*) from credential)") == 0;
        }
        catch (DbException)
        {
            return false; // Another's, or an older schema: not ours to write over.
        }
    }

    private static string FileIn(string data) => Path.Combine(data, "azukari.db");
}
