using Azukari.Server.Pages;
using Azukari.Server.Storage;

namespace Azukari.Server.Ledger;

/// <summary>What a browser takes away: the evidence bundle, an entry's exact bytes, and the proof that it is in the record.</summary>
internal sealed class ProofDoor(Database database, InclusionProofs proofs, BundleEndpoint bundles, FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/engagements/{engagement}/bundle", (HttpContext context, ProofDoor proof) => proof.BundleAsync(null, context));
        pages.MapGet("/engagements/{engagement}/carry-outs/{id}/bundle", (string id, HttpContext context, ProofDoor proof) => proof.BundleAsync(id, context));
        pages.MapGet("/engagements/{engagement}/record/{seq}/entry", (string seq, HttpContext context, ProofDoor proof) => proof.EntryAsync(seq, context));
        pages.MapGet("/engagements/{engagement}/record/{seq}/proof", (string seq, HttpContext context, ProofDoor proof) => proof.ProveAsync(seq, context));
    }

    internal static string BundleOf(string engagement, string? carryOut = null) => $"/engagements/{engagement}{(carryOut is null ? "" : $"/carry-outs/{carryOut}")}/bundle";

    internal static string EntryOf(string engagement, long seq) => $"{RecordPage.PathOf(engagement, seq)}/entry";

    internal static string ProofOf(string engagement, long seq) => $"{RecordPage.PathOf(engagement, seq)}/proof";

    /// <summary>As far as both witnesses have seen, however much has come since: whoever takes it sees how far that is.</summary>
    private async Task<IResult> BundleAsync(string? carryOut, HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        var (bundle, problem) = await bundles.MakeAsync(at.Id, at.Facts, carryOut, atLeast: 1, context.RequestAborted);
        return problem is not null ? Faults.Of(frame, problem) : Results.Bytes(bundle!, "application/zip", $"{carryOut ?? at.Id}.zip");
    }

    private async Task<IResult> EntryAsync(string seq, HttpContext context)
    {
        var at = Visit.Of(context).At!;
        return RecordPage.PlaceOf(seq) is { } place && await EntryTable.FindAsync(database, at.Id, place, context.RequestAborted) is { } bytes
            ? Results.Bytes(bytes, "application/json", $"{at.Id}-{place}.json")
            : Faults.NotFound(door.Frame(context));
    }

    private async Task<IResult> ProveAsync(string seq, HttpContext context)
    {
        var at = Visit.Of(context).At!;
        return RecordPage.PlaceOf(seq) is { } place && await proofs.OfAsync(at.Id, place, context.RequestAborted) is { } proof
            ? Results.Bytes(proof.ToBytes(), "text/plain; charset=utf-8", $"{at.Id}-{place}.tlog-proof")
            : Faults.NotFound(door.Frame(context));
    }
}
