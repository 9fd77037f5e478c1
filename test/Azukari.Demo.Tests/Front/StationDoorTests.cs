using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Azukari.Demo.Tests.Front;

/// <summary>Who gets to a station's screen: the browser that was given the address, on this computer, and nobody else.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class StationDoorTests(Founded founded)
{
    [Fact]
    public async Task Another_user_of_the_computer_has_no_address_and_one_that_was_used_opens_nothing()
    {
        await using var screen = await StationScreen.OpenAsync(founded.At, "st-bench");
        using var first = await StationBrowser.EnterAsync(screen.Address);
        Assert.Equal(200, first.Page.Status);

        using var again = await StationBrowser.EnterAsync(screen.Address);
        Assert.Equal(403, again.Page.Status);
        Assert.Equal(403, (await again.GetAsync("/")).Status);
        Assert.Equal(403, (await again.GetAsync("/do/Seal/t-001")).Status);
        Assert.Equal(403, await again.StatusAsync(HttpMethod.Post, "/deeds/0000000000000000/start", null, again.Origin));

        using var next = await StationBrowser.EnterAsync(await screen.NextAddressAsync());
        Assert.Equal(200, next.Page.Status);
        Assert.Equal(200, (await first.GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_cookie_in_another_users_hands_opens_nothing()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() && File.Exists("/usr/bin/curl"), "another user's program needs root to be started, and curl");
        await using var screen = await StationScreen.OpenAsync(founded.At, "st-bench");
        using var browser = await StationBrowser.EnterAsync(screen.Address);

        Assert.Equal("200", await CurlAsync("root", browser));
        Assert.Equal("403", await CurlAsync("nobody", browser));
    }

    private static async Task<string> CurlAsync(string user, StationBrowser browser)
    {
        string[] words = ["-u", user, "--", "curl", "--silent", "--noproxy", "*", "--output", "/dev/null", "--write-out", "%{http_code}", "--header", $"Cookie: {browser.CookieHeader}", $"{browser.Origin}/"];
        using var curl = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("runuser", words) { RedirectStandardOutput = true })!;
        var answer = await curl.StandardOutput.ReadToEndAsync();
        await curl.WaitForExitAsync();
        return answer;
    }

    [Fact]
    public async Task Another_page_in_the_same_browser_starts_nothing_under_whatever_name_it_reaches_the_screen()
    {
        await using var screen = await StationScreen.OpenAsync(founded.At, "st-bench");
        using var browser = await StationBrowser.EnterAsync(screen.Address);
        const string start = "/deeds/0000000000000000/start";

        // The cookie goes along in every one of these: what stops them is the name, the origin and the token.
        foreach (var host in new[] { $"127.0.0.1:{screen.Port}", $"evil.example:{screen.Port}", "localhost", $"localhost.evil.example:{screen.Port}" })
            Assert.Equal(403, await browser.StatusAsync(HttpMethod.Get, "/", host));
        foreach (var origin in new[] { null, "null", "https://evil.example", "http://localhost", $"http://localhost:{screen.Port + 1}", $"https://localhost:{screen.Port}" })
            Assert.Equal(403, await browser.StatusAsync(HttpMethod.Post, start, null, origin));
        Assert.Equal(400, await browser.StatusAsync(HttpMethod.Post, start, null, browser.Origin));
    }

    [Fact]
    public async Task No_other_computer_reaches_the_screen()
    {
        await using var screen = await StationScreen.OpenAsync(founded.At, "st-bench");
        var outward = NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses).Select(address => address.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address)).ToArray();
        Assert.SkipWhen(outward.Length == 0, "this computer has no address but its own");

        foreach (var address in outward)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(address, screen.Port));
        }
    }
}
