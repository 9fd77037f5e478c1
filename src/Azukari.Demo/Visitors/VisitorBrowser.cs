using System.Net;
using System.Text.RegularExpressions;
using Azukari.Demo.Machines;

namespace Azukari.Demo.Visitors;

/// <summary>What the demo does with the service's pages before a visitor comes: it fills in their forms, and keeps their cookies.</summary>
internal sealed partial class VisitorBrowser(string server) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = new(server) };

    /// <summary>The cookies as the service set them, by name.</summary>
    internal Dictionary<string, string> Cookies { get; } = [];

    /// <summary>Opens a page, fills in its first form that leads there, and sends it; says what stood in the form.</summary>
    internal async Task<Dictionary<string, string>> FillInAsync(string path, string action, Func<Dictionary<string, string>, string?, Dictionary<string, string>> answer)
    {
        var html = await ReadAsync(path);
        var form = Forms().Matches(html).FirstOrDefault(form => form.Groups["head"].Value.Contains(action, StringComparison.Ordinal)) ?? throw new DemoException($"{path} has no form for {action}");
        var fields = Hidden().Matches(form.Groups["body"].Value).ToDictionary(input => input.Groups["name"].Value, input => WebUtility.HtmlDecode(input.Groups["value"].Value));
        var challenge = Challenge().Match(form.Groups["head"].Value) is { Success: true } found ? found.Groups["value"].Value : null;
        foreach (var (name, value) in answer(fields, challenge)) fields[name] = value;

        using var sent = await SendAsync(HttpMethod.Post, Action().Match(form.Groups["head"].Value).Groups["value"].Value, fields);
        return sent.StatusCode == HttpStatusCode.Found ? fields : throw new DemoException($"{action} was answered with {(int)sent.StatusCode}");
    }

    /// <summary>What stands at an address.</summary>
    internal async Task<string> ReadAsync(string path) => await (await SendAsync(HttpMethod.Get, path, null)).Content.ReadAsStringAsync();

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Dictionary<string, string>? fields)
    {
        using var request = new HttpRequestMessage(method, path) { Content = fields is null ? null : new FormUrlEncodedContent(fields) };
        if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await http.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            if (cookie.Split(';')[0].Split('=', 2) is [var name, var value]) Cookies[name] = value;
        return response;
    }

    [GeneratedRegex("<form(?<head>[^>]*)>(?<body>.*?)</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();

    [GeneratedRegex("data-challenge=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Challenge();

    [GeneratedRegex("action=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Action();
}
