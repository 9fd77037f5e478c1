using System.Text;
using System.Text.Json.Nodes;
using Azukari.Protocol.Http;
using Azukari.Protocol.Signatures;

namespace Azukari.Server.Tests.Front;

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, byte[] Body, Dictionary<string, string> Headers)
{
    internal string Text => Encoding.UTF8.GetString(Body);

    internal JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The code of a problem, without its urn.</summary>
    internal string Problem => Json["type"]!.GetValue<string>()["urn:azukari:".Length..];

    /// <summary>Rule and reason of each refusal.</summary>
    internal string[] Refusals => [.. Json["refusals"]!.AsArray().Select(refusal => $"{refusal!["rule"]} {refusal["reason"]}")];

    internal string Header(string name) => Headers[name.ToLowerInvariant()];

    internal void Is(int status, string problem)
    {
        Assert.True(Status == status, $"{Status} {Text}");
        Assert.Equal("application/problem+json", Header("content-type"));
        Assert.Equal(problem, Problem);
        Assert.NotEmpty(Json["title"]!.GetValue<string>());
        Assert.NotEmpty(Json["titleJa"]!.GetValue<string>());
    }
}

/// <summary>Requests as they go over the wire.</summary>
internal static class Knock
{
    internal static async Task<Answer> SendAsync(Host host, SigningKey key, HttpMethod method, string path, byte[]? body = null, bool introduce = false, DateTimeOffset? at = null) =>
        await SendAsync(host, Signed(host, key, method, path, body, introduce, at));

    internal static Task<Answer> AnonymousAsync(Host host, HttpMethod method, string path, byte[]? body = null) =>
        SendAsync(host, new HttpRequestMessage(method, new Uri(host.Address, path)) { Content = body is null ? null : new ByteArrayContent(body) });

    internal static async Task<Answer> SendAsync(Host host, HttpRequestMessage request)
    {
        using var response = await host.Http.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => string.Join(",", pair.Value));
        return new((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(), headers);
    }

    internal static HttpRequestMessage Signed(Host host, SigningKey key, HttpMethod method, string path, byte[]? body, bool introduce = false, DateTimeOffset? at = null)
    {
        var uri = new Uri(host.Address, path);
        var request = new HttpRequestMessage(method, uri) { Content = body is null ? null : new ByteArrayContent(body) };
        var target = new RequestTarget(method.Method, uri.Authority, uri.AbsolutePath, uri.Query.Length == 0 ? "?" : uri.Query);
        var signed = HttpSignature.Sign(key, target, body, at ?? host.Clock.GetUtcNow());

        if (request.Content is { } content) content.Headers.Add("Content-Digest", signed.ContentDigest);
        else request.Headers.TryAddWithoutValidation("Content-Digest", signed.ContentDigest);
        if (introduce) request.Headers.Add("Azukari-Key", key.PublicKey.ToString());
        request.Headers.Add("Signature-Input", signed.SignatureInput);
        request.Headers.Add("Signature", signed.Signature);
        return request;
    }
}
