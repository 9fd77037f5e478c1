using System.Net;
using Azukari.Demo.Visitors;

namespace Azukari.Demo.Tests.Front;

/// <summary>The links with which the demo ends: each signs in as one invented person, through the demo's own address and nowhere else.</summary>
[Collection(nameof(Founded))]
public sealed class VisitorTests(Founded founded)
{
    [Fact]
    public async Task A_visitor_looks_around_and_presses_lost_and_the_keys_die()
    {
        var at = founded.At;
        Visitor[] visitors = [.. Visitor.All(at.Origin).Where(visitor => visitor.Duty is "operator" or "auditor")]; // Two are enough for a test, and quicker.
        await using var tour = new Tour(at, $"csv:{founded.Source}", Founded.Residents, visitors, "usb-v1", "usb-v2");
        await tour.PrepareAsync();
        var carrier = visitors.Single(visitor => visitor.Duty == "operator");
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

        // Every role is let in, and sees both cases.
        foreach (var visitor in visitors)
        {
            var (page, _) = await OpenAsync(http, tour.LinkOf(visitor), at.Origin);
            Assert.All([Tour.Open, Tour.Late, $"架空の{visitor.Ja}"], said => Assert.Contains(said, page, StringComparison.Ordinal));
        }

        // The link is the demo's: the service knows of none, whoever asks.
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(at.Server + VisitorDoor.PathOf(carrier)))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(tour.LinkOf(carrier)[..^1] + "_"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync(new Uri(at.Origin + "/visit/touch"), new StringContent("AAAA"))).StatusCode);

        // "Press Lost on this page and watch": the carrier is named in the permit, so the holders' keys die at once.
        var (_, cookies) = await OpenAsync(http, tour.LinkOf(carrier), at.Origin);
        using var browser = new VisitorBrowser(at.Origin);
        foreach (var (name, value) in cookies) browser.Cookies[name] = value;
        await browser.FillInAsync($"/engagements/{Stories.Installation.Engagement}/carry-outs/{Tour.Open}/loss", "/statements", (_, challenge) => TouchAsync(http, at.Origin, cookies, challenge!).GetAwaiter().GetResult());
        await new Stories.Journey(at, Tour.Open, "usb-v1", at.Rooms["media", "usb-v1"]).KeysAreDeadExceptDestinationAsync();
    }

    private static async Task<Dictionary<string, string>> TouchAsync(HttpClient http, string origin, Dictionary<string, string> cookies, string challenge)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(origin + "/visit/touch")) { Content = new StringContent(challenge) };
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await http.SendAsync(request);
        return System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(await answer.Content.ReadAsStringAsync())!;
    }

    private static async Task<(string Page, Dictionary<string, string> Cookies)> OpenAsync(HttpClient http, string link, string origin)
    {
        var opened = await http.GetAsync(new Uri(link));
        var cookies = opened.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0].Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(origin + "/"));
        request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        return (await (await http.SendAsync(request)).Content.ReadAsStringAsync(), cookies);
    }
}
