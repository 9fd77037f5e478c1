using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Azukari.Protocol.Canonical;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Telemetry;

/// <summary>R30: recognisable texts are planted wherever somebody can type, and are found in no log, metric or trace, however much of it is turned on.</summary>
public sealed class MarkerTests
{
    private const string Marker = "zqx", Below = $"/api/v1/engagements/{Town.Name}";

    [Fact]
    public async Task What_people_type_is_in_no_log_no_metric_and_no_trace()
    {
        await using var collector = PostSink.Start(); // An OpenTelemetry collector: texts stand in what comes as they are.
        using var mail = MailSink.Start();
        await using var town = await Town.OutsideAsync(Where.Sqlite, mail.Arguments());
        await town.Host.StopForProgramAsync();
        town.Host.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        await town.Host.StartAgainAsync([
            .. mail.Arguments(), "--otlp", collector.Address.ToString(), "--webhook", $"http://localhost:9/{Marker}?token={Marker}",
            .. new[] { "Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics", "System", "Npgsql" }.SelectMany(category => new[] { $"--Logging:LogLevel:{category}", "Trace" }),
            "--Logging:Console:FormatterOptions:IncludeScopes", "true"]);

        await PlantAsync(town);
        await town.HoldersKnockAsync();
        await town.Host.UntilAsync("select count(*) from outbox where tries > 0", least: 1);
        await town.AskAsync(HttpMethod.Get, "call-list?lang=ja&format=html");
        Assert.Equal(200, (await Knock.AnonymousAsync(town.Host, HttpMethod.Get, town.Host.PageLink)).Status);
        await town.Host.TamperAsync("drop table particular");
        await town.Host.TamperAsync("drop table paper");
        await PlantAsync(town); // Where the storage fails, too.
        Assert.Equal(0, await town.Host.EndAsync());

        var (log, sent) = (string.Join('\n', town.Host.Said), string.Join('\n', collector.Posts.Select(came => Encoding.Latin1.GetString(came.Body))));
        Assert.Contains("was not delivered", log, StringComparison.Ordinal);
        Assert.Contains(collector.Posts, came => came.Path == "/v1/traces");
        foreach (var name in new[] { "azukari.acts", "azukari.request.duration", "azukari.append.duration", "azukari.deliveries", "/api/v1/engagements/{engagement}/contacts/{person}" }) Assert.Contains(name, sent, StringComparison.Ordinal);
        var secrets = new[] { Marker, "山田", await File.ReadAllTextAsync(Path.Combine(town.Host.Data, "page-door")), "0123", "town.example" };
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, sent, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret)), sent, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>No address of ours has a place for anything about a person: pseudonyms, codes and digests only.</summary>
    [Fact]
    public async Task No_address_has_a_place_for_what_people_type()
    {
        await using var town = await Town.EmptyAsync(Where.Sqlite);
        string[] places = ["engagement", "digest", "person", "id", "what", "code", "kind", "token", "documentName", "nonce"];
        string[] questions = ["from", "have", "lang", "format", "encoding", "about", "carry-out", "at-least"];

        var document = (await Knock.AnonymousAsync(town.Host, HttpMethod.Get, "/openapi/v1.json")).Json;
        var parameters = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().SelectMany(verb => verb.Value!["parameters"]?.AsArray() ?? [])).Select(parameter => $"{parameter!["in"]} {parameter["name"]}").Distinct();

        Assert.Empty(parameters.Except(places.Select(place => $"path {place}").Concat(questions.Select(question => $"query {question}"))));
    }

    private static async Task PlantAsync(Town town)
    {
        await town.ReachAsync("c-carrier", "ja", $"山田 {Marker}");
        await town.AskAsync(HttpMethod.Put, "contacts/c-carrier", Contact($"{Marker} no address"), by: "c-carrier");
        await town.AskAsync(HttpMethod.Put, "particulars", Encoding.UTF8.GetBytes($"{{\"person\":{{\"c-carrier\":\"山田 {Marker}\"}}}}"));
        await town.AskAsync(HttpMethod.Put, "particulars", Encoding.UTF8.GetBytes($"not json {Marker}"));
        var paper = Encoding.UTF8.GetBytes($"a paper about {Marker}");
        await town.AskAsync(HttpMethod.Put, $"papers/{Protocol.Ledger.Digests.Sha256(paper)}", paper);
        await town.AskAsync(HttpMethod.Put, $"papers/{Marker}", paper);
        await town.AskAsync(HttpMethod.Delete, $"particulars/{Marker}/{Marker}");
        await town.AskAsync(HttpMethod.Get, $"documents/{Marker}?about={Marker}&lang={Marker}");
        await town.AskAsync(HttpMethod.Get, $"registers/{Marker}?encoding={Marker}");
        foreach (var body in new[] { $"{{\"act\":\"{Marker}\"}}", Marker, $"{{\"{Marker}\":1}}" }) await town.AskAsync(HttpMethod.Post, "acts", Encoding.UTF8.GetBytes(body));
        await town.AskAsync(HttpMethod.Post, "cosignatures", Encoding.UTF8.GetBytes($"{Marker}\n\n— {Marker} AAAA\n"));
        await Knock.AnonymousAsync(town.Host, HttpMethod.Post, $"/api/v1/engagements/{Marker}/acts", (town.Lost() with { Engagement = new(Marker) }).Write());

        foreach (var path in new[] { $"/outside/{Marker}", $"/{Marker}?q={Marker}", $"{Below}/entries?from={Marker}", $"{Below}/{Marker}", $"/api/v1/engagements/{Marker.ToUpperInvariant()}/entries?from=0", $"/invitations/{Marker}", $"/sign-in?back=/{Marker}", $"/engagements/{Town.Name}/carry-outs/{Marker}/label?seal={Marker}", $"/engagements/{Marker}/people" }) await Knock.AnonymousAsync(town.Host, HttpMethod.Get, path);
        using (var request = new HttpRequestMessage(HttpMethod.Get, new Uri(town.Host.Address, $"{Below}/entries?from=0")))
        {
            foreach (var header in new[] { "User-Agent", "Referer", "Cookie", "Authorization", "Azukari-Key", "Content-Digest", "Signature-Input", "Signature", "X-Forwarded-For", "traceparent", "baggage" })
                request.Headers.TryAddWithoutValidation(header, $"{Marker}=1");
            request.Headers.Remove("traceparent");
            request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            request.Headers.Add("tracestate", $"{Marker}={Marker}");
            await Knock.SendAsync(town.Host, request);
        }

        using var socket = new TcpClient();
        await socket.ConnectAsync(town.Host.Address.Host, town.Host.Address.Port);
        await socket.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"{Marker} /{Marker} {Marker}\r\n{Marker}\r\n\r\n"));
        await socket.GetStream().ReadAtLeastAsync(new byte[16], 16, throwOnEndOfStream: false);
    }

    private static byte[] Contact(string mail) => CanonicalJson.Write(new JsonObject { ["name"] = Marker, ["mail"] = mail, ["telephone"] = Marker, ["language"] = "ja" });
}
