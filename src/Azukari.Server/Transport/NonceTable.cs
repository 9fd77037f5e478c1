using Azukari.Protocol.Http;
using Azukari.Server.Storage;

namespace Azukari.Server.Transport;

/// <summary>Every request counts once. Nonces are kept until a request of that age would be refused for its age.</summary>
internal sealed class NonceTable(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Sweeping = TimeSpan.FromMinutes(1);
    private long swept;

    /// <summary>Not durable: what a power cut takes is at most some minutes of reads; an act that comes again is answered as before.</summary>
    internal async Task<bool> IsFirstAsync(VerifiedRequest request)
    {
        await SweepAsync();
        return await database.WriteAsync(
            "insert into nonce (key_id, nonce, created) values (@key, @nonce, @created) on conflict do nothing",
            new { key = request.KeyId, nonce = request.Nonce, created = request.Created.ToUnixTimeSeconds() }, durably: false) == 1;
    }

    private async Task SweepAsync()
    {
        var (now, last) = (clock.GetTimestamp(), Interlocked.Read(ref swept));
        if (last != 0 && clock.GetElapsedTime(last, now) < Sweeping) return;
        if (Interlocked.CompareExchange(ref swept, now, last) != last) return;

        var oldest = (clock.GetUtcNow() - (HttpSignature.Tolerance * 3)).ToUnixTimeSeconds();
        await database.WriteAsync("delete from nonce where created < @oldest", new { oldest }, durably: false);
    }
}
