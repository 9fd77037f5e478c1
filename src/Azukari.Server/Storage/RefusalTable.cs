using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;

namespace Azukari.Server.Storage;

/// <summary>What the rules spoke against, for the monthly review (R29): codes, ids and time, never the body.</summary>
internal static class RefusalTable
{
    private const string Insert =
        "insert into refusal (engagement, message, at, act, carry_out, signers, codes) values (@engagement, @message, @at, @act, @carryOut, @signers, @codes) on conflict do nothing";

    /// <summary>Only what somebody signed whom the record knows: a stranger cannot fill the table.</summary>
    internal static async Task KeepAsync(Held held, Digest message, Engagement facts, Attempt attempt, Outcome.Refused refused, DateTimeOffset now)
    {
        var keys = ActVerifier.KnownKeys(facts).Select(key => key.Id).ToHashSet();
        if (!attempt.Signers.Any(signer => keys.Contains(signer.Key)) && !(attempt.Machine is { } machine && keys.Contains(machine.Key))) return;

        await held.WriteAsync(Insert, new
        {
            engagement = held.Engagement,
            message = message.Value,
            at = now.ToUnixTimeMilliseconds(),
            act = ActNames.Of(attempt.Act),
            carryOut = attempt.Act.Subject?.Value ?? "",
            signers = string.Join(' ', attempt.Signers.Select(signer => signer.Person.Value)),
            codes = string.Join(' ', refused.Refusals.Select(refusal => $"{refusal.Rule}:{refusal.Because}")),
        });
    }
}
