using System.Security.Claims;
using Azukari.Domain;
using Azukari.Server.People;
using Azukari.Server.Storage;
using Azukari.Server.Watch;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Azukari.Server.Pages;

/// <summary>Lets a browser in by its session. Whoever is nobody is asked to sign in; an engagement that is not theirs does not exist for them.</summary>
internal sealed class FrontDoor(Sessions sessions, Database database, Journal journal, IAntiforgery forms, ServiceTime time, TimeProvider clock)
{
    private const string Cookie = "__Host-azukari";

    /// <summary>What the server reads of a body.</summary>
    internal const long LongestForm = 2 * Transport.Caller.MostBytes;

    private const long LongestThrownAway = 16 << 20;

    internal static void Add(IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddDataProtection().SetApplicationName("azukari");
        services.AddSingleton<FormKeys>().AddSingleton<FormKeySeal>().AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
            (options.XmlRepository, options.XmlEncryptor) = (provider.GetRequiredService<FormKeys>(), provider.GetRequiredService<FormKeySeal>())));
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = Azukari.Pages.Frame.FormField;
            (options.Cookie.Name, options.Cookie.SecurePolicy, options.Cookie.SameSite) = ("__Host-azukari-form", CookieSecurePolicy.Always, SameSiteMode.Strict);
            options.SuppressXFrameOptionsHeader = true; // The policy says it for every answer.
        });
        services.AddSingleton<Sessions>().AddSingleton<FrontDoor>();
    }

    /// <summary>Whoever ends TLS before us is this origin's, and localhost is a browser's secure context: a cookie that is not Secure is never ours.</summary>
    internal static Task AtOriginAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/api")) context.Request.Scheme = Uri.UriSchemeHttps;
        return next(context);
    }

    /// <summary>Knows whose browser it is, on every address; a form is bound to the session it was given out in.</summary>
    internal async Task RecogniseAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            await next(context);
            return;
        }

        if (context.Request.Cookies[Cookie] is { Length: > 0 } secret && await VisitAsync(secret, context.RequestAborted) is { } visit)
        {
            visit.Enter(context);
            context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, visit.Session.Token)], "passkey"));
        }

        if (context.Request.ContentLength > LongestForm)
        {
            await LetFinishAsync(context);
            await Faults.TooLong(Frame(context)).ExecuteAsync(context); // Reading it as a form would fail halfway, and that would be our fault.
            return;
        }

        if (await FormReading.IsReadableAsync(context.Request)) await next(context);
        else await Faults.Malformed(Frame(context)).ExecuteAsync(context);
    }

    /// <summary>Before every page that is not for everybody.</summary>
    internal async ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (Visit.Find(http) is not { } visit)
            return HttpMethods.IsGet(http.Request.Method) ? Results.LocalRedirect($"/sign-in?back={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}") : await SendAgain.AnswerAsync(http, Frame(http), StatusCodes.Status401Unauthorized) ?? Faults.SignInFirst(Frame(http));

        if (http.Request.RouteValues["engagement"] is string engagement)
        {
            if (visit.Engagements.FirstOrDefault(one => one.Id == engagement) is not { } at) return Faults.NotFound(Frame(http));
            (visit with { At = at }).Enter(http);
        }

        return await next(context);
    }

    /// <summary>Refuses a form that this session was not given.</summary>
    internal async ValueTask<object?> CheckFormAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return HttpMethods.IsGet(http.Request.Method) || await forms.IsRequestValidAsync(http) ? await next(context) : await SendAgain.AnswerAsync(http, Frame(http), StatusCodes.Status400BadRequest) ?? Faults.FormTooOld(Frame(http));
    }

    /// <summary>A browser reads no answer before it has sent what it has: whoever hangs up on it leaves a person with an error of the network. What is thrown away here has an end, too.</summary>
    private static async Task LetFinishAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LongestThrownAway || context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } limit) return;

        limit.MaxRequestBodySize = LongestThrownAway;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
    }

    internal Frame Frame(HttpContext context)
    {
        var token = forms.GetAndStoreTokens(context).RequestToken!;
        var path = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/";
        return new(Languages.IsJapanese(context.Request), path, Visit.Find(context)?.Viewer, token, clock.GetUtcNow());
    }

    /// <summary>Begins a session with this browser.</summary>
    internal async Task SignInAsync(HttpContext context, Credential passkey) =>
        context.Response.Cookies.Append(Cookie, await sessions.BeginAsync(passkey.Id, context.Request.Headers.UserAgent.FirstOrDefault()), OwnCookies.For());

    internal static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie, OwnCookies.For());

    private async Task<Visit?> VisitAsync(string secret, CancellationToken cancellation)
    {
        if (await sessions.FindAsync(secret, cancellation) is not { } session || await CredentialTable.FindAsync(database, session.Credential, cancellation) is not { } passkey) return null;

        List<Membership> known = [];
        foreach (var (engagement, size) in await MemberTable.OfAsync(database, passkey.Key.KeyId, cancellation))
        {
            // The row follows from the record, and the record decides.
            var facts = await journal.FactsAsync(engagement, size, cancellation);
            if (facts.People.Values.FirstOrDefault(person => person.Key.Id.Value == passkey.Key.KeyId && person.Left is null) is { } person) known.Add(new(engagement, facts, person, Rulebook.Time(facts, time.Of(engagement).Now)));
        }

        return new(session, passkey, known, null);
    }
}
