using Azukari.Domain.Engagements;
using Azukari.Domain.Sealing;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Server.Storage;
using Azukari.Server.Transport;

namespace Azukari.Server.Ledger;

/// <summary>Takes one signed act: every step of the journey comes through this door.</summary>
internal static class ActsEndpoint
{
    internal static void Map(RouteGroupBuilder group) => group.MapPost("/acts", HandleAsync).WithName("RecordAct").Accepts<byte[]>("application/json")
        .Produces<Recorded>(201).Produces<Recorded>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);

    private static async Task<IResult> HandleAsync(string engagement, HttpContext context, Journal journal, PaperShelf papers, LogKeys keys, ILogger<Journal> log, CancellationToken cancellation)
    {
        var admitted = Admitted.Of(context);
        try
        {
            var signed = SignedAct.Read(admitted.Body);
            if (signed.Engagement.Value != engagement) return Problems.Of(400, "malformed", "the act is for another engagement");
            if (signed.Act is FoundEngagement founding && !(admitted.IsFounder && IsOurLog(founding, keys, engagement))) return Problems.Of(403, "not-a-founder", "this engagement cannot be founded here with that key and log");
            if (signed.Act is SealConsignment { Measured: var receipt } && !await papers.HasAsync(engagement, [receipt.Manifest, receipt.Envelope], cancellation))
                return Problems.Of(409, "paper-missing", "the manifest and the envelope must be stored before the seal counts");

            return Answer(await journal.AppendAsync(signed, admitted.Body, cancellation), signed, log);
        }
        catch (ProtocolException fault) when (fault.Fault == ProtocolFault.BadSignature)
        {
            return Problems.Of(403, "bad-signature", fault.Message);
        }
        catch (ProtocolException fault)
        {
            return Problems.Of(400, "malformed", fault.Message);
        }
    }

    private static IResult Answer(Delivery delivery, SignedAct signed, ILogger log)
    {
        switch (delivery)
        {
            case Delivery.Stored stored:
                LedgerLog.Recorded(log, signed.Engagement.Value, stored.Seq, ActNames.Of(signed.Act));
                var recorded = new Recorded(stored.Seq, stored.At.ToUnixTimeMilliseconds(), stored.Leaf.Value, [.. stored.Missing.Select(RefusalJson.Of)]);
                return stored.IsNew ? Results.Json(recorded, statusCode: 201) : Results.Ok(recorded);
            case Delivery.Refused refused:
                LedgerLog.Refused(log, signed.Engagement.Value, ActNames.Of(signed.Act), refused.Refusals.Length);
                return Problems.Refused(refused.Refusals);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static bool IsOurLog(FoundEngagement founding, LogKeys keys, string engagement) =>
        founding.LogOrigin == LogKeys.OriginOf(engagement) && founding.LogKey == keys.Make(engagement).ToString();

    /// <summary>Where an act stands in the record: a promise that it stays there.</summary>
    internal sealed record Recorded(long Seq, long At, string Leaf, IReadOnlyList<RefusalJson> Missing);
}
