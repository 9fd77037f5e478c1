using Azukari.Domain;
using Azukari.Evidence;
using Azukari.Server.Storage;
using Azukari.Server.Transport;
using Azukari.TransparencyLog;
using Dapper;

namespace Azukari.Server.Ledger;

/// <summary>The record as others follow it: entries, checkpoint, cosignatures, evidence bundle.</summary>
internal static class RecordEndpoints
{
    private const int MostEntries = 256;

    internal static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/log", MakeLog).WithName("MakeLogKey").Produces<LogKey>().ProducesProblem(403);
        group.MapGet("/entries", EntriesAsync).WithName("ReadEntries").Produces<byte[]>(200, "application/octet-stream");
        group.MapGet("/checkpoint", CheckpointAsync).WithName("ReadCheckpoint").Produces<string>(200, "text/plain").ProducesProblem(404);
        group.MapPost("/cosignatures", CosignAsync).WithName("StoreCosignature").Accepts<byte[]>("text/plain").Produces(204).ProducesProblem(400);
        group.MapGet("/bundle", BundleAsync).WithName("ReadBundle").Produces<byte[]>(200, "application/zip").ProducesProblem(404).ProducesProblem(409);
    }

    private static IResult MakeLog(string engagement, HttpContext context, LogKeys keys) => Admitted.Of(context) is { IsFounder: true, Facts.Founding: null }
        ? Results.Ok(new LogKey(LogKeys.OriginOf(engagement), keys.Make(engagement).ToString()))
        : Problems.Of(403, "not-a-founder", "only a founder asks for a log, and only before the engagement is founded");

    private static async Task<IResult> EntriesAsync(string engagement, long from, HttpContext context, Database database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var entries = await connection.QueryAsync<byte[]>(
            "select bytes from entry where engagement = @engagement and seq >= @from order by seq limit @most", new { engagement, from, most = MostEntries });
        context.Response.Headers["Azukari-Size"] = Admitted.Of(context).Facts.NextSeq.ToString(System.Globalization.CultureInfo.InvariantCulture);
        ReadOnlyMemory<byte>[] bytes = [.. entries.Select(entry => (ReadOnlyMemory<byte>)entry)];
        return Results.Bytes(bytes.Length == 0 ? [] : EntryBundle.Write(bytes), "application/octet-stream");
    }

    private static async Task<IResult> CheckpointAsync(string engagement, HttpContext context, Integrator integrator, CosignatureStore cosignatures, CancellationToken cancellation)
    {
        if (Admitted.Of(context).Facts.Founding is null) return Problems.Of(404, "not-found", "the engagement has not been founded");

        var newest = await integrator.NewestAsync(engagement, cancellation);
        return Results.Bytes((await cosignatures.WithAsync(engagement, newest, cancellation)).ToBytes(), "text/plain; charset=utf-8");
    }

    private static async Task<IResult> CosignAsync(string engagement, HttpContext context, CosignatureStore cosignatures, CancellationToken cancellation)
    {
        var admitted = Admitted.Of(context);
        if (admitted.Facts.Founding is not { } founding) return Problems.Of(404, "not-found", "the engagement has not been founded");

        try
        {
            return await cosignatures.TakeAsync(engagement, founding, SignedNote.Parse(admitted.Body), cancellation)
                ? Results.NoContent()
                : Problems.Of(400, "malformed", "that is no cosignature of a checkpoint of ours");
        }
        catch (LogException fault)
        {
            return Problems.Of(400, "malformed", fault.Message);
        }
    }

    private static async Task<IResult> BundleAsync(
        string engagement, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "carry-out")] string? carryOut, HttpContext context, Database database, Integrator integrator, CosignatureStore cosignatures, PaperShelf papers, CancellationToken cancellation)
    {
        var facts = Admitted.Of(context).Facts;
        if (facts.Founding is null || (carryOut is not null && facts.CarryOuts.Keys.All(id => id.Value != carryOut))) return Problems.Of(404, "not-found", "there is no such case");

        var newest = await integrator.NewestAsync(engagement, cancellation);
        var note = await cosignatures.WithAsync(engagement, newest, cancellation);
        if (TrustAnchors.PolicyOf(facts.Founding).Judge(note) is not PolicyVerdict.Satisfied) return Problems.Of(409, "cosignature-pending", "both sides' witnesses have not yet seen the newest entry");

        await using var connection = await database.OpenAsync(cancellation);
        var entries = await connection.QueryAsync<byte[]>("select bytes from entry where engagement = @engagement and seq < @size order by seq", new { engagement, size = newest.Size });
        var documents = new List<ReadOnlyMemory<byte>>();
        foreach (var named in facts.CarryOuts.Values.SelectMany(found => new[] { found.Seal?.Measured.Manifest, found.Plan.TextDigest, found.Plan.BeyondTemplate }).OfType<Digest>().Distinct())
            if (await papers.FindAsync(engagement, named, cancellation) is { } document) documents.Add(document);

        var bundle = new EvidenceBundle(carryOut is null ? null : new CarryOutId(carryOut), [.. entries.Select(entry => (ReadOnlyMemory<byte>)entry)], note.ToBytes(), [.. documents]);
        return Results.Bytes(bundle.Write(), "application/zip");
    }

    /// <summary>A log's name and its verifier key.</summary>
    internal sealed record LogKey(string Origin, string Key);
}
