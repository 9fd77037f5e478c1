using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.Sealing;
using Azukari.Domain.Watch;
using Azukari.Evidence;
using Azukari.Protocol.Ledger;
using Azukari.Server.Storage;
using Azukari.Server.Transport;
using Azukari.Server.Watch;
using Azukari.TransparencyLog;

namespace Azukari.Server.Ledger;

/// <summary>Takes a signed act, by whichever door it came: what this service asks beyond the rules, then the journal, then whoever waits for news.</summary>
internal sealed class Reception(Journal journal, PaperShelf papers, LogKeys keys, Integrator integrator, ServiceTime time, ILogger<Reception> log)
{
    /// <summary>What became of it, or the problem because of which it did not come before the rules.</summary>
    /// <param name="signed">The act.</param>
    /// <param name="message">Its bytes as they came.</param>
    /// <param name="before">The facts as they stood at the door.</param>
    /// <param name="isFounder">Whether a founder brings it.</param>
    /// <param name="cancellation">Gives up before anything is decided.</param>
    /// <exception cref="Protocol.ProtocolException">A signature in it does not fit.</exception>
    internal async Task<(Delivery? Delivery, IResult? Problem)> TakeAsync(SignedAct signed, byte[] message, Engagement before, bool isFounder, CancellationToken cancellation)
    {
        if (await AgainstAsync(signed, before, isFounder, cancellation) is { } problem)
        {
            // What stands in the record is answered as it was then, whatever this service waits for now.
            return await journal.FindAsync(signed.Engagement.Value, message, cancellation) is { } earlier ? (earlier, null) : (null, problem);
        }

        var delivery = await journal.AppendAsync(signed, message);
        Tell(delivery, signed, before);
        return (delivery, null);
    }

    /// <summary>A genesis names the log that we keep, a seal the papers that we have.</summary>
    private async Task<IResult?> AgainstAsync(SignedAct signed, Engagement before, bool isFounder, CancellationToken cancellation) => signed.Act switch
    {
        var act when IsServicesOwn(act) || (act is not ReportFromLabel && signed is { People.IsEmpty: true, Machine: null }) => Problems.ServicesOwn,
        FoundEngagement when before.Founding is not null => null, // The rules say it; a genesis that comes again is answered as before.
        FoundEngagement founding when !isFounder || !IsOurLog(founding, signed.Engagement.Value) => Problems.NotAFounder,
        FoundEngagement founding when !HasWitnesses(founding) => Problems.Malformed,
        var act when time.HoldsBack(signed.Engagement.Value, before, act) => Problems.TimeInDoubt,
        SealConsignment { Measured: var receipt } when !await papers.HasAsync(signed.Engagement.Value, [receipt.Manifest, receipt.Envelope], cancellation) => Problems.PaperMissing,
        _ => null,
    };

    private void Tell(Delivery delivery, SignedAct signed, Engagement before)
    {
        var engagement = signed.Engagement.Value;
        if (delivery is Delivery.Stored stored)
        {
            LedgerMessages.Recorded(log, engagement, stored.Seq, ActNames.Of(signed.Act));
            integrator.Nudge(engagement);
        }
        else if (delivery is Delivery.Refused refused)
        {
            // A name that nobody founded is whatever somebody typed.
            LedgerMessages.Refused(log, before.Founding is null ? "-" : engagement, ActNames.Of(signed.Act), refused.Refusals.Length);
        }
    }

    /// <summary>What the service says of itself bears no signature, so that the door is what keeps others from saying it. A finder's report bears none either, and touches no key.</summary>
    private static bool IsServicesOwn(Act act) => act is DeadlinePassed or CountRefusals or SetLawDuty;

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
