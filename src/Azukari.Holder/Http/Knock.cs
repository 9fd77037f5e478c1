using System.Collections.Concurrent;
using Azukari.Holder.Record;
using Azukari.Protocol.Http;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;

namespace Azukari.Holder.Http;

/// <summary>Who sends a request (RFC 9421): a key that the followed record leads to, and each nonce once.</summary>
internal sealed class Knock(Follower follower, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Key, string Nonce), DateTimeOffset> seen = new();

    /// <summary>Nonces do not outlive the process, so what was signed before it began counts as seen. The signature has whole seconds.</summary>
    private readonly DateTimeOffset began = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>The sender, or null and the answer to give.</summary>
    internal VerifiedRequest? Admit(HttpRequest request, byte[] body, out IResult refusal)
    {
        var target = new RequestTarget(request.Method, request.Host.Value ?? "", request.Path.Value ?? "", request.QueryString.HasValue ? request.QueryString.Value! : "?");
        var verified = HttpSignature.Verify(HeadersOf(request), target, body, clock.GetUtcNow(), Find, out var fault);
        if (verified is null)
        {
            refusal = Problems.Of(StatusCodes.Status401Unauthorized, "unauthenticated", $"the request's signature does not count: {fault}");
            return null;
        }

        Forget();
        var isFirst = verified.Created >= began && seen.TryAdd((verified.KeyId, verified.Nonce), verified.Created);
        refusal = Problems.Of(StatusCodes.Status409Conflict, "replayed", "this request has come before");
        return isFirst ? verified : null;
    }

    /// <summary>The key of this identifier, if the followed record leads to it.</summary>
    internal PublicKey? Find(string id) =>
        ActVerifier.KnownKeys(follower.Facts).FirstOrDefault(key => key.Id.Value == id) is { } known ? PublicKey.Parse(known.Ssh) : null;

    /// <summary>A nonce is kept until its request would be refused as stale by itself.</summary>
    private void Forget()
    {
        var oldest = clock.GetUtcNow() - (HttpSignature.Tolerance * 2);
        foreach (var (nonce, created) in seen)
            if (created < oldest) seen.TryRemove(nonce, out _);
    }

    private static SignatureHeaders? HeadersOf(HttpRequest request) =>
        request.Headers.TryGetValue("Content-Digest", out var digest) && request.Headers.TryGetValue("Signature-Input", out var input) && request.Headers.TryGetValue("Signature", out var signature)
            ? new(digest.ToString(), input.ToString(), signature.ToString())
            : null;
}
