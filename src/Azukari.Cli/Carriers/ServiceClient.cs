using System.Net;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Protocol.Http;
using Azukari.Protocol.Opening;
using Azukari.Protocol.Signatures;

namespace Azukari.Cli.Carriers;

/// <summary>The one HTTP client: signs every request with the caller's enrolled key (RFC 9421) and turns problems into words.</summary>
internal sealed class ServiceClient(SigningKey key, bool introduceItself, TimeProvider clock, TimeSpan? patience = null) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = patience ?? TimeSpan.FromSeconds(60) };

    internal async Task<byte[]> SendAsync(HttpMethod method, string address, ReadOnlyMemory<byte> body, CancellationToken cancellation, string? releaseRequest = null)
    {
        var uri = new Uri(address);
        using var request = new HttpRequestMessage(method, uri);
        if (method != HttpMethod.Get) request.Content = new ReadOnlyMemoryContent(body);

        var target = new RequestTarget(method.Method, uri.Authority, uri.AbsolutePath, uri.Query.Length == 0 ? "?" : uri.Query);
        var signed = HttpSignature.Sign(key, target, method == HttpMethod.Get ? default : body.Span, clock.GetUtcNow());
        if (request.Content is { } content) content.Headers.Add("Content-Digest", signed.ContentDigest);
        else request.Headers.TryAddWithoutValidation("Content-Digest", signed.ContentDigest);
        if (introduceItself) request.Headers.Add("Azukari-Key", key.PublicKey.ToString()); // Before the genesis no record knows a key.
        request.Headers.Add("Signature-Input", signed.SignatureInput);
        request.Headers.Add("Signature", signed.Signature);

        if (releaseRequest is not null) request.Headers.Add(ReleaseRequest.Header, releaseRequest);

        using var response = await AnswerAsync(request, cancellation);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellation);
        return response.IsSuccessStatusCode ? answer : throw Problem(response.StatusCode, answer);
    }

    public void Dispose() => http.Dispose();

    /// <summary>Whoever does not answer in time is not reachable. Nobody has interrupted anything, and what was sent may have been heard.</summary>
    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await http.SendAsync(request, cancellation);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException($"{request.RequestUri!.Authority}: no answer within {http.Timeout.TotalSeconds:0} seconds", late);
        }
    }

    private static StopException Problem(HttpStatusCode status, byte[] body)
    {
        var problem = Parse(body);
        var type = Text(problem, "type") is { Length: > 0 } urn ? urn : $"http {(int)status}";

        if (problem?["refusals"] is JsonArray { Count: > 0 } refusals)
            return new(ExitCode.Refused, [.. refusals.OfType<JsonObject>().Select(refusal => new Spoken(
                $"{Text(refusal, "rule")} {Text(refusal, "reason")}{(Text(refusal, "about") is { Length: > 0 } about ? $" ({about})" : "")}",
                Text(refusal, "ja"), Text(refusal, "en"), Text(refusal, "nextJa"), Text(refusal, "nextEn")))]);

        return new((int)status >= 500 ? ExitCode.NotReachable : ExitCode.Refused, new Spoken(
            type, $"相手が受け付けませんでした。{Text(problem, "title")}", $"it was not taken: {Text(problem, "title")} {Text(problem, "detail")}".TrimEnd(), "表示された理由を確かめてください。", "See the reason shown."));
    }

    private static JsonObject? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null; // Whoever answered is no service of ours; the status code is all there is to say.
        }
    }

    private static string Text(JsonObject? node, string name) => node?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
