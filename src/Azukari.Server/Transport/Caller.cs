using Azukari.Protocol.Http;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Azukari.Server.Storage;
using Dapper;

namespace Azukari.Server.Transport;

/// <summary>Who delivers a request (RFC 9421): a key that the engagement's record leads to, or a founder's. It says who knocks and nothing about what counts (design §6).</summary>
internal sealed class Caller(Database database, Journal journal, Settings settings, TimeProvider clock)
{
    internal const int MostBytes = 65_536;

    /// <summary>Refuses everybody but enrolled keys, hands the whole body on, and lets no nonce pass twice.</summary>
    internal async ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (await ReadAsync(request) is not { } body) return Problems.Of(413, "too-large", $"a body has at most {MostBytes} bytes");

        var engagement = (string)request.RouteValues["engagement"]!;
        var facts = await journal.FactsAsync(engagement, context.HttpContext.RequestAborted);
        var isFounder = false;
        PublicKey? Find(string id)
        {
            var known = ActVerifier.KnownKeys(facts).FirstOrDefault(key => key.Id.Value == id);
            return known is null ? null : PublicKey.Parse(known.Ssh);
        }

        var headers = HeadersOf(request);
        var target = new RequestTarget(request.Method, request.Host.Value ?? "", request.Path.Value ?? "", request.QueryString.HasValue ? request.QueryString.Value! : "?");
        var verified = HttpSignature.Verify(headers, target, body, clock.GetUtcNow(), Find, out var fault);

        // Before the genesis no key is known; a founder is known by the identifier that the service was started with, and sends the key itself.
        if (verified is null && fault == HttpSignatureFault.UnknownKey && facts.Founding is null && FounderKey(request) is { } founder)
            (verified, isFounder) = (HttpSignature.Verify(headers, target, body, clock.GetUtcNow(), id => id == founder.KeyId ? founder : null, out fault), true);

        if (verified is null) return Problems.Of(401, "unauthenticated", $"the request's signature does not count: {fault}");
        if (!await IsFirstAsync(verified)) return Problems.Of(409, "replayed", "this request has come before");

        context.HttpContext.Items[typeof(Admitted)] = new Admitted(verified.KeyId, body, facts, isFounder || settings.Founders.Contains(verified.KeyId));
        return await next(context);
    }

    private PublicKey? FounderKey(HttpRequest request)
    {
        if (!request.Headers.TryGetValue("Azukari-Key", out var line)) return null;

        try
        {
            var key = PublicKey.Parse(line.ToString());
            return settings.Founders.Contains(key.KeyId) ? key : null;
        }
        catch (Protocol.ProtocolException)
        {
            return null; // Not a key: then nobody knocks.
        }
    }

    private async Task<bool> IsFirstAsync(VerifiedRequest verified)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        var oldest = clock.GetUtcNow().Subtract(HttpSignature.Tolerance * 3).ToUnixTimeSeconds();
        await connection.ExecuteAsync("delete from nonce where created < @oldest", new { oldest });
        return await connection.ExecuteAsync(
            "insert into nonce (key_id, nonce, created) values (@key, @nonce, @created) on conflict do nothing", new { key = verified.KeyId, nonce = verified.Nonce, created = verified.Created.ToUnixTimeSeconds() }) == 1;
    }

    private static SignatureHeaders? HeadersOf(HttpRequest request) =>
        request.Headers.TryGetValue("Content-Digest", out var digest) && request.Headers.TryGetValue("Signature-Input", out var input) && request.Headers.TryGetValue("Signature", out var signature)
            ? new(digest.ToString(), input.ToString(), signature.ToString())
            : null;

    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            if (body.Length + read > MostBytes) return null;
            await body.WriteAsync(buffer.AsMemory(0, read));
        }

        return body.ToArray();
    }
}

/// <summary>A request whose sender is known.</summary>
internal sealed record Admitted(string KeyId, byte[] Body, Domain.Engagements.Engagement Facts, bool IsFounder)
{
    internal static Admitted Of(HttpContext context) => (Admitted)context.Items[typeof(Admitted)]!;
}
