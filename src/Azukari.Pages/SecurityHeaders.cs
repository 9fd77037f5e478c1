using Azukari.Protocol.Documents;
using Microsoft.AspNetCore.Connections.Features;

namespace Azukari.Pages;

/// <summary>Nothing is loaded from elsewhere, nothing runs but our one script, nothing frames us, nothing is kept.</summary>
public static class SecurityHeaders
{
    public static readonly string Policy = $"default-src 'none'; script-src 'self'; style-src 'self' {DocumentPage.StyleSource}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>A browser that was here once comes back by TLS alone, and shows no way around a certificate that it does not believe.</summary>
    private const string OnlyByTls = "max-age=31536000";

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        // Whoever ends TLS before us says this for its own certificate. A name that means every computer would be kept for whatever else runs on it.
        var isOurs = context.Features.Get<ITlsHandshakeFeature>() is not null && context.Request.Host.Host != "localhost";

        // When the answer starts: whoever clears a half-made answer to say that something failed would clear these with it.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.CacheControl = "no-store";
            if (isOurs) headers.StrictTransportSecurity = OnlyByTls;
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
