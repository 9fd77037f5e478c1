using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Server.Storage;
using Azukari.Server.Transport;

namespace Azukari.Server.Ledger;

/// <summary>Takes one signed act: every step of the journey comes through this door, or is signed on a page.</summary>
internal sealed class ActsEndpoint(Reception reception)
{
    internal static void Map(RouteGroupBuilder group) => group
        .MapPost("/acts", (string engagement, HttpContext context, ActsEndpoint acts) => acts.TakeAsync(engagement, Admitted.Of(context), context.RequestAborted))
        .WithName("RecordAct").WithSummary("Takes a signed act; the same bytes again get the same answer").Accepts<byte[]>("application/json")
        .Produces<RecordedJson>(201).Produces<RecordedJson>().Produces<KeptJson>(202).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409).ProducesProblem(413).ProducesProblem(422).ProducesProblem(503);

    private async Task<IResult> TakeAsync(string engagement, Admitted admitted, CancellationToken cancellation)
    {
        try
        {
            var signed = SignedAct.Read(admitted.Body);
            if (signed.Engagement.Value != engagement) return Problems.Malformed;

            var (delivery, problem) = await reception.TakeAsync(signed, admitted.Body, admitted.Facts, admitted.IsFounder, cancellation);
            return problem ?? Answer(delivery!);
        }
        catch (ProtocolException fault)
        {
            return Problems.Of(fault);
        }
    }

    private static IResult Answer(Delivery delivery)
    {
        switch (delivery)
        {
            case Delivery.Stored stored:
                var recorded = new RecordedJson(stored.Seq, stored.At.ToUnixTimeMilliseconds(), stored.Leaf.Value, [.. stored.Missing.Select(RefusalJson.Of)]);
                return stored.IsNew ? Results.Json(recorded, statusCode: StatusCodes.Status201Created) : Results.Ok(recorded);
            case Delivery.Behind behind:
                return behind.IsKept ? Results.Json(new KeptJson(Kept: true), statusCode: StatusCodes.Status202Accepted) : Problems.RecordBehind;
            case Delivery.Refused refused:
                return Problems.Refused(refused.Refusals);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}

/// <summary>Where an act stands in the record: a promise that it stays there.</summary>
internal sealed record RecordedJson(long Seq, long At, string Leaf, IReadOnlyList<RefusalJson> Missing);

/// <summary>A safety act that is kept until the record is whole again; it has no place in it yet.</summary>
internal sealed record KeptJson(bool Kept);
