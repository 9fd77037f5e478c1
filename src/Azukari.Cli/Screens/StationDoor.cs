using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Azukari.Cli.Front;
using Azukari.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Azukari.Cli.Screens;

/// <summary>Who may use this screen: a browser that was given the address by this program's terminal, on this computer, and pages of ours alone.</summary>
/// <remarks>Loopback says "this computer", not "this person", and any page in the browser can send something to it: hence the secret, the exact name, the origin, and the form's token.</remarks>
internal sealed class StationDoor(int port, IAntiforgery forms, TimeProvider clock, Action<string> showAddress)
{
    private const string Cookie = "__Host-azukari-station";
    private readonly Lock gate = new();
    private readonly Dictionary<string, string?> sessions = []; // By the cookie's digest: whose browser it was given to.
    private string secret = NewSecret();

    internal string Origin { get; } = $"http://localhost:{port}";

    /// <summary>Shows the address that opens this screen once.</summary>
    internal void Show() => showAddress($"{Origin}/enter/{secret}");

    /// <summary>Before everything: the name that this screen has, so that no other name that leads here is believed (DNS rebinding), and the origin of what is sent.</summary>
    internal async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if ($"http://{request.Host.Value}" != Origin || !IsOurs(request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync("azukari station: open the address that its terminal shows / 端末の画面に出たアドレスを開いてください。\n");
            return;
        }

        request.Scheme = Uri.UriSchemeHttps; // localhost is a browser's secure context: a cookie that is not Secure is never ours.
        if (request.Cookies[Cookie] is { Length: > 0 } cookie && IsKnown(cookie, context.Connection)) context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Digest(cookie))], "station"));
        if (await FormReading.IsReadableAsync(request)) await next(context);
        else await Said(Frame(context), StatusCodes.Status400BadRequest, new("受け取れませんでした", "Not understood"), new("届いた内容を読み取れません。何もしていません。前の画面からやり直してください。", "What arrived cannot be read. Nothing was done; go back and try again.")).ExecuteAsync(context);
    }

    /// <summary>Opens this screen for a browser; the secret has served, and the terminal shows another.</summary>
    internal IResult Enter(string offered, HttpContext context)
    {
        var cookie = NewSecret();
        lock (gate)
        {
            if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(offered), Encoding.UTF8.GetBytes(secret))) return NotOpened(Frame(context));

            secret = NewSecret();
            sessions[Digest(cookie)] = LocalUser.At(context.Connection);
        }

        Show();
        context.Response.Cookies.Append(Cookie, cookie, OwnCookies.For());
        return Results.LocalRedirect("/");
    }

    /// <summary>Before every page and form: a browser that was let in, and forms that it was given.</summary>
    internal async ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.User.Identity?.IsAuthenticated != true) return NotOpened(Frame(http));
        if (!HttpMethods.IsGet(http.Request.Method) && !await forms.IsRequestValidAsync(http))
            return Said(Frame(http), 400, new("この画面は古くなりました", "This page is out of date"), new("何もしていません。最初の画面からやり直してください。", "Nothing was done; begin from the first page."));

        return await next(context);
    }

    internal Frame Frame(HttpContext context) => new(
        Languages.IsJapanese(context.Request), HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/", null, forms.GetAndStoreTokens(context).RequestToken!, clock.GetUtcNow());

    /// <summary>A page that says what is the matter and leads back.</summary>
    internal static IResult Said(Frame frame, int status, Protocol.Wording.Words title, Protocol.Wording.Words says, string? next = null) => Page.Of<FaultView>(
        new { Frame = frame, Title = title, Says = says, Next = next ?? "/", Label = next is null ? new Protocol.Wording.Words("最初の画面へ", "To the first page") : new Protocol.Wording.Words("戻る", "Back") }, status);

    /// <summary>The failures that people can do something about, as a page.</summary>
    internal static IResult Failed(Frame frame, Exception? fault) => fault is not null && Verb.Stop(fault) is { } stop
        ? Said(frame, 409, new("できません", "Not possible"), new($"{stop.Why[0].Ja}{stop.Why[0].NextJa}", $"{stop.Why[0].En}. {stop.Why[0].NextEn}"))
        : Said(frame, 500, new("内部の不具合です", "Something here does not work"), new("途中のものは残していません。もう一度行い、続くようであれば端末の管理者に知らせてください。", "Nothing half done is left. Try again; if it happens again, tell whoever looks after this station."));

    private static IResult NotOpened(Frame frame) => Said(frame, 403, new("この画面は開かれていません", "This screen is not open"),
        new("azukari station を起動した画面に出ているアドレスを開いてください。アドレスは一度だけ使えます。", "Open the address that is shown where azukari station was started; each counts once."));

    /// <summary>A browser says where a form comes from; what does not say it comes from no browser of ours. Reading is for anybody who has the cookie, which no other site's page sends along.</summary>
    private bool IsOurs(HttpRequest request)
    {
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return isRead ? StringValues.IsNullOrEmpty(request.Headers.Origin) || request.Headers.Origin == Origin : request.Headers.Origin == Origin;
    }

    private bool IsKnown(string cookie, ConnectionInfo connection)
    {
        lock (gate) return sessions.TryGetValue(Digest(cookie), out var user) && (user is null || user == LocalUser.At(connection));
    }

    private static string NewSecret() => RandomNumberGenerator.GetHexString(48, lowercase: true);

    private static string Digest(string cookie) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cookie)));
}
