using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Incidents;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;

namespace Azukari.Holder;

/// <summary>Takes a signed report of loss itself, so that the button works when the service is down (R23). Destroys first, tells afterwards.</summary>
internal sealed class LossEndpoint(HolderSettings settings, Follower follower, Reaper reaper, Outbox outbox, TimeProvider clock)
{
    internal IResult Handle(byte[] message)
    {
        try
        {
            var signed = SignedAct.Read(message);
            if (signed.Act is not ReportLoss report) return Results.Problem("only a report of loss is taken here", statusCode: 400, type: "urn:azukari:malformed");

            var (facts, attempt) = (follower.Facts, ActVerifier.Verify(follower.Facts, signed));
            var now = Rulebook.Time(facts, clock.GetUtcNow());
            if (Rulebook.Decide(facts, attempt, now) is Outcome.Refused refused && !IsKnownAlready(refused))
                return Results.Problem(string.Join(' ', refused.Refusals.Select(refusal => $"{refusal.Rule}:{refusal.Because}")), statusCode: 422, type: "urn:azukari:refused");

            return Act(report, attempt, message);
        }
        catch (ProtocolException fault)
        {
            return Results.Problem(fault.Message, statusCode: 400, type: "urn:azukari:malformed");
        }
    }

    /// <summary>The record may have heard of it first; that is no reason to let the key live.</summary>
    private static bool IsKnownAlready(Outcome.Refused refused) => refused.Refusals.All(refusal => refusal.Because == Reason.StatementUsed);

    private IResult Act(ReportLoss report, Attempt attempt, byte[] message)
    {
        var carryOut = follower.Facts.Find(report.CarryOut)!;
        var own = settings.Side == Side.Owner ? carryOut.Permit!.Keys.Owner : carryOut.Permit!.Keys.Contractor;
        var after = follower.Facts.After(new(follower.Facts.NextSeq, clock.GetUtcNow(), settings.Genesis, attempt)).Find(report.CarryOut)!;

        var tombstone = after.KillOrdered is not null ? reaper.Destroy(own, DestructionCause.Loss) : null;
        outbox.Add(message);
        return after.KillOrdered is not null
            ? Results.Ok(new { destroyed = true, recipient = own.Value, count = tombstone?.Count })
            : Results.Json(new { destroyed = false, suspended = true }, statusCode: 202);
    }
}
