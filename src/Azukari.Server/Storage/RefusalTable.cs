using Azukari.Domain;
using Azukari.Protocol.Ledger;

namespace Azukari.Server.Storage;

/// <summary>What the rules spoke against, for the monthly review (R29): codes, ids and time, never the body.</summary>
internal static class RefusalTable
{
    private const string Insert =
        "insert into refusal (engagement, message, at, act, carry_out, signers, codes) values (@engagement, @message, @at, @act, @carryOut, @signers, @codes) on conflict do nothing";

    internal static Task KeepAsync(Held held, Digest message, Attempt attempt, Outcome.Refused refused, DateTimeOffset now) =>
        held.WriteAsync(Insert, new
        {
            engagement = held.Engagement,
            message = message.Value,
            at = now.ToUnixTimeMilliseconds(),
            act = ActNames.Of(attempt.Act),
            carryOut = attempt.Act.Subject?.Value ?? "",
            signers = string.Join(' ', attempt.Signers.Select(signer => signer.Person.Value)),
            codes = string.Join(' ', refused.Refusals.Select(refusal => $"{refusal.Rule}:{refusal.Because}")),
        });

    /// <summary>What was refused, newest first; it is narrowed as the search of entries is.</summary>
    internal static Task<IReadOnlyList<RefusalRow>> NewestAsync(Database database, string engagement, EntrySearch search, int most, CancellationToken cancellation) => database.ReadAsync<RefusalRow>(
        "select at, act, carry_out as CarryOut, signers, codes from refusal where engagement = @engagement and at >= @from and at < @until " +
        "and (@carryOut = '' or carry_out = @carryOut) and (@act = '' or act = @act) and (@person = '' or ' ' || signers || ' ' like '% ' || @person || ' %') order by at desc, message limit @most",
        new
        {
            engagement,
            from = search.From?.ToUnixTimeMilliseconds() ?? 0,
            until = search.Until?.ToUnixTimeMilliseconds() ?? long.MaxValue,
            carryOut = search.CarryOut ?? "",
            act = search.Act ?? "",
            person = search.Person ?? "",
            most,
        },
        cancellation);
}

/// <summary>One refused attempt, as its row says.</summary>
/// <param name="At">When, in Unix milliseconds.</param>
/// <param name="Act">The name of the act.</param>
/// <param name="CarryOut">What it was about, or empty.</param>
/// <param name="Signers">Who had signed it, with spaces between.</param>
/// <param name="Codes">Rule and reason, with spaces between.</param>
public sealed record RefusalRow(long At, string Act, string CarryOut, string Signers, string Codes);
