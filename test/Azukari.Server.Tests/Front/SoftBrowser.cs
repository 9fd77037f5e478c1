using System.Buffers.Text;
using System.Net;
using System.Text.RegularExpressions;
using Azukari.Testing;

namespace Azukari.Server.Tests.Front;

/// <summary>A browser without a screen: cookies, redirects, forms, and a passkey in memory. It obeys what the page says and adds nothing.</summary>
internal sealed class SoftBrowser : IDisposable
{
    internal const string Origin = "https://azukari.city.example";

    private readonly Host host;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(60) };

    internal SoftBrowser(Host host) => this.host = host;

    /// <summary>The origin that the browser shows, which its passkey signs.</summary>
    internal string Shown => host.Origin ?? Origin;

    internal SoftPasskey Passkey { get; init; } = new();

    internal string Credential { get; } = Base64Url.EncodeToString(Guid.NewGuid().ToByteArray());

    internal Dictionary<string, string> Cookies { get; } = [];

    /// <summary>The page that is open.</summary>
    internal SoftPage Page { get; private set; } = null!;

    internal async Task<SoftPage> GetAsync(string path) => Page = await FollowAsync(HttpMethod.Get, path, null);

    /// <summary>Presses the button of the form that leads there, with what was typed; a form that asks for the passkey gets its answer.</summary>
    internal Task<SoftPage> PressAsync(string action, params (string Field, string Text)[] typed) => PressAsync(Form(action), typed);

    internal async Task<SoftPage> PressAsync(SoftForm form, params (string Field, string Text)[] typed)
    {
        var fields = new Dictionary<string, string>(form.Fields);
        if (form.Data.TryGetValue("passkey", out var asks))
            foreach (var (name, value) in asks == "make" ? Made() : Touched(Base64Url.DecodeFromChars(form.Data["challenge"]))) fields[name] = value;
        foreach (var (field, text) in typed) fields[field] = text;
        return Page = await FollowAsync(HttpMethod.Post, form.Action.Length > 0 ? form.Action : Page.Path, [.. fields, .. form.Again]);
    }

    /// <summary>Chooses a file in the form that leads there, and presses its button.</summary>
    internal async Task<SoftPage> UploadAsync(string action, string name, byte[] file)
    {
        var form = Form(action);
        using var content = new MultipartFormDataContent();
        foreach (var (field, text) in form.Fields.Where(field => field.Key != "file")) content.Add(new StringContent(text), field);
        content.Add(new ByteArrayContent(file), "file", name);
        using var response = await SendAsync(HttpMethod.Post, form.Action, content);
        return Page = new(form.Action, (int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Signs in with the passkey, as after every long pause.</summary>
    internal async Task SignInAsync()
    {
        await GetAsync("/sign-in");
        (await PressAsync("/sign-in")).Is(200);
    }

    internal SoftForm Form(string action) => Page.Forms.FirstOrDefault(form => form.Action.Contains(action, StringComparison.Ordinal)) ?? throw new InvalidOperationException($"no form leads to {action} on {Page.Path}: {Page.Text}");

    internal Dictionary<string, string> Touched(byte[] challenge, string? origin = null)
    {
        var answer = Passkey.Sign(origin ?? Shown, challenge);
        return new()
        {
            ["credential"] = Credential,
            ["authenticatorData"] = Base64Url.EncodeToString(answer.AuthenticatorData),
            ["clientData"] = Base64Url.EncodeToString(answer.ClientData),
            ["signature"] = Base64Url.EncodeToString(answer.Signature),
        };
    }

    /// <summary>What an address says at first, without following it; a form goes out empty.</summary>
    internal async Task<int> StatusAsync(HttpMethod method, string path)
    {
        using var response = await SendAsync(method, path, method == HttpMethod.Post ? [] : null);
        return (int)response.StatusCode;
    }

    /// <summary>The bytes of what is downloaded there.</summary>
    internal async Task<byte[]> TakeAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path, fields: null);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode} {path}");
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => http.Dispose();

    private Dictionary<string, string> Made() => new() { ["credential"] = Credential, ["key"] = Base64Url.EncodeToString(Passkey.PublicKey) };

    private async Task<SoftPage> FollowAsync(HttpMethod method, string path, KeyValuePair<string, string>[]? fields)
    {
        for (var hops = 0; hops < 5; hops++)
        {
            using var response = await SendAsync(method, path, fields);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : []) Keep(cookie);

            if (response.StatusCode is not HttpStatusCode.Found) return new(path, (int)response.StatusCode, await response.Content.ReadAsStringAsync());
            (method, path, fields) = (HttpMethod.Get, response.Headers.Location!.OriginalString, null);
        }

        throw new InvalidOperationException("the pages send us in a circle");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, KeyValuePair<string, string>[]? fields)
    {
        using var content = fields is null ? null : new FormUrlEncodedContent(fields);
        return await SendAsync(method, path, content);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(host.Address, path)) { Content = content };
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("User-Agent", "a soft browser");
        if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        return await http.SendAsync(request);
    }

    /// <summary>As a browser keeps a cookie whose name begins with __Host-: Secure, for this host, for every path.</summary>
    private void Keep(string cookie)
    {
        var parts = cookie.Split("; ");
        var (name, value) = (parts[0][..parts[0].IndexOf('=', StringComparison.Ordinal)], parts[0][(parts[0].IndexOf('=', StringComparison.Ordinal) + 1)..]);
        string[] kept = [.. parts.Select(part => part.ToLowerInvariant())];
        Assert.StartsWith("__Host-", name, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string>(["path=/", "secure", "httponly", "samesite=strict"]), kept.ToHashSet());
        Assert.DoesNotContain(kept, part => part.StartsWith("domain", StringComparison.Ordinal));

        if (value.Length == 0) Cookies.Remove(name); else Cookies[name] = value;
    }
}

