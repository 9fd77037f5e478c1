using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol;
using Azukari.Protocol.Http;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Azukari.Server.Storage;
using Azukari.Server.Watch;

namespace Azukari.Server.Transport;

/// <summary>Who delivers a request (RFC 9421): a key that the engagement's record leads to, or a founder's. It says who knocks and nothing about what counts (design §6).</summary>
internal sealed class Caller(Journal journal, NonceTable nonces, ServiceTime time, Settings settings, TimeProvider clock)
{
    /// <summary>The largest body, in bytes.</summary>
    internal const int MostBytes = 65_536;

    /// <summary>Refuses everybody but known keys, hands the whole body on, and lets no request pass twice; safety acts pass by their own signatures.</summary>
    internal async ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var engagement = (string)http.Request.RouteValues["engagement"]!;
        if (!IsName(engagement)) return Problems.NotFound;
        if (await RequestBody.ReadAsync(http.Request, MostBytes) is not { } body) return Problems.TooLarge;

        var facts = await journal.FactsAsync(engagement, http.RequestAborted);
        var (verified, isFounder, fault) = Verify(http.Request, body, facts);
        var problem = verified is null ? Problems.Unauthenticated(fault)
            : !await nonces.IsFirstAsync(verified) ? Problems.Replayed
            : Crowd.IsOver(http) ? Problems.TooMany
            : null;

        if (problem is not null && !SafetyDoor.IsOpenFor(http.Request, body)) return problem;

        if (problem is null) time.Agree(engagement, facts, verified!.KeyId);
        http.Items[typeof(Admitted)] = new Admitted(body, facts, isFounder, problem is null ? verified!.KeyId : null);
        return await next(context);
    }

    private (VerifiedRequest? Verified, bool IsFounder, HttpSignatureFault Fault) Verify(HttpRequest request, byte[] body, Engagement facts)
    {
        var (headers, target, now) = (HeadersOf(request), TargetOf(request), clock.GetUtcNow());

        // Before the genesis the record knows no key. A founder is known by the identifier that the service was started with, and sends the key itself.
        var founder = facts.Founding is null ? FounderKey(request) : null;
        PublicKey? Find(string id) => id == founder?.KeyId ? founder
            : ActVerifier.KnownKeys(facts).FirstOrDefault(key => key.Id.Value == id) is { } known ? PublicKey.Parse(known.Ssh) : null;

        var verified = HttpSignature.Verify(headers, target, body, now, Find, out var fault);
        return (verified, verified is not null && verified.KeyId == founder?.KeyId, fault);
    }

    private PublicKey? FounderKey(HttpRequest request)
    {
        if (!request.Headers.TryGetValue("Azukari-Key", out var line)) return null;

        try
        {
            var key = PublicKey.Parse(line.ToString());
            return settings.Founders.Contains(key.KeyId) ? key : null;
        }
        catch (ProtocolException)
        {
            return null; // Not a key: then nobody knocks.
        }
    }

    private static bool IsName(string value)
    {
        try
        {
            return new EngagementId(value).Value == value;
        }
        catch (ArgumentException)
        {
            return false; // Names of engagements become names of files and rows: nothing else may reach those.
        }
    }

    private static RequestTarget TargetOf(HttpRequest request) =>
        new(request.Method, request.Host.Value ?? "", request.Path.Value ?? "", request.QueryString.HasValue ? request.QueryString.Value! : "?");

    private static SignatureHeaders? HeadersOf(HttpRequest request) =>
        request.Headers.TryGetValue("Content-Digest", out var digest) && request.Headers.TryGetValue("Signature-Input", out var input) && request.Headers.TryGetValue("Signature", out var signature)
            ? new(digest.ToString(), input.ToString(), signature.ToString())
            : null;
}

/// <summary>A request that was let in: its whole body, the facts as they stood at the door, and whose key signed it; null where only the act inside counts.</summary>
internal sealed record Admitted(byte[] Body, Engagement Facts, bool IsFounder, string? KeyId)
{
    internal static Admitted Of(HttpContext context) => (Admitted)context.Items[typeof(Admitted)]!;
}
