using System.Buffers.Text;
using Azukari.Domain;
using Microsoft.Playwright;

namespace Azukari.Server.Tests.Front;

/// <summary>One real Chromium for all tests of a class; every person has a context and a virtual security key of their own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=ja"];

    /// <summary>What this browser is told beyond that.</summary>
    internal string[] More { get; init; } = [];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program)) return;

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = [.. Flags, .. More] });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A person at a screen of that size, whose every request to another host is noted.</summary>
    /// <param name="own">The passkey that the person has brought along, or null for a security key that is still empty.</param>
    internal async Task<PersonAtScreen> SitDownAsync(Uri origin, int width = 1280, int height = 900, ColorScheme colours = ColorScheme.Light, SoftBrowser? own = null)
    {
        Assert.SkipWhen(browser is null && Environment.GetEnvironmentVariable("CI") != "true", "chromium is not installed; .ci/tools installs it");

        var context = await browser!.NewContextAsync(new() { BaseURL = origin.ToString(), ViewportSize = new() { Width = width, Height = height }, ColorScheme = colours, Locale = "ja-JP" });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        var devices = await context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        var device = await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        if (own is not null) await devices.SendAsync("WebAuthn.addCredential", new()
        {
            ["authenticatorId"] = device!.Value.GetProperty("authenticatorId").GetString()!,
            ["credential"] = new Dictionary<string, object>
            {
                ["credentialId"] = Convert.ToBase64String(Base64Url.DecodeFromChars(own.Credential)),
                ["isResidentCredential"] = true,
                ["rpId"] = origin.Host,
                ["privateKey"] = Convert.ToBase64String(own.Passkey.PrivateKey),
                ["userHandle"] = Convert.ToBase64String(new byte[32]),
                ["signCount"] = 1,
            },
        });
        return new(page, origin);
    }

    /// <summary>Somebody of the town who has a passkey, signed in at a real browser.</summary>
    internal async Task<PersonAtScreen> SignInAsync(Town town, string person, int width = 1280)
    {
        var seat = await SitDownAsync(town.Screens, width, own: town.Browsers[person]);
        await seat.GoAsync("/sign-in");
        await seat.PressAsync("パスキーでサインイン");
        seat.Pressed = 0;
        return seat;
    }
}

/// <summary>A person at a browser.</summary>
internal sealed class PersonAtScreen : IAsyncDisposable
{
    private static readonly string Album = Path.Combine(AppContext.BaseDirectory, "screenshots");

    internal PersonAtScreen(IPage page, Uri origin)
    {
        Page = page;
        page.Request += (_, request) => { if (new Uri(request.Url).Authority != origin.Authority) Elsewhere.Add(request.Url); };
        page.Console += (_, message) => { if (message.Type == "error") Complaints.Add(message.Text); };
        page.PageError += (_, error) => Complaints.Add(error);
    }

    internal IPage Page { get; }

    /// <summary>Requests that left for another host.</summary>
    internal List<string> Elsewhere { get; } = [];

    /// <summary>What the browser itself found wrong: a script that failed, a policy that was broken.</summary>
    internal List<string> Complaints { get; } = [];

    /// <summary>How often the person has pressed something since signing in.</summary>
    internal int Pressed { get; set; }

    internal Task GoAsync(string path) => Page.GotoAsync(path);

    /// <summary>Presses what bears that name and waits for the page that follows.</summary>
    internal async Task PressAsync(string name)
    {
        var pressed = Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Or(Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })).First;
        Pressed++;
        await Page.EvaluateAsync("window.before = true");
        await pressed.ClickAsync();
        for (var look = 0; !await HasArrivedAsync(); look++)
        {
            Assert.True(look < 400, $"no page follows {name}: {await TextAsync()}");
            await Task.Delay(25);
        }
    }

    private async Task<bool> HasArrivedAsync()
    {
        try
        {
            return await Page.EvaluateAsync<bool>("window.before === undefined && document.readyState === 'complete'");
        }
        catch (PlaywrightException)
        {
            return false; // The page went while it was asked.
        }
    }

    /// <summary>Becomes a person of the town by an invitation; signed in afterwards.</summary>
    internal async Task EnrolAsync(Town town, string person, Role? role = null)
    {
        await GoAsync(await town.InviteAsync(person));
        await PressAsync("パスキーを作る");
        await PressAsync("署名する");
        await town.WelcomeAsync(person, role);
        await GoAsync("/");
    }

    internal Task<string> TextAsync() => Page.InnerTextAsync("body");

    /// <summary>Keeps a picture of the whole page. A browser that several tests keep busy sometimes has none to give, and has one the next time.</summary>
    internal async Task<byte[]> PictureAsync(string name)
    {
        Directory.CreateDirectory(Album);
        for (var time = 1; ; time++)
        {
            try
            {
                return await Page.ScreenshotAsync(new() { Path = Path.Combine(Album, $"{name}.png"), FullPage = true });
            }
            catch (PlaywrightException busy) when (time < 3 && busy.Message.Contains("captureScreenshot", StringComparison.Ordinal))
            {
                await Task.Delay(500);
            }
        }
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
