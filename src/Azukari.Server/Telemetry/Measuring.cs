using System.Diagnostics;

namespace Azukari.Server.Telemetry;

/// <summary>Measures every answer by its route's pattern. The path itself may hold what somebody typed, or the page's link.</summary>
internal sealed class Measuring(Vitals vitals, TimeProvider clock)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE"];

    internal async Task MeasureAsync(HttpContext context, RequestDelegate next)
    {
        var began = clock.GetTimestamp();
        Activity.Current = null; // A trace begins here: what a caller says of an outer one is the caller's text, and would be sent on with ours.
        using var span = vitals.Begin("request", ActivityKind.Server);
        try
        {
            await next(context);
        }
        finally
        {
            var (method, route) = (Methods.Contains(context.Request.Method) ? context.Request.Method : "other", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "");
            vitals.Answered(method, route, context.Response.StatusCode, clock.GetElapsedTime(began));
            if (span is not null) (span.DisplayName, _, _) = ($"{method} {route}".TrimEnd(), span.SetTag("http.route", route), span.SetTag("http.response.status_code", context.Response.StatusCode));
        }
    }
}
