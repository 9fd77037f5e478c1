namespace Azukari.Pages;

/// <summary>Japanese first; whoever chose English keeps it in a cookie that says nothing else.</summary>
public static class Languages
{
    private const string Cookie = "__Host-azukari-language";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/language/{to}", (string to, string? back, HttpContext context) =>
    {
        context.Response.Cookies.Append(Cookie, to == "en" ? "en" : "ja", OwnCookies.For(TimeSpan.FromDays(400)));
        return Results.LocalRedirect(Back.Of(back));
    }).ExcludeFromDescription();

    public static bool IsJapanese(HttpRequest request) => (request.Query["lang"].FirstOrDefault() ?? request.Cookies[Cookie]) != "en";
}

/// <summary>Every cookie of ours: this host alone, never to a script, never from another site.</summary>
public static class OwnCookies
{
    public static CookieOptions For(TimeSpan? lasting = null) =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = lasting, IsEssential = true };
}

/// <summary>The way back after signing in or changing the language.</summary>
public static class Back
{
    /// <summary>The path if it is one of ours, else the first page: a link of ours never leads elsewhere.</summary>
    public static string Of(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl) ? path : "/";
}
