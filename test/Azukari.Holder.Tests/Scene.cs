using System.Text;
using System.Text.Json.Nodes;
using Azukari.Age;
using Azukari.Domain.Permits;
using Azukari.Holder.Vault;
using Azukari.Protocol.Http;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Microsoft.Extensions.Time.Testing;

namespace Azukari.Holder.Tests;

/// <summary>A town, its log service, and the two holders as they really run: in this process, on loopback, on folders of their own.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly HttpClient http = new();
    private readonly HybridIdentity station = HybridIdentity.Generate();
    private readonly Dictionary<Side, HolderHost> running = [];

    private Scene(LogService service, FakeTimeProvider clock) => (Service, Clock, Town) = (service, clock, new(service, clock));

    internal LogService Service { get; }

    internal FakeTimeProvider Clock { get; }

    internal Town Town { get; }

    internal byte[] Envelope { get; private set; } = [];

    internal string FolderOf(Side side) => folder.File(side.ToString());

    /// <summary>Founded and registered; both holders run and have deposited.</summary>
    internal static async Task<Scene> FoundedAsync()
    {
        var clock = new FakeTimeProvider(Town.Setup);
        var scene = new Scene(await LogService.StartAsync(clock), clock);
        scene.Town.Found(scene.Init(Side.Owner), scene.Init(Side.Contractor));
        scene.Town.Register();
        foreach (var side in Enum.GetValues<Side>())
        {
            await scene.StartAsync(side);
            await scene.RoundAsync(side);
        }

        return scene;
    }

    /// <summary>Carried to the destination and not yet proven there.</summary>
    internal static async Task<Scene> CarriedAsync()
    {
        var scene = await FoundedAsync();
        await scene.PermitAndCarryAsync();
        return scene;
    }

    internal async Task PermitAndCarryAsync()
    {
        var recipient = Digests.Sha256(station.Recipient.Raw.Span);
        Town.Do(new DepositRecipient(recipient), Town.OpenStation);
        var three = new ThreeKeys(Deposited(Side.Owner)[0], Deposited(Side.Contractor)[0], recipient);
        Town.Permit(three);
        Envelope = WrapThreeTimes(three);
        Town.SealAndCarry(Digests.Sha256(Envelope));
        await RoundsAsync();
    }

    /// <summary>Arrived and confirmed by both sides: a release would be right.</summary>
    internal static async Task<Scene> ConfirmedAsync()
    {
        var scene = await CarriedAsync();
        scene.Town.Arrive();
        scene.Town.ConfirmBoth();
        return scene;
    }

    internal static byte[] Innermost => Encoding.ASCII.GetBytes($"# manifest-sha256: {Town.Hash("manifest")}\nAGE-SECRET-KEY-PQ-1 of a test\n");

    internal IReadOnlyList<Digest> Deposited(Side side)
    {
        var holder = side == Side.Owner ? Service.Facts.Founding!.Owner.HolderKey.Id : Service.Facts.Founding!.Contractor.HolderKey.Id;
        return [.. Service.Facts.Keys.Values.Where(key => key.DepositedWith == holder).OrderBy(key => key.Recipient.Value).Select(key => key.Recipient)];
    }

    internal Digest NamedKey(Side side) => side == Side.Owner ? Service.Facts.Find(Town.Case)!.Permit!.Keys.Owner : Service.Facts.Find(Town.Case)!.Permit!.Keys.Contractor;

    internal string IdentityPath(Side side) => Path.Combine(FolderOf(side), "identities", NamedKey(side).Value + ".key");

    internal string TombstonePath(Side side) => Path.Combine(FolderOf(side), "tombstones", NamedKey(side).Value + ".json");

    /// <param name="side">Whose holder.</param>
    /// <param name="tick">How often it looks by itself; by default never within a test.</param>
    /// <param name="clock">Its own clock, where it is not the town's.</param>
    /// <param name="log">Where its log goes.</param>
    internal async Task StartAsync(Side side, TimeSpan? tick = null, TimeProvider? clock = null, LogLines? log = null)
    {
        var settings = new HolderSettings(
            FolderOf(side), side, new(LogService.Engagement), Service.Facts.Genesis!, new(Service.Address), 3, tick ?? TimeSpan.FromDays(40));
        string[] arguments = ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", log is null ? "None" : "Warning", "--Logging:Console:LogLevel:Default", "None"];
        var host = HolderHost.Build(settings, arguments, clock ?? Clock, log);
        await host.Web.StartAsync();
        running[side] = host;
    }

    internal async Task StopAsync(Side side)
    {
        await running[side].DisposeAsync();
        running.Remove(side);
    }

    internal Task RoundAsync(Side side) => running[side].Rounds.OnceAsync(CancellationToken.None);

    internal async Task RoundsAsync()
    {
        foreach (var side in running.Keys) await RoundAsync(side);
    }

    internal async Task<(int Status, byte[] Body)> ReleaseAsync(Side side, byte[] envelope, Code? asWhom = null, TimeProvider? clock = null) =>
        await SendAsync(ReleaseRequest(side, envelope, asWhom, clock));

    internal HttpRequestMessage ReleaseRequest(Side side, byte[] envelope, Code? asWhom = null, TimeProvider? clock = null) =>
        ReleaseRequest(running[side].Web.Urls.First(), envelope, asWhom, clock);

    internal HttpRequestMessage ReleaseRequest(string holder, byte[] envelope, Code? asWhom = null, TimeProvider? clock = null) =>
        Signed(HttpMethod.Post, $"{holder}/api/v1/carry-outs/{Town.Case}/release", envelope, Town.KeyOf(asWhom ?? Town.OpenStation), clock);

    internal Task<(int Status, byte[] Body)> ReportLossAsync(Side side, SignedAct report) => ReportLossAsync(running[side].Web.Urls.First(), report);

    internal Task<(int Status, byte[] Body)> ReportLossAsync(string holder, SignedAct report)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{holder}/api/v1/loss") { Content = new ByteArrayContent(report.Write()) };
        return SendAsync(request); // Nobody signs the transport: the phone that sends it may be anybody's.
    }

    internal async Task<JsonNode> StatusAsync(Side side, TimeProvider? clock = null)
    {
        var (status, body) = await SendAsync(Signed(HttpMethod.Get, $"{running[side].Web.Urls.First()}/api/v1/status", [], Town.KeyOf(Town.OpenStation), clock));
        Assert.Equal(200, status);
        return JsonNode.Parse(body)!;
    }

    internal async Task<(int Status, byte[] Body)> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    internal byte[] OpenAtStation(byte[] inner) => AgeFile.Decrypt(inner, [station]);

    /// <summary>The rules and reasons of a refusal, as <c>R17.NotArrived</c>.</summary>
    internal static IEnumerable<string> CodesIn(byte[] problem) =>
        JsonNode.Parse(problem)!["refusals"]!.AsArray().Select(refusal => $"{refusal!["rule"]}.{refusal["reason"]}");

    public async ValueTask DisposeAsync()
    {
        foreach (var host in running.Values) await host.DisposeAsync();
        await Service.DisposeAsync();
        Town.Dispose();
        station.Dispose();
        http.Dispose();
        folder.Dispose();
    }

    private byte[] WrapThreeTimes(ThreeKeys three)
    {
        HybridRecipient Paper(Digest name) => HybridRecipient.FromRaw(Service.Papers[name.Value]);
        return AgeFile.Encrypt(AgeFile.Encrypt(AgeFile.Encrypt(Innermost, [station.Recipient]), [Paper(three.Contractor)]), [Paper(three.Owner)]);
    }

    private FoundingSideKeys Init(Side side)
    {
        var shown = JsonNode.Parse(HolderKeys.Make(FolderOf(side), $"holder.{side.ToString().ToLowerInvariant()}.example"))!;
        var key = PublicKey.Parse(shown["signingKey"]!.GetValue<string>());
        return new(Signing.Fact(key, KeyForm.Software), shown["witnessKey"]!.GetValue<string>());
    }

    private HttpRequestMessage Signed(HttpMethod method, string address, byte[] body, SigningKey key, TimeProvider? clock)
    {
        var uri = new Uri(address);
        var request = new HttpRequestMessage(method, uri) { Content = new ByteArrayContent(body) };
        var signed = HttpSignature.Sign(key, new(method.Method, uri.Authority, uri.AbsolutePath, "?"), body, (clock ?? Clock).GetUtcNow());
        request.Content.Headers.Add("Content-Digest", signed.ContentDigest);
        request.Headers.Add("Signature-Input", signed.SignatureInput);
        request.Headers.Add("Signature", signed.Signature);
        return request;
    }
}
