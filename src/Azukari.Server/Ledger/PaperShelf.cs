using Azukari.Domain;
using Azukari.Protocol.Ledger;
using Azukari.Server.Storage;
using Azukari.Server.Transport;

namespace Azukari.Server.Ledger;

/// <summary>Papers by their SHA-256: recipients, manifests, envelopes with all three layers, texts of applications. Ciphertext or canonical documents, nothing else of value.</summary>
internal sealed class PaperShelf(Database database)
{
    internal static void Map(RouteGroupBuilder group)
    {
        group.MapPut("/papers/{digest}", (string engagement, string digest, HttpContext context, PaperShelf shelf) => shelf.PutAsync(engagement, digest, Admitted.Of(context).Body))
            .WithName("StorePaper").WithSummary("Keeps a paper under its SHA-256").Accepts<byte[]>("application/octet-stream").Produces(204).ProducesProblem(400).ProducesProblem(413);
        group.MapGet("/papers/{digest}", (string engagement, string digest, PaperShelf shelf, CancellationToken cancellation) => shelf.GetAsync(engagement, digest, cancellation))
            .WithName("ReadPaper").WithSummary("The paper with that SHA-256").Produces<byte[]>(200, "application/octet-stream").ProducesProblem(404);
    }

    internal async Task<byte[]?> FindAsync(string engagement, Digest digest, CancellationToken cancellation) =>
        await database.ReadAsync<byte[]>("select bytes from paper where engagement = @engagement and digest = @digest", new { engagement, digest = digest.Value }, cancellation) is [var bytes] ? bytes : null;

    internal async Task<bool> HasAsync(string engagement, IEnumerable<Digest> digests, CancellationToken cancellation)
    {
        foreach (var digest in digests)
            if (await FindAsync(engagement, digest, cancellation) is null) return false;

        return true;
    }

    /// <summary>Keeps a paper under its digest; one that is there already stays.</summary>
    internal Task KeepAsync(string engagement, byte[] bytes) => database.WriteAsync(
        "insert into paper (engagement, digest, bytes) values (@engagement, @digest, @bytes) on conflict do nothing", new { engagement, digest = Digests.Sha256(bytes).Value, bytes });

    private async Task<IResult> PutAsync(string engagement, string digest, byte[] bytes)
    {
        if (Digests.Sha256(bytes).Value != digest) return Problems.Malformed;

        await KeepAsync(engagement, bytes);
        return Results.NoContent();
    }

    private async Task<IResult> GetAsync(string engagement, string digest, CancellationToken cancellation) =>
        digest.Length == 64 && digest.All(char.IsAsciiHexDigitLower) && await FindAsync(engagement, new(digest), cancellation) is { } bytes
            ? Results.Bytes(bytes, "application/octet-stream")
            : Problems.NotFound;
}
