using System.Buffers.Text;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Azukari.Demo.Visitors;

/// <summary>The address that a visitor opens: the service's own pages, passed on as they are, under a banner, with passkeys that the demo presses. The service does not know of it.</summary>
/// <remarks>On loopback only. A link signs in as its one invented person; without a link there is only the service's own sign-in page.</remarks>
internal sealed class VisitorDoor : IAsyncDisposable
{
    private const string Cookie = "__Host-azukari-visitor";

    private readonly WebApplication app;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly string server;
    private readonly IReadOnlyList<Visitor> visitors;

    private VisitorDoor(string server, string origin, IReadOnlyList<Visitor> visitors)
    {
        (this.server, this.visitors) = (server, visitors);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add($"http://127.0.0.1:{new Uri(origin).Port}");
        app.Run(PassOnAsync);
    }

    internal static async Task<VisitorDoor> OpenAsync(string server, string origin, IReadOnlyList<Visitor> visitors)
    {
        var door = new VisitorDoor(server, origin, visitors);
        await door.app.StartAsync();
        return door;
    }

    internal static string PathOf(Visitor visitor) => $"/visit/{visitor.Id}/{visitor.Secret}";

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private Task PassOnAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/visit/banner.css" => FileAsync(context, "banner.css", "text/css; charset=utf-8"),
        "/visit/touch.js" => FileAsync(context, "touch.js", "text/javascript; charset=utf-8"),
        "/visit/touch" => TouchAsync(context),
        { } path when visitors.FirstOrDefault(visitor => path == PathOf(visitor)) is { } visitor => SignInAsync(context, visitor),
        _ => ForwardAsync(context),
    };

    /// <summary>Signs in through the service's own page and hands the session on.</summary>
    private async Task SignInAsync(HttpContext context, Visitor visitor)
    {
        using var browser = new VisitorBrowser(server);
        await browser.FillInAsync("/sign-in", "/sign-in", (_, challenge) => visitor.Passkey.Touch(Base64Url.DecodeFromChars(challenge)));
        var only = new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/" };
        foreach (var (name, value) in browser.Cookies) context.Response.Cookies.Append(name, value, only);
        context.Response.Cookies.Append(Cookie, visitor.Secret, only);

        // A redirect would come from the page that held the link, and a strict cookie would stay at home.
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync($"<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0;url=/\"><title>預かり</title><p><a href=\"/\">{visitor.Ja}として入る</a></p></html>");
    }

    private async Task TouchAsync(HttpContext context)
    {
        if (visitors.FirstOrDefault(visitor => visitor.Secret == context.Request.Cookies[Cookie]) is not { } visitor || !HttpMethods.IsPost(context.Request.Method) || context.Request.Headers.Origin.ToString().Length == 0)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.ASCII);
        await context.Response.WriteAsJsonAsync(visitor.Passkey.Touch(Base64Url.DecodeFromChars(await reader.ReadToEndAsync(context.RequestAborted))));
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var asked = context.Request;
        using var request = new HttpRequestMessage(new(asked.Method), $"{server}{asked.Path}{asked.QueryString}") { Content = HttpMethods.IsPost(asked.Method) ? new StreamContent(asked.Body) : null };
        foreach (var name in new[] { "Cookie", "Accept", "User-Agent" }) if (asked.Headers.TryGetValue(name, out var value)) request.Headers.TryAddWithoutValidation(name, (string?)value);
        if (request.Content is not null && asked.ContentType is { } type) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await http.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Content-Length"))) context.Response.Headers[name] = values.ToArray();

        if (answer.Content.Headers.ContentType?.MediaType != "text/html") await context.Response.Body.WriteAsync(await answer.Content.ReadAsByteArrayAsync(context.RequestAborted));
        else await context.Response.WriteAsync(WithBanner(context, await answer.Content.ReadAsStringAsync(context.RequestAborted)));
    }

    private string WithBanner(HttpContext context, string html)
    {
        context.Response.Headers.ContentSecurityPolicy = $"{context.Response.Headers.ContentSecurityPolicy}; connect-src 'self'"; // The banner's script asks the demo to press the passkey.
        var who = visitors.FirstOrDefault(visitor => visitor.Secret == context.Request.Cookies[Cookie]);
        var banner = WebUtility.HtmlEncode(who is null ? "デモ · この街も人も架空です / Demo: nobody here exists" : $"デモ · 架空の{who.Ja} {who.Id} として見ています / Demo: you are the invented {who.Duty} {who.Id}");
        return html.Replace("</title>", "</title><link rel=\"stylesheet\" href=\"/visit/banner.css\"><script src=\"/visit/touch.js\"></script>", StringComparison.Ordinal)
            .Replace("<body>", $"<body><p class=\"visit\" role=\"note\">{banner}</p>", StringComparison.Ordinal);
    }

    private static async Task FileAsync(HttpContext context, string name, string type)
    {
        context.Response.ContentType = type;
        await using var file = typeof(VisitorDoor).Assembly.GetManifestResourceStream(name)!;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
