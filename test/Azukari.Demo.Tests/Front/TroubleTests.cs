using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Azukari.Demo.Machines;
using Azukari.Demo.Stories;
using Azukari.Protocol.Http;
using Azukari.Protocol.Signatures;

namespace Azukari.Demo.Tests.Front;

/// <summary>Something is down, full, late or said twice: a plain word, nothing half done, and the case goes on.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class TroubleTests(Founded founded)
{
    private const int NotReachable = 3;

    private Installation At => founded.At;

    [Fact]
    public async Task With_the_service_down_sealing_says_so_and_afterwards_goes_on()
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        await At.KillAsync("server");

        var (exit, output) = await At.Stations["st-seal"].TryAsync("status", "--desk", At.StationDesk("st-seal"));
        Assert.Equal(NotReachable, exit);
        Assert.NotEmpty(JsonNode.Parse(output)!["why"]![0]!["nextJa"]!.GetValue<string>());

        await At.StartServerAsync();
        await journey.SealAsync($"csv:{founded.Source}");
    }

    [Fact]
    [Trait("Run", "deep")]
    public async Task With_one_holder_down_nothing_opens_and_when_it_is_back_everything_does()
    {
        var journey = await ArrivedAsync();
        await At.KillAsync("contractor");

        var stopped = await Assert.ThrowsAsync<DemoException>(() => journey.OpenAsync($"sqlite:{At.Rooms["call-centre", $"{journey.Id}.db"]}"));
        Assert.Contains("NotReachable", stopped.Message, StringComparison.Ordinal);

        await At.StartHolderAsync("contractor");
        var (exit, output) = await TryOpenAsync(journey);
        Assert.True(exit == 0, output);
    }

    [Fact]
    public async Task With_the_service_down_a_loss_kills_at_both_holders_and_the_tombstones_come_later()
    {
        var journey = await ArrivedAsync();
        await At.KillAsync("server");

        var told = await At.Desk.DoAsync("lost", "--carry-out", journey.Id, "--key", At.Cast.Carrier.KeyFile, "--desk", At.DeskFolder);
        Assert.True(told["ownerHolder"]!["destroyed"]!.GetValue<bool>());
        Assert.True(told["contractorHolder"]!["destroyed"]!.GetValue<bool>());

        await At.StartServerAsync();
        await journey.KeysAreDeadExceptDestinationAsync();
        Assert.StartsWith("never released, destroyed at", (await journey.StatusAsync())["answer"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Run", "deep")]
    public async Task After_the_window_nothing_is_released()
    {
        var journey = founded.NewJourney();
        var openBy = TimeProvider.System.GetUtcNow().AddSeconds(20).ToUnixTimeMilliseconds();
        await journey.AskAsync(Founded.Residents, plan => (plan["window"]!["outBy"], plan["window"]!["openBy"]) = (openBy, openBy));
        await TravelAsync(journey);
        await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(0, openBy - TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() + 50)));

        var stopped = await Assert.ThrowsAsync<DemoException>(() => journey.OpenAsync($"sqlite:{At.Rooms["call-centre", "late.db"]}"));

        Assert.Contains("R17 TooLate", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_medium_is_said_to_be_full_and_the_case_goes_on_with_room()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "a small file system is mounted as root only");
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", journey.Medium);
        try
        {
            await File.WriteAllTextAsync(Path.Combine(journey.Medium, "MEDIUM-SERIAL.txt"), $"SN-{journey.MediumId}\n");
            var stopped = await Assert.ThrowsAsync<DemoException>(() => journey.SealAsync($"csv:{founded.Source}"));
            Assert.Contains("Full", stopped.Message, StringComparison.Ordinal);
        }
        finally
        {
            await RunAsync("umount", journey.Medium);
        }

        await journey.SealAsync($"csv:{founded.Source}");
    }

    [Fact]
    public async Task A_request_that_comes_twice_is_refused_the_second_time()
    {
        using var key = SigningKey.FromPkcs8(await File.ReadAllBytesAsync(Path.Combine(At.StationFolder("st-bench"), "station.key")));
        var uri = new Uri($"{At.Server}/api/v1/engagements/{Installation.Engagement}/carry-outs");
        var signed = HttpSignature.Sign(key, new("GET", uri.Authority, uri.AbsolutePath, "?"), [], TimeProvider.System.GetUtcNow());
        using var http = new HttpClient();

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], [await SendAsync(http, uri, signed), await SendAsync(http, uri, signed)]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(uri)).StatusCode);
    }

    private async Task<Journey> ArrivedAsync()
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        await TravelAsync(journey);
        return journey;
    }

    private async Task TravelAsync(Journey journey)
    {
        var receipt = await journey.SealAsync($"csv:{founded.Source}");
        await journey.DepartAsync(receipt["sealNumber"]!.GetValue<string>());
        await journey.ArriveAsync();
    }

    private Task<(int Exit, string Output)> TryOpenAsync(Journey journey) => At.Stations["st-open"].TryAsync(
        "open", "--carry-out", journey.Id, "--station", At.StationFolder("st-open"), "--medium", journey.Medium, "--into", $"sqlite:{At.Rooms["call-centre", $"{journey.Id}.db"]}", "--desk", At.StationDesk("st-open"));

    private static async Task<HttpStatusCode> SendAsync(HttpClient http, Uri uri, SignatureHeaders signed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.TryAddWithoutValidation("Content-Digest", signed.ContentDigest);
        request.Headers.Add("Signature-Input", signed.SignatureInput);
        request.Headers.Add("Signature", signed.Signature);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task RunAsync(params string[] words)
    {
        using var process = Process.Start(words[0], words[1..]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
