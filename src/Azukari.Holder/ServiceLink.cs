using System.Net;
using Azukari.Protocol.Http;

namespace Azukari.Holder;

/// <summary>The holder's way to the service: it asks and delivers, and believes nothing that comes back before it is replayed.</summary>
internal sealed class ServiceLink(HolderSettings settings, HolderKeys keys, TimeProvider clock) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = TimeSpan.FromSeconds(20) };

    internal DateTimeOffset Now => clock.GetUtcNow();

    internal Task<byte[]> EntriesAsync(long from, CancellationToken cancellation) => GetAsync($"entries?from={from}", cancellation);

    internal Task<byte[]> CheckpointAsync(CancellationToken cancellation) => GetAsync("checkpoint", cancellation);

    internal async Task CosignedAsync(byte[] note, CancellationToken cancellation)
    {
        using var response = await SendAsync(HttpMethod.Post, "cosignatures", note, cancellation);
        response.EnsureSuccessStatusCode();
    }

    internal async Task StorePaperAsync(string digest, byte[] paper, CancellationToken cancellation)
    {
        using var response = await SendAsync(HttpMethod.Put, $"papers/{digest}", paper, cancellation);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Delivers an act; says what the service answered. 200 and 201 mean that it stands in the record.</summary>
    internal async Task<HttpStatusCode> DeliverAsync(byte[] act, CancellationToken cancellation)
    {
        using var response = await SendAsync(HttpMethod.Post, "acts", act, cancellation);
        return response.StatusCode;
    }

    public void Dispose() => http.Dispose();

    private async Task<byte[]> GetAsync(string path, CancellationToken cancellation)
    {
        using var response = await SendAsync(HttpMethod.Get, path, null, cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(cancellation);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellation)
    {
        var uri = new Uri($"{settings.Server}/api/v1/engagements/{settings.Engagement}/{path}");
        using var request = new HttpRequestMessage(method, uri);
        var signed = HttpSignature.Sign(keys.Signing, new(method.Method, uri.Authority, uri.AbsolutePath, uri.Query.Length == 0 ? "?" : uri.Query), body, clock.GetUtcNow());
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.Add("Content-Digest", signed.ContentDigest);
        }
        else request.Headers.TryAddWithoutValidation("Content-Digest", signed.ContentDigest);

        request.Headers.Add("Signature-Input", signed.SignatureInput);
        request.Headers.Add("Signature", signed.Signature);
        return await http.SendAsync(request, cancellation);
    }
}
