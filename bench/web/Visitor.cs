using System.Diagnostics;
using System.Text.Json;

namespace Azukari.Web.Bench;

/// <summary>Somebody who is signed in.</summary>
/// <param name="Secret">The session's cookie.</param>
/// <param name="Engagement">Where the person belongs.</param>
/// <param name="Outside">A carry-out there that is outside.</param>
/// <param name="Asked">One that waits for a decision.</param>
internal sealed record Visitor(string Secret, string Engagement, string Outside, string Asked)
{
    /// <summary>The address of a page for this visitor.</summary>
    internal string PathOf(string page) => page.Replace("{engagement}", Engagement, StringComparison.Ordinal).Replace("{outside}", Outside, StringComparison.Ordinal).Replace("{asked}", Asked, StringComparison.Ordinal);
}

/// <summary>So many visitors who ask for a page at the same time.</summary>
/// <param name="Address">The service.</param>
/// <param name="Page">The page, with its placeholders.</param>
/// <param name="Requests">How often it is asked for, by all of them together.</param>
internal sealed record Rush(Uri Address, string Page, int Requests, IReadOnlyList<Visitor> Visitors);

/// <summary>The visitors' process: a rush for each line that it reads, and the time of every answer in milliseconds for each that it writes.</summary>
internal static class Crowd
{
    internal static async Task RunAsync()
    {
        using var direct = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false };
        using var http = new HttpClient(direct) { Timeout = TimeSpan.FromMinutes(20) };
        while (await Console.In.ReadLineAsync() is { Length: > 0 } line)
        {
            var rush = JsonSerializer.Deserialize<Rush>(line)!;
            var left = rush.Requests;
            var times = await Task.WhenAll(rush.Visitors.Select(async visitor =>
            {
                List<double> own = [];
                while (Interlocked.Decrement(ref left) >= 0) own.Add(await AskAsync(http, rush, visitor));
                return own;
            }));
            Console.WriteLine(JsonSerializer.Serialize(times.SelectMany(own => own)));
        }
    }

    private static async Task<double> AskAsync(HttpClient http, Rush rush, Visitor visitor)
    {
        var began = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(rush.Address, visitor.PathOf(rush.Page)));
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Cookie", $"__Host-azukari={visitor.Secret}");
        using var answer = await http.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        if ((int)answer.StatusCode is not (200 or 409)) throw new InvalidOperationException($"{(int)answer.StatusCode} {request.RequestUri}");
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