/// <summary>A page that came back.</summary>
internal sealed partial record SoftPage(string Path, int Status, string Html)
{
    internal string Text => WebUtility.HtmlDecode(Tags().Replace(Html, " "));

    internal IReadOnlyList<SoftForm> Forms => [.. FormTag().Matches(Html).Select(match => new SoftForm(
        Attribute(match.Groups["head"].Value, "action"),
        [.. Inputs().Matches(match.Groups["body"].Value).Where(input => IsSent(input.Value)).Select(input => KeyValuePair.Create(Attribute(input.Value, "name"), Attribute(input.Value, "value"))),
            .. Areas().Matches(match.Groups["body"].Value).Select(area => KeyValuePair.Create(Attribute(area.Groups["head"].Value, "name"), WebUtility.HtmlDecode(area.Groups["text"].Value))),
            .. Selects().Matches(match.Groups["body"].Value).Select(select => KeyValuePair.Create(Attribute(select.Groups["head"].Value, "name"), ChosenOf(select.Groups["body"].Value)))],
        DataNames().Matches(match.Groups["head"].Value).ToDictionary(data => data.Groups["name"].Value, data => WebUtility.HtmlDecode(data.Groups["value"].Value))))];

    internal void Is(int status) => Assert.True(Status == status, $"{Status} {Path} {Text}");

    /// <summary>A box or a button among others is sent when it is chosen.</summary>
    private static bool IsSent(string input) => input.Contains("name=", StringComparison.Ordinal)
        && (!(input.Contains("\"radio\"", StringComparison.Ordinal) || input.Contains("\"checkbox\"", StringComparison.Ordinal)) || input.Contains(" checked", StringComparison.Ordinal));

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"(?<value>[^\"]*)\"").Groups["value"].Value);

    /// <summary>As a browser sends a list: the option that is selected, else the first.</summary>
    private static string ChosenOf(string options) => Options().Matches(options).Select(option => option.Value).ToArray() is { Length: > 0 } all
        ? Attribute(all.FirstOrDefault(option => option.Contains(" selected", StringComparison.Ordinal)) ?? all[0], "value") : "";

    [GeneratedRegex("<textarea(?<head>[^>]*)>(?<text>.*?)</textarea>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Areas();

    [GeneratedRegex("<select(?<head>[^>]*)>(?<body>.*?)</select>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Selects();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Options();

    [GeneratedRegex("<form(?<head>[^>]*)>(?<body>.*?)</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex FormTag();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("data-(?<name>[a-z]+)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex DataNames();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}

/// <summary>A form as the page gave it out.</summary>
internal sealed record SoftForm(string Action, KeyValuePair<string, string>[] Inputs, Dictionary<string, string> Data)
{
    internal Dictionary<string, string> Fields => Inputs.GroupBy(input => input.Key).ToDictionary(group => group.Key, group => group.First().Value);

    /// <summary>Fields that stand in the form more than once: all but the first of each.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Again => Inputs.GroupBy(input => input.Key).SelectMany(group => group.Skip(1));
}
