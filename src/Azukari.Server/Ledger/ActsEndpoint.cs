using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.Sealing;
using Azukari.Domain.Watch;
using Azukari.Evidence;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Server.Storage;
using Azukari.Server.Transport;
using Azukari.Server.Watch;
using Azukari.TransparencyLog;

namespace Azukari.Server.Ledger;

/// <summary>Takes one signed act: every step of the journey comes through this door.</summary>
internal sealed class ActsEndpoint(Journal journal, PaperShelf papers, LogKeys keys, Integrator integrator, ServiceTime time, ILogger<ActsEndpoint> log)
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

            if (await AgainstAsync(signed, admitted, cancellation) is not { } problem) return Answer(await journal.AppendAsync(signed, admitted.Body), signed, admitted.Facts);

            // What stands in the record is answered as it was then, whatever this service waits for now.
            return await journal.FindAsync(engagement, admitted.Body, cancellation) is { } earlier ? Answer(earlier, signed, admitted.Facts) : problem;
        }
        catch (ProtocolException fault)
        {
            return Problems.Of(fault);
        }
    }

    /// <summary>What this service asks beyond the rules: a genesis names the log that we keep, a seal the papers that we have.</summary>
    private async Task<IResult?> AgainstAsync(SignedAct signed, Admitted admitted, CancellationToken cancellation) => signed.Act switch
    {
        var act when IsServicesOwn(act) || (act is not ReportFromLabel && signed is { People.IsEmpty: true, Machine: null }) => Problems.ServicesOwn,
        FoundEngagement when admitted.Facts.Founding is not null => null, // The rules say it; a genesis that comes again is answered as before.
        FoundEngagement founding when !admitted.IsFounder || !IsOurLog(founding, signed.Engagement.Value) => Problems.NotAFounder,
        FoundEngagement founding when !HasWitnesses(founding) => Problems.Malformed,
        var act when time.HoldsBack(signed.Engagement.Value, admitted.Facts, act) => Problems.TimeInDoubt,
        SealConsignment { Measured: var receipt } when !await papers.HasAsync(signed.Engagement.Value, [receipt.Manifest, receipt.Envelope], cancellation) => Problems.PaperMissing,
        _ => null,
    };

    /// <summary>What the service says of itself bears no signature, so that the door is what keeps others from saying it. A finder's report bears none either, and touches no key.</summary>
    private static bool IsServicesOwn(Act act) => act is DeadlinePassed or CountRefusals or SetLawDuty;

    private IResult Answer(Delivery delivery, SignedAct signed, Engagement before)
    {
        var engagement = signed.Engagement.Value;
        switch (delivery)
        {
            case Delivery.Stored stored:
                LedgerMessages.Recorded(log, engagement, stored.Seq, ActNames.Of(signed.Act));
                integrator.Nudge(engagement);
                var recorded = new RecordedJson(stored.Seq, stored.At.ToUnixTimeMilliseconds(), stored.Leaf.Value, [.. stored.Missing.Select(RefusalJson.Of)]);
                return stored.IsNew ? Results.Json(recorded, statusCode: StatusCodes.Status201Created) : Results.Ok(recorded);
            case Delivery.Behind behind:
                return behind.IsKept ? Results.Json(new KeptJson(Kept: true), statusCode: StatusCodes.Status202Accepted) : Problems.RecordBehind;
            case Delivery.Refused refused: // A name that nobody founded is whatever somebody typed.
                LedgerMessages.Refused(log, before.Founding is null ? "-" : engagement, ActNames.Of(signed.Act), refused.Refusals.Length);
                return Problems.Refused(refused.Refusals);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private bool IsOurLog(FoundEngagement founding, string engagement) => founding.LogOrigin == LogKeys.OriginOf(engagement) && founding.LogKey == keys.Find(engagement)?.ToString();

    /// <summary>Witness keys that nobody can verify with would make an engagement whose record never counts.</summary>
    private static bool HasWitnesses(FoundEngagement founding)
    {
        try
        {
            return TrustAnchors.PolicyOf(founding).Witnesses.All(witness => witness.Key.Algorithm == NoteAlgorithm.CosignatureV1);
        }
        catch (LogException)
        {
            return false;
        }
    }
}

/// <summary>Where an act stands in the record: a promise that it stays there.</summary>
internal sealed record RecordedJson(long Seq, long At, string Leaf, IReadOnlyList<RefusalJson> Missing);

/// <summary>A safety act that is kept until the record is whole again; it has no place in it yet.</summary>
internal sealed record KeptJson(bool Kept);
