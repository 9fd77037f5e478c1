using System.Buffers.Text;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.People;

/// <summary>Signing in by passkey, and how long it lasts.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private Town town = null!;
    private SoftBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        town = await Town.FoundedAsync(Where.Sqlite, Town.AtOrigin);
        browser = await town.NewcomerAsync("o-new");
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await town.DisposeAsync();
    }

    [Fact]
    public async Task One_touch_opens_the_page_that_was_asked_for()
    {
        browser.Cookies.Clear();
        await browser.GetAsync($"/engagements/{Town.Name}/people");
        Assert.StartsWith("/sign-in", browser.Page.Path, StringComparison.Ordinal);

        (await browser.PressAsync("/sign-in")).Is(200);

        Assert.Equal($"/engagements/{Town.Name}/people", browser.Page.Path);
    }

    [Fact]
    public async Task A_challenge_counts_once_and_for_ten_minutes()
    {
        await browser.GetAsync("/sign-in");
        var form = browser.Form("/sign-in");
        (await browser.PressAsync(form)).Is(200);
        (await browser.PressAsync(form)).Is(400);

        browser.Cookies.Clear();
        await browser.GetAsync("/sign-in");
        town.Host.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        (await browser.PressAsync("/sign-in")).Is(400);
    }

    [Fact]
    public async Task A_challenge_that_we_did_not_give_out_opens_nothing()
    {
        await browser.GetAsync("/sign-in");
        var mine = new byte[32];

        (await browser.PressAsync("/sign-in", [.. browser.Touched(mine).Select(field => (field.Key, field.Value)), ("kept", Base64Url.EncodeToString(mine))])).Is(400);
    }

    [Fact]
    public async Task An_answer_given_on_another_page_or_by_another_key_opens_nothing()
    {
        await browser.GetAsync("/sign-in");
        var challenge = Base64Url.DecodeFromChars(browser.Form("/sign-in").Data["challenge"]);
        (await browser.PressAsync("/sign-in", [.. browser.Touched(challenge, "https://azukari.city.example.evil.example").Select(field => (field.Key, field.Value))])).Is(403);

        using var other = new SoftBrowser(town.Host);
        await other.GetAsync("/sign-in");
        (await other.PressAsync("/sign-in", ("credential", browser.Credential))).Is(403);
        (await other.GetAsync("/")).Is(200);
        Assert.StartsWith("/sign-in", other.Page.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_unused_after_half_an_hour_and_always_after_ten()
    {
        town.Host.Clock.Advance(TimeSpan.FromMinutes(29));
        await browser.GetAsync("/sessions");
        Assert.Equal("/sessions", browser.Page.Path);
        town.Host.Clock.Advance(TimeSpan.FromMinutes(31));
        await browser.GetAsync("/sessions");
        Assert.StartsWith("/sign-in", browser.Page.Path, StringComparison.Ordinal);

        await browser.PressAsync("/sign-in");
        for (var half = 0; half < 25; half++)
        {
            town.Host.Clock.Advance(TimeSpan.FromMinutes(25));
            await browser.GetAsync("/sessions");
        }

        Assert.StartsWith("/sign-in", browser.Page.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_from_another_device()
    {
        using var phone = new SoftBrowser(town.Host);
        await phone.GetAsync("/sign-in");
        var challenge = Base64Url.DecodeFromChars(phone.Form("/sign-in").Data["challenge"]);
        (await phone.PressAsync("/sign-in", [.. browser.Touched(challenge).Select(field => (field.Key, field.Value))])).Is(200);

        await browser.GetAsync("/sessions");
        await browser.PressAsync("/end");
        await phone.GetAsync("/");
        Assert.StartsWith("/sign-in", phone.Page.Path, StringComparison.Ordinal);

        await browser.GetAsync("/sessions");
        await browser.PressAsync("/sign-out");
        Assert.StartsWith("/sign-in", (await browser.GetAsync("/")).Path, StringComparison.Ordinal);
        Assert.Empty(await town.Host.RowsAsync<string>("select token from session"));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        using var other = await town.NewcomerAsync("o-other");
        var theirs = (await town.Host.RowsAsync<string>($"select token from session where credential = '{other.Credential}'")).Single();

        await browser.GetAsync("/sessions");
        await browser.PressAsync(browser.Form("/sign-out") with { Action = $"/sessions/{theirs}/end" });

        Assert.Equal("/sessions", (await other.GetAsync("/sessions")).Path);
    }

    [Fact]
    public async Task A_form_without_its_token_or_with_anothers_changes_nothing()
    {
        using var other = await town.NewcomerAsync("o-other");
        await browser.GetAsync("/sessions");
        await other.GetAsync("/sessions");

        (await browser.PressAsync("/sign-out", ("form", ""))).Is(400);
        (await browser.GetAsync("/sessions")).Is(200);
        (await browser.PressAsync("/sign-out", ("form", other.Form("/sign-out").Fields["form"]))).Is(400);
        Assert.Equal("/sessions", (await browser.GetAsync("/sessions")).Path);
    }

    [Fact]
    public async Task The_way_back_never_leads_elsewhere()
    {
        foreach (var elsewhere in new[] { "https://evil.example/", "//evil.example", "/\\evil.example", "" })
        {
            browser.Cookies.Clear();
            await browser.GetAsync($"/sign-in?back={Uri.EscapeDataString(elsewhere)}");
            await browser.PressAsync("/sign-in");
            Assert.Equal("/", browser.Page.Path);
        }
    }
}
