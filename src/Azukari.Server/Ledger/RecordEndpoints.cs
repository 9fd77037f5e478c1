using System.Globalization;
using Azukari.Server.Storage;
using Azukari.Server.Transport;
using Azukari.TransparencyLog;

namespace Azukari.Server.Ledger;

/// <summary>The record as others follow it: log key, entries, checkpoint, cosignatures.</summary>
internal sealed class RecordEndpoints(Database database, LogKeys keys, Integrator integrator, CosignatureStore cosignatures, Comeback comeback)
{
    private const int MostEntries = 256;

    internal static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/log", (string engagement, HttpContext context, RecordEndpoints record) => record.MakeLog(engagement, Admitted.Of(context)))
            .WithName("MakeLogKey").WithSummary("A founder asks for the key of a log to be founded").Produces<LogKeyJson>().ProducesProblem(403);
        group.MapGet("/entries", (string engagement, long from, HttpContext context, RecordEndpoints record) => record.EntriesAsync(engagement, from, context))
            .WithName("ReadEntries").WithSummary("Up to 256 entries from a place on, as they are stored").Produces<byte[]>(200, "application/octet-stream").ProducesProblem(400);
        group.MapGet("/checkpoint", (string engagement, long? have, HttpContext context, RecordEndpoints record) => record.CheckpointAsync(engagement, Admitted.Of(context), have, context.RequestAborted))
            .WithName("ReadCheckpoint").WithSummary("The newest checkpoint with the cosignatures so far; have is how many entries the caller has").Produces<string>(200, "text/plain").ProducesProblem(404);
        group.MapPost("/cosignatures", (string engagement, HttpContext context, RecordEndpoints record) => record.CosignAsync(engagement, Admitted.Of(context), context.RequestAborted))
            .WithName("StoreCosignature").WithSummary("A witness's line under one of our checkpoints").Accepts<byte[]>("text/plain").Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
    }

    private IResult MakeLog(string engagement, Admitted admitted) => admitted is { IsFounder: true, Facts.Founding: null }
        ? Results.Ok(new LogKeyJson(LogKeys.OriginOf(engagement), keys.Make(engagement).ToString()))
        : Problems.NotAFounder;

    private async Task<IResult> EntriesAsync(string engagement, long from, HttpContext context)
    {
        if (from < 0) return Problems.Malformed;
        await comeback.HearAsync(engagement, Admitted.Of(context), from, context.RequestAborted); // Also a key holder that only listens says by this how much it has.

        // No further than the size that is told beside them, although more may have come since.
        var size = Admitted.Of(context).Facts.NextSeq;
        var entries = await database.ReadAsync<byte[]>(
            "select bytes from entry where engagement = @engagement and seq >= @from and seq < @size order by seq limit @most", new { engagement, from, size, most = MostEntries }, context.RequestAborted);
        context.Response.Headers["Azukari-Size"] = size.ToString(CultureInfo.InvariantCulture);
        return Results.Bytes(entries.Count == 0 ? [] : EntryBundle.Write([.. entries.Select(entry => (ReadOnlyMemory<byte>)entry)]), "application/octet-stream");
    }

    private async Task<IResult> CheckpointAsync(string engagement, Admitted admitted, long? have, CancellationToken cancellation)
    {
        if (admitted.Facts.Founding is null) return Problems.NotFound;
        if (have is { } size) await comeback.HearAsync(engagement, admitted, size, cancellation);

        var newest = await integrator.NewestAsync(engagement, cancellation);
        return Results.Bytes((await cosignatures.WithAsync(engagement, newest, cancellation)).ToBytes(), "text/plain; charset=utf-8");
    }

    private async Task<IResult> CosignAsync(string engagement, Admitted admitted, CancellationToken cancellation)
    {
        if (admitted.Facts.Founding is not { } founding) return Problems.NotFound;

        try
        {
            return await cosignatures.TakeAsync(engagement, founding, SignedNote.Parse(admitted.Body), cancellation) ? Results.NoContent() : Problems.Malformed;
        }
        catch (LogException fault)
        {
            return fault.Fault == LogFault.Signature ? Problems.BadSignature : Problems.Malformed;
        }
    }
}

/// <summary>A log's name and its verifier key.</summary>
internal sealed record LogKeyJson(string Origin, string Key);
