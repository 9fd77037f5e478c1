using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Incidents;
using Azukari.Holder.Http;
using Azukari.Holder.Record;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;

namespace Azukari.Holder.Kill;

/// <summary>紛失の届出 straight to a key holder: the button that works when the server is down (R23). The report's own signature is all it needs; whoever delivers it is nobody.</summary>
internal sealed class LossEndpoint(HolderSettings settings, Follower follower, ReportBox reports, Reaper reaper, TimeProvider clock, ILogger log) : IDisposable
{
    private readonly SemaphoreSlim looking = new(1, 1);

    public void Dispose() => looking.Dispose();

    internal async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (await Bodies.ReadAsync(request) is not { } body) return Problems.TooLarge;

        try
        {
            var signed = SignedAct.Read(body);
            if (signed.Act is not ReportLoss report || signed.Engagement != settings.Engagement)
                return Problems.Of(StatusCodes.Status400BadRequest, "malformed", "that is no report of a loss in this engagement");

            // What is already here decides first; only a report that does not count here is worth a look at the log.
            var answer = Take(report, signed, body);
            if (answer is not Answer.Refused) return Say(answer);

            await LookOnceAsync(cancellation);
            return Say(Take(report, signed, body));
        }
        catch (ProtocolException fault)
        {
            var isForged = fault.Fault == ProtocolFault.BadSignature;
            return Problems.Of(isForged ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest, isForged ? "bad-signature" : "malformed", fault.Message);
        }
    }

    /// <summary>One look at a time for all who knock: strangers do not keep the holder busy.</summary>
    private async Task LookOnceAsync(CancellationToken cancellation)
    {
        if (!await looking.WaitAsync(TimeSpan.Zero, cancellation)) return;

        try
        {
            await follower.FollowAsync(cancellation);
        }
        finally
        {
            looking.Release();
        }
    }

    private Answer Take(ReportLoss report, SignedAct signed, byte[] body)
    {
        var (view, now) = (reports.Over(follower.Heard), clock.GetUtcNow());

        // The service calls people about a loss without a permit (R23); a holder has no key of it, or has not heard of the permit yet.
        if (!view.IsGranted(report.CarryOut)) return new Answer.Refused(new([new(Rule.R23, Reason.NoPermit, report.CarryOut.Value)]));

        var attempt = ActVerifier.Verify(follower.Heard, signed);
        var isKnown = attempt.Signers.Length > 0 && attempt.Signers.All(signer => view.Used.Contains(signer.Statement));
        if (!isKnown && Rulebook.Decide(view, attempt, now) is Outcome.Refused refused) return new Answer.Refused(refused);

        var after = isKnown ? view : view.After(new(view.NextSeq, now, Digests.Sha256(body), attempt));
        var carryOut = after.Find(report.CarryOut)!;
        var isKill = carryOut.KillOrdered is not null;
        var stone = isKill ? reaper.Kill(carryOut, DestructionCause.Loss) : null; // First this; what is written comes after.

        if (!isKnown) Hold(report, attempt, body, isKill);
        return stone is not null ? new Answer.Killed(stone) : new Answer.Suspended();
    }

    private void Hold(ReportLoss report, Attempt attempt, byte[] body, bool isKill)
    {
        HolderLog.LossReported(log, report.CarryOut.Value, isKill);
        try
        {
            reports.Hold(attempt, body, clock.GetUtcNow());
        }
        catch (IOException fault) when (isKill)
        {
            HolderLog.ReportNotKept(log, fault, report.CarryOut.Value); // The key is dead and the report stands in memory; whoever reported is told so.
        }
    }

    private static IResult Say(Answer answer) => answer switch
    {
        Answer.Killed { Stone: var stone } => Results.Ok(new { destroyed = true, recipient = stone.Recipient.Value, count = stone.Count }),
        Answer.Suspended => Results.Accepted(value: new { destroyed = false }),
        Answer.Refused { Because: var because } => Problems.Refused(because.Refusals),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private abstract record Answer
    {
        internal sealed record Killed(Tombstone Stone) : Answer;

        internal sealed record Suspended : Answer;

        internal sealed record Refused(Outcome.Refused Because) : Answer;
    }
}
