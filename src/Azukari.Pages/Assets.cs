using System.Text;

namespace Azukari.Pages;

/// <summary>The one style sheet and the scripts of all pages, out of the program itself.</summary>
public static class Assets
{
    public static void Map(IEndpointRouteBuilder app)
    {
        Map(app, "azukari.css", "text/css; charset=utf-8");
        Map(app, "passkey.js", "text/javascript; charset=utf-8");
        Map(app, "again.js", "text/javascript; charset=utf-8");
    }

    private static void Map(IEndpointRouteBuilder app, string name, string type)
    {
        var text = Read(name);
        app.MapGet($"/{name}", () => Results.Text(text, type)).ExcludeFromDescription();
    }

    private static string Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the program");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
