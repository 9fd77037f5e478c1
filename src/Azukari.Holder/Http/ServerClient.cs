using Azukari.Holder.Vault;
using Azukari.Protocol.Http;
using Azukari.Protocol.Ledger;

namespace Azukari.Holder.Http;

/// <summary>What the service answered.</summary>
internal sealed record ServerAnswer(int Status, byte[] Body)
{
    internal bool Taken => Status is >= 200 and < 300;
}

/// <summary>The way to the service. Every request is signed with the holder's key; no answer is an ordinary answer and never an exception.</summary>
internal sealed class ServerClient(HolderSettings settings, HolderKeys keys, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = Patience })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = 32 * 1024 * 1024, // 256 entries of the longest kind, and some.
    };

    internal Task<ServerAnswer?> GetAsync(string path, CancellationToken cancellation) => SendAsync(HttpMethod.Get, path, default, cancellation);

    /// <summary>Delivers an act.</summary>
    internal Task<ServerAnswer?> RecordAsync(SignedAct act, CancellationToken cancellation) => SendAsync(HttpMethod.Post, "acts", act.Write(), cancellation);

    /// <summary>Sends a request below the engagement; null when nobody answers.</summary>
    internal async Task<ServerAnswer?> SendAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var uri = new Uri($"{settings.Server.AbsoluteUri.TrimEnd('/')}/api/v1/engagements/{settings.Engagement}/{path}");
        using var request = new HttpRequestMessage(method, uri) { Content = new ReadOnlyMemoryContent(body) };
        var target = new RequestTarget(method.Method, uri.Authority, uri.AbsolutePath, uri.Query.Length == 0 ? "?" : uri.Query);
        var signed = HttpSignature.Sign(keys.Signing, target, body.Span, clock.GetUtcNow());
        request.Content.Headers.Add("Content-Digest", signed.ContentDigest);
        request.Headers.Add("Signature-Input", signed.SignatureInput);
        request.Headers.Add("Signature", signed.Signature);

        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return new((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (Exception silence) when (silence is HttpRequestException or IOException || (silence is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();
}
