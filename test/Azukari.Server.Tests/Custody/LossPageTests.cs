using Azukari.Domain;
using Azukari.Domain.Incidents;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Custody;

/// <summary>紛失 on the page: two touches, and the keys begin to die (R23).</summary>
public sealed class LossPageTests
{
    [Fact]
    public async Task A_loss_is_reported_in_two_touches()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite, Town.AtOrigin);
        using var browser = await town.NewcomerAsync("c-new");
        await browser.GetAsync("/");
        Assert.Contains("carry-1", browser.Page.Text, StringComparison.Ordinal);

        (await browser.GetAsync(System.Text.RegularExpressions.Regex.Match(browser.Page.Html, "href=\"(?<to>[^\"]+/loss)\"").Groups["to"].Value)).Is(200);
        Assert.Contains("紛失等を届け出ます。", browser.Page.Text, StringComparison.Ordinal);
        (await browser.PressAsync("/statements")).Is(200);

        Assert.Contains("紛失等の届出あり", browser.Page.Text, StringComparison.Ordinal);
        var loss = Assert.Single((await town.ReplayedAsync()).Find(Town.Case)!.Losses);
        Assert.Equal((LossKind.Lost, new PersonId("c-new")), (loss.Kind, loss.Reporter));
    }

    [Fact]
    public async Task Pressed_twice_it_is_reported_once()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite, Town.AtOrigin);
        using var browser = await town.NewcomerAsync("c-new");
        await browser.GetAsync($"/engagements/{Town.Name}/carry-outs/carry-1/loss");
        var form = browser.Form("/statements");
        var touched = browser.Touched(System.Buffers.Text.Base64Url.DecodeFromChars(form.Data["challenge"])).Select(field => (field.Key, field.Value)).ToArray();

        (await browser.PressAsync(form, touched)).Is(200);
        (await browser.PressAsync(form, touched)).Is(200);

        Assert.Single((await town.ReplayedAsync()).Find(Town.Case)!.Losses);
    }

    [Fact]
    public async Task What_was_signed_is_what_was_shown_and_nothing_else()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite, Town.AtOrigin);
        using var browser = await town.NewcomerAsync("c-new");
        await browser.GetAsync($"/engagements/{Town.Name}/carry-outs/carry-1/found");
        var found = browser.Form("/statements").Fields["message"];
        await browser.GetAsync($"/engagements/{Town.Name}/carry-outs/carry-1/loss");

        (await browser.PressAsync("/statements", ("message", found))).Is(403);
        (await browser.GetAsync($"/engagements/{Town.Name}/carry-outs/carry-1/loss")).Is(200);
        (await browser.PressAsync("/statements", ("until", "1924905600000"))).Is(400);
        (await browser.GetAsync($"/engagements/{Town.Name}/carry-outs/carry-1/loss")).Is(200);
        (await browser.PressAsync("/statements", ("role", "Approver"))).Is(403);

        Assert.Empty((await town.ReplayedAsync()).Find(Town.Case)!.Losses);
    }
}
