using Azukari.Domain;
using Azukari.Protocol.Ledger;
using Azukari.Server.Storage;
using Azukari.Server.Transport;
using Dapper;

namespace Azukari.Server.Ledger;

/// <summary>Papers by their SHA-256: recipients, manifests, envelopes with all three layers, texts of applications. Ciphertext or canonical documents, nothing else of value.</summary>
internal sealed class PaperShelf(Database database)
{
    internal static void Map(RouteGroupBuilder group)
    {
        group.MapPut("/papers/{digest}", PutAsync).WithName("StorePaper").Accepts<byte[]>("application/octet-stream").Produces(204).ProducesProblem(400);
        group.MapGet("/papers/{digest}", GetAsync).WithName("ReadPaper").Produces<byte[]>(200, "application/octet-stream").ProducesProblem(404);
    }

    internal async Task<byte[]?> FindAsync(string engagement, Digest digest, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<byte[]>("select bytes from paper where engagement = @engagement and digest = @digest", new { engagement, digest = digest.Value });
    }

    internal async Task<bool> HasAsync(string engagement, IEnumerable<Digest> digests, CancellationToken cancellation)
    {
        foreach (var digest in digests)
            if (await FindAsync(engagement, digest, cancellation) is null) return false;

        return true;
    }

    private static async Task<IResult> PutAsync(string engagement, string digest, HttpContext context, PaperShelf shelf, CancellationToken cancellation)
    {
        var body = Admitted.Of(context).Body;
        if (Digests.Sha256(body).Value != digest) return Problems.Of(400, "malformed", "the paper's name is not its SHA-256");

        await using var connection = await shelf.DatabaseOf.OpenAsync(cancellation);
        await connection.ExecuteAsync("insert into paper (engagement, digest, bytes) values (@engagement, @digest, @bytes) on conflict do nothing", new { engagement, digest, bytes = body });
        return Results.NoContent();
    }

    private static async Task<IResult> GetAsync(string engagement, string digest, PaperShelf shelf, CancellationToken cancellation) =>
        digest.Length == 64 && digest.All(char.IsAsciiHexDigitLower) && await shelf.FindAsync(engagement, new(digest), cancellation) is { } bytes
            ? Results.Bytes(bytes, "application/octet-stream")
            : Problems.Of(404, "not-found", "there is no such paper");

    private Database DatabaseOf => database;
}
