using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Evidence;
using Azukari.Server.Storage;
using Azukari.Server.Transport;
using Azukari.TransparencyLog;
using Microsoft.AspNetCore.Mvc;

namespace Azukari.Server.Ledger;

/// <summary>The evidence bundle: whatever both sides' witnesses have seen, for anybody to verify offline (R30).</summary>
internal sealed class BundleEndpoint(Database database, CosignatureStore cosignatures, PaperShelf papers)
{
    internal static void Map(RouteGroupBuilder group) => group
        .MapGet("/bundle", (string engagement, [FromQuery(Name = "carry-out")] string? carryOut, [FromQuery(Name = "at-least")] long? atLeast, HttpContext context, BundleEndpoint bundle) =>
            bundle.ReadAsync(engagement, Admitted.Of(context).Facts, carryOut, atLeast, context.RequestAborted))
        .WithName("ReadBundle").WithSummary("Every entry that both witnesses saw, with checkpoint and documents")
        .Produces<byte[]>(200, "application/zip").ProducesProblem(404).ProducesProblem(409);

    private async Task<IResult> ReadAsync(string engagement, Engagement newest, string? carryOut, long? atLeast, CancellationToken cancellation)
    {
        var (bundle, problem) = await MakeAsync(engagement, newest, carryOut, atLeast ?? newest.NextSeq, cancellation);
        return problem ?? Results.Bytes(bundle!, "application/zip");
    }

    /// <summary>The bundle's file, or the problem because of which there is none.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="newest">Its facts as they stand.</param>
    /// <param name="carryOut">The carry-out that the bundle speaks of, or null for the whole.</param>
    /// <param name="atLeast">How many entries it has to hold.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<(byte[]? Bundle, IResult? Problem)> MakeAsync(string engagement, Engagement newest, string? carryOut, long atLeast, CancellationToken cancellation)
    {
        if (newest.Founding is null || (carryOut is not null && newest.CarryOuts.Keys.All(id => id.Value != carryOut))) return (null, Problems.NotFound);

        var seen = await cosignatures.NewestOfBothAsync(engagement, cancellation);
        if (seen is null || seen.Size < atLeast || TrustAnchors.PolicyOf(newest.Founding).Judge(seen.Note) is not PolicyVerdict.Satisfied) return (null, Problems.CosignaturePending);

        var entries = await database.ReadAsync<byte[]>("select bytes from entry where engagement = @engagement and seq < @size order by seq", new { engagement, size = seen.Size }, cancellation);
        var then = seen.Size == newest.NextSeq ? newest : Leaf.After(Engagement.Nothing, entries);
        if (carryOut is not null && then.Find(new(carryOut)) is null) return (null, Problems.CosignaturePending);

        var documents = await DocumentsAsync(engagement, then, cancellation);
        var bundle = new EvidenceBundle(carryOut is null ? null : new CarryOutId(carryOut), [.. entries.Select(entry => (ReadOnlyMemory<byte>)entry)], seen.Note.ToBytes(), [.. documents]);
        return (bundle.Write(), null);
    }

    /// <summary>The papers that entries name. The text of an application may be erased; its manifest may not.</summary>
    private async Task<List<ReadOnlyMemory<byte>>> DocumentsAsync(string engagement, Engagement facts, CancellationToken cancellation)
    {
        var documents = new List<ReadOnlyMemory<byte>>();
        foreach (var named in facts.CarryOuts.Values.SelectMany(found => found.Commitments().Concat(found.Seal is { } seal ? [seal.Measured.Manifest] : []))
            .Concat(facts.Chain.Values.Select(node => node.Text).OfType<Digest>()).Distinct())
            if (await papers.FindAsync(engagement, named, cancellation) is { } document) documents.Add(document);

        return documents;
    }
}
