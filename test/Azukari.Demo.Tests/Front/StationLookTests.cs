using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Azukari.Demo.Tests.Front;

/// <summary>The station's screen as a real Chromium shows it: everything is pressed, in both languages, on a desk and on a phone's width, and looked at.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class StationLookTests(Founded founded) : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";
    private static readonly string Album = Path.Combine(AppContext.BaseDirectory, "screenshots");
    private static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=ja"];

    private readonly List<string> wrong = [];
    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(!File.Exists(Program) && Environment.GetEnvironmentVariable("CI") != "true", "chromium is not installed; .ci/tools installs it");

        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
    }

    [Fact]
    [Trait("Run", "deep")]
    public async Task Two_people_seal_by_pressing_what_they_see_and_no_page_shuts_anybody_out()
    {
        var (at, cast, journey) = (founded.At, founded.At.Cast, founded.NewJourney());
        await journey.AskAsync(Founded.Residents);
        await using var screen = await StationScreen.OpenAsync(at, "st-seal", "--medium", journey.Medium, "--source", $"csv:{founded.Source}");
        var page = await SitDownAsync(screen.Address, 1280, ColorScheme.Light);

        await page.GotoAsync(screen.Address.ToString());
        await LookAsync(page, "station-first", 1280);
        await page.GotoAsync($"/do/Seal/{journey.Id}?who={cast.Carrier.Id}&who={cast.Witness.Id}");
        await LookAsync(page, "station-who-signs", 1280);
        await page.GetByRole(AriaRole.Button, new() { Name = "署名へ進む" }).ClickAsync();
        foreach (var signer in new[] { cast.Carrier, cast.Witness }) await page.GetByRole(AriaRole.Button, new() { Name = signer.Id }).ClickAsync();
        await LookAsync(page, "station-signed", 1280);
        await page.GetByRole(AriaRole.Button, new() { Name = "封緘する" }).ClickAsync();
        await page.Locator(".done").WaitForAsync(new() { Timeout = 120_000 }); // The page looks again by itself.
        await LookAsync(page, "station-sealed", 1280);
        Assert.Contains($"{Founded.Residents}人", await page.InnerTextAsync(".done"), StringComparison.Ordinal);

        var sealedAt = page.Url;
        var phone = await SitDownAsync(screen.Address, 320, ColorScheme.Dark);
        await phone.GotoAsync((await screen.NextAddressAsync()).ToString());
        foreach (var (path, name) in new[] { ("/language/en?back=/", "station-first-en"), ($"/do/HandOver/{journey.Id}", "station-hand-over-en"), ($"/do/HandOver/{journey.Id}?chosen=1&seal=nothing", "station-refused-en"), (new Uri(sealedAt).AbsolutePath, "station-sealed-en"), ("/no/such/page", "station-not-found-en") })
        {
            await phone.GotoAsync(path);
            await LookAsync(phone, name, 320);
        }

        Assert.Empty(wrong);
    }

    /// <summary>R1, R11: each makes the key for stations in the own security key and signs by touching it; the browser is a real one.</summary>
    [Fact]
    [Trait("Run", "deep")]
    public async Task Two_people_make_their_keys_for_stations_and_seal_by_touching_them()
    {
        var (at, cast, journey) = (founded.At, founded.At.Cast, founded.NewJourney());
        await journey.AskAsync(Founded.Residents);
        await using var screen = await StationScreen.OpenAsync(at, "st-seal", "--medium", journey.Medium, "--source", $"csv:{founded.Source}");
        var page = await SitDownAsync(screen.Address, 1280, ColorScheme.Light);
        var plug = new SecurityKeys(await page.Context.NewCDPSessionAsync(page));
        await page.GotoAsync(screen.Address.ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "端末用の鍵を作る" }).ClickAsync();
        await LookAsync(page, "station-keys", 1280);

        foreach (var (person, beside) in new[] { (cast.Carrier, cast.SubRoot), (cast.Witness, cast.Officer) })
        {
            await plug.InAsync(person.Id);
            await page.GotoAsync($"/keys/{person.Id}");
            await page.GetByRole(AriaRole.Radio, new() { Name = beside.Id }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "次へ" }).ClickAsync();
            await LookAsync(page, "station-key-make", 1280);
            await page.GetByRole(AriaRole.Button, new() { Name = "鍵を作る" }).ClickAsync();
            foreach (var signer in new[] { person, beside }) await page.GetByRole(AriaRole.Button, new() { Name = signer.Id }).ClickAsync();
            await page.Locator(".done").WaitForAsync(new() { Timeout = 60_000 });
        }

        // The same station with nobody's key file, and no other thing than what they carry in their pockets.
        Assert.Equal(0, await screen.StopAsync());
        var fresh = Directory.CreateDirectory(at.Rooms["media", $"look-{journey.Id}"]).FullName;
        await at.Stations["st-seal"].DoAsync("init", "medium", "--serial", $"SN-look-{journey.Id}", "--to", fresh);
        await using var alone = await StationScreen.StartAsync(at, "st-seal", screen.Port, "--desk", at.StationDesk("st-seal"), "--medium", journey.Medium, fresh, "--source", $"csv:{founded.Source}");
        await page.GotoAsync(alone.Address.ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "登録する", Exact = true }).ClickAsync();
        await LookAsync(page, "station-register", 1280);
        await page.GotoAsync($"/do/Seal/{journey.Id}?who={cast.Carrier.Id}&who={cast.Witness.Id}");
        await LookAsync(page, "station-who-touches", 1280);
        await page.GetByRole(AriaRole.Button, new() { Name = "署名へ進む" }).ClickAsync();
        await LookAsync(page, "station-touch", 1280);
        foreach (var signer in new[] { cast.Carrier, cast.Witness })
        {
            await plug.InAsync(signer.Id);
            await page.GetByRole(AriaRole.Button, new() { Name = signer.Id }).ClickAsync();
            await page.Locator(".signed", new() { HasText = signer.Id }).WaitForAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "封緘する" }).ClickAsync();
        await page.Locator(".done").WaitForAsync(new() { Timeout = 120_000 });
        Assert.Equal("Sealed", (await journey.StatusAsync())["phase"]!.GetValue<string>());

        var phone = await SitDownAsync(alone.Address, 320, ColorScheme.Dark);
        await phone.GotoAsync((await alone.NextAddressAsync()).ToString());
        foreach (var (path, name) in new[] { ("/language/en?back=/", "station-first-touch-en"), ("/keys", "station-keys-en"), ($"/keys/{cast.Carrier.Id}", "station-key-refused-en") })
        {
            await phone.GotoAsync(path);
            await LookAsync(phone, name, 320);
        }

        Assert.Empty(wrong);
    }

    private async Task<IPage> SitDownAsync(Uri station, int width, ColorScheme colours)
    {
        var context = await chromium!.NewContextAsync(new() { BaseURL = station.GetLeftPart(UriPartial.Authority), ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = colours, Locale = "ja-JP" });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        page.Request += (_, request) => { if (new Uri(request.Url).Authority != station.Authority) wrong.Add($"left for {request.Url}"); };
        page.PageError += (_, error) => wrong.Add(error);
        return page;
    }

    private async Task LookAsync(IPage page, string name, int width)
    {
        Directory.CreateDirectory(Album);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Album, $"{name}.png"), FullPage = true });
        wrong.AddRange((await page.RunAxe(new AxeRunOptions())).Violations.SelectMany(violation => violation.Nodes.Select(node => $"{name} {violation.Id}: {node.Html}")));
        var widest = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (widest > width) wrong.Add($"{name} is {widest} wide");
    }
}
