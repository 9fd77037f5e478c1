using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azukari.Protocol.Canonical;
using Azukari.Protocol.Http;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;

namespace Azukari.Server.Watch;

/// <summary>Alarms posted as JSON and signed as every request of ours is (RFC 9421), with a key of the service's own whose public half lies beside it.</summary>
internal sealed class WebhookRoute : IDisposable
{
    private readonly Uri? address;
    private readonly TimeProvider clock;
    private readonly SigningKey key;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(20) };

    public WebhookRoute(Settings settings, TimeProvider clock)
    {
        (address, this.clock) = (settings.Webhook, clock);
        var path = Path.Combine(settings.Data, "webhook-key");
        if (!File.Exists(path)) Make(path);

        var pkcs8 = File.ReadAllBytes(path);
        key = SigningKey.FromPkcs8(pkcs8);
        CryptographicOperations.ZeroMemory(pkcs8);
        File.WriteAllText($"{path}.pub", $"{key.PublicKey}\n"); // From the key at every start: the two cannot part.
    }

    /// <summary>Posts one alarm; throws when the far end has not taken it.</summary>
    internal async Task SendAsync(News news, CancellationToken cancellation)
    {
        var body = Write(news);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        var target = new RequestTarget("POST", address!.Authority, address.AbsolutePath, address.Query.Length == 0 ? "?" : address.Query);
        var signed = HttpSignature.Sign(key, target, body, clock.GetUtcNow());
        request.Content.Headers.Add("Content-Digest", signed.ContentDigest);
        request.Headers.Add("Signature-Input", signed.SignatureInput);
        request.Headers.Add("Signature", signed.Signature);

        using var response = await http.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        key.Dispose();
        http.Dispose();
    }

    private static byte[] Write(News news) => CanonicalJson.Write(new JsonObject
    {
        ["alarm"] = news.Row.Alarm,
        ["at"] = news.At.ToUnixTimeMilliseconds(),
        ["engagement"] = news.Row.Engagement,
        ["en"] = string.Join('\n', news.Lines.Select(line => line.En)),
        ["id"] = news.Id,
        ["ja"] = string.Join('\n', news.Lines.Select(line => line.Ja)),
        ["passed"] = news.Passed is null ? null : DomainJson.ToNode(news.Passed),
        ["subject"] = new JsonObject { ["en"] = news.Subject.En, ["ja"] = news.Subject.Ja },
    });

    private static void Make(string path)
    {
        using var made = SigningKey.Generate();
        var pkcs8 = made.ToPkcs8();
        DurableFile.Create(path, pkcs8);
        CryptographicOperations.ZeroMemory(pkcs8);
    }
}
