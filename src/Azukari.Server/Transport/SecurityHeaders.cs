namespace Azukari.Server.Transport;

/// <summary>Nothing is loaded from anywhere, nothing runs, nothing frames us, nothing is kept.</summary>
internal static class SecurityHeaders
{
    internal static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
