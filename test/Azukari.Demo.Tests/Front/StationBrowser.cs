using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Azukari.Testing;

namespace Azukari.Demo.Tests.Front;

/// <summary>A browser without a window at a station's screen: it presses what stands on the page and adds nothing but what is chosen there.</summary>
internal sealed class StationBrowser : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Uri station;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });

    private StationBrowser(Uri station) => this.station = station;

    internal Dictionary<string, string> Cookies { get; } = [];

    internal string CookieHeader => string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    internal string Origin => station.GetLeftPart(UriPartial.Authority);

    /// <summary>The page that is open.</summary>
    internal StationPage Page { get; private set; } = null!;

    internal static async Task<StationBrowser> EnterAsync(Uri address)
    {
        var browser = new StationBrowser(new(address, "/"));
        await browser.GetAsync(address.PathAndQuery);
        return browser;
    }

    internal async Task<StationPage> GetAsync(string path) => Page = await FollowAsync(HttpMethod.Get, path, null);

    /// <summary>Presses the button of the form that leads there and says that.</summary>
    internal async Task<StationPage> PressAsync(string action, string saying = "")
    {
        var form = Page.Form(action, saying);
        return Page = await FollowAsync(HttpMethod.Post, form.Action, form.Fields);
    }

    /// <summary>Presses it and does what the page's script does: makes a key with the security key that is plugged in.</summary>
    internal async Task<StationPage> MakeAsync(string action, SoftPasskey plugged)
    {
        var form = Page.Form(action);
        return Page = await FollowAsync(HttpMethod.Post, form.Action, [.. form.Fields, new("credential", "AA"), new("key", Base64Url.EncodeToString(plugged.PublicKey))]);
    }

    /// <summary>Presses it and has the security key that is plugged in sign the challenge of the form.</summary>
    internal async Task<StationPage> TouchAsync(string saying, SoftPasskey plugged)
    {
        var form = Page.Form("/touch", saying);
        var answer = plugged.Sign(Origin, Base64Url.DecodeFromChars(Page.ChallengeOf(saying)));
        return Page = await FollowAsync(HttpMethod.Post, form.Action,
        [
            .. form.Fields, new("credential", "AA"), new("authenticatorData", Base64Url.EncodeToString(answer.AuthenticatorData)),
            new("clientData", Base64Url.EncodeToString(answer.ClientData)), new("signature", Base64Url.EncodeToString(answer.Signature)),
        ]);
    }

    /// <summary>Looks again, as the page asks, until the work is no longer going on.</summary>
    internal async Task<StationPage> EndAsync()
    {
        for (var watch = Stopwatch.StartNew(); Page.IsGoingOn; await GetAsync(Page.Path))
        {
            Assert.True(watch.Elapsed < Patience, Page.Text);
            await Task.Delay(50);
        }

        return Page;
    }

    /// <summary>What the station answers to something that no page of its own has sent.</summary>
    internal async Task<int> StatusAsync(HttpMethod method, string path, string? host = null, string? origin = null, KeyValuePair<string, string>[]? fields = null)
    {
        using var request = Request(method, path, fields);
        request.Headers.Host = host;
        request.Headers.Remove("Origin");
        if (origin is not null) request.Headers.Add("Origin", origin);
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }

    public void Dispose() => http.Dispose();

    private async Task<StationPage> FollowAsync(HttpMethod method, string path, KeyValuePair<string, string>[]? fields)
    {
        for (var hops = 0; hops < 5; hops++)
        {
            using var request = Request(method, path, fields);
            using var response = await http.SendAsync(request);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
                if (cookie.Split(';')[0].Split('=', 2) is [var name, var value]) Cookies[name] = value;
            }

            if (response.StatusCode is not HttpStatusCode.Found) return new(path, (int)response.StatusCode, await response.Content.ReadAsStringAsync());
            (method, path, fields) = (HttpMethod.Get, response.Headers.Location!.OriginalString, null);
        }

        throw new InvalidOperationException("the pages send us in a circle");
    }

    private HttpRequestMessage Request(HttpMethod method, string path, KeyValuePair<string, string>[]? fields)
    {
        var request = new HttpRequestMessage(method, new Uri(station, path)) { Content = fields is null ? null : new FormUrlEncodedContent(fields) };
        if (Cookies.Count > 0) request.Headers.Add("Cookie", CookieHeader);
        if (method != HttpMethod.Get) request.Headers.Add("Origin", Origin);
        return request;
    }
}

/// <summary>A page of the station's screen.</summary>
internal sealed partial record StationPage(string Path, int Status, string Html)
{
    internal string Text => WebUtility.HtmlDecode(Blanks().Replace(Tags().Replace(Html, " "), " "));

    /// <summary>The page looks again by itself.</summary>
    internal bool IsGoingOn => Html.Contains("data-again=", StringComparison.Ordinal);

    internal bool Offers(string kind, string carryOut) => Html.Contains($"href=\"/do/{kind}/{carryOut}", StringComparison.Ordinal);

    /// <summary>Where the first link that begins so leads, or the last.</summary>
    internal string Link(string begins, bool last = false)
    {
        var found = Links().Matches(Html).Select(link => WebUtility.HtmlDecode(link.Groups["value"].Value)).Where(address => address.StartsWith(begins, StringComparison.Ordinal));
        return last ? found.Last() : found.First();
    }

    internal StationPage Says(string words)
    {
        Assert.True(Text.Contains(words, StringComparison.Ordinal), $"'{words}' does not stand on {Status} {Path}: {Text}");
        return this;
    }

    internal (string Action, KeyValuePair<string, string>[] Fields) Form(string action, string saying = "")
    {
        var form = Forms().Matches(Html).FirstOrDefault(form => form.Groups["head"].Value.Contains("\"post\"", StringComparison.Ordinal)
            && ActionOf(form).Contains(action, StringComparison.Ordinal) && form.Value.Contains(saying, StringComparison.Ordinal)) ?? throw new InvalidOperationException($"nothing leads to {action} {saying} on {Status} {Path}: {Text}");
        return (ActionOf(form), [.. Hidden().Matches(form.Value).Select(input => KeyValuePair.Create(input.Groups["name"].Value, WebUtility.HtmlDecode(input.Groups["value"].Value)))]);
    }

    /// <summary>What the form that says that asks a security key to sign.</summary>
    internal string ChallengeOf(string saying) => Challenge().Match(Forms().Matches(Html).Single(form => form.Value.Contains("data-challenge", StringComparison.Ordinal) && form.Value.Contains(saying, StringComparison.Ordinal)).Value).Groups["value"].Value;

    private static string ActionOf(Match form) => WebUtility.HtmlDecode(Action().Match(form.Groups["head"].Value).Groups["value"].Value);

    [GeneratedRegex("<form(?<head>[^>]*)>.*?</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Forms();

    [GeneratedRegex("data-challenge=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Challenge();

    [GeneratedRegex("href=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Links();

    [GeneratedRegex("action=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Action();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
