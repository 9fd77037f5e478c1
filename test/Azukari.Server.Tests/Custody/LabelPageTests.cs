using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Custody;

/// <summary>A stranger in the street with a phone (R23).</summary>
public sealed class LabelPageTests
{
    private const string Label = $"/engagements/{Town.Name}/carry-outs/carry-1/label";

    [Fact]
    public async Task A_stranger_reports_in_two_touches_and_touches_no_key()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite, Town.AtOrigin);
        using var stranger = new SoftBrowser(town.Host);

        (await stranger.GetAsync($"{Label}?seal=A-001")).Is(200);
        Assert.DoesNotContain("100", stranger.Page.Text, StringComparison.Ordinal);
        (await stranger.PressAsync(stranger.Page.Forms.Single(), ("kind", "FoundByOthers"))).Is(200);

        Assert.Contains("担当者に連絡しています", stranger.Page.Text, StringComparison.Ordinal);
        var carryOut = (await town.ReplayedAsync()).Find(Town.Case)!;
        Assert.Single(carryOut.Strangers);
        Assert.Null(carryOut.KillOrdered);
    }

    [Fact]
    public async Task Wrong_numbers_are_told_and_change_nothing()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite, Town.AtOrigin);
        using var stranger = new SoftBrowser(town.Host);
        foreach (var label in new[] { Label, $"/engagements/{Town.Name}/carry-outs/carry-9/label", "/engagements/elsewhere/carry-outs/carry-1/label" })
        {
            (await stranger.GetAsync(label)).Is(200);
            (await stranger.PressAsync(stranger.Page.Forms.Single() with { Action = label }, ("seal", "A-999"), ("kind", "FoundByOthers"))).Is(422);
            Assert.Contains("その番号を確認できません", stranger.Page.Text, StringComparison.Ordinal);
        }

        (await stranger.GetAsync(Label)).Is(200);
        (await stranger.PressAsync(stranger.Page.Forms.Single() with { Action = Label }, ("seal", "A-001"), ("kind", "Anything"))).Is(400);
        Assert.Empty((await town.ReplayedAsync()).Find(Town.Case)!.Strangers);
    }

    [Fact]
    public async Task Whoever_is_signed_in_comes_to_the_case_with_the_number_read()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite, Town.AtOrigin);
        using var browser = await town.NewcomerAsync("c-new");

        await browser.GetAsync($"{Label}?seal=A-001");

        Assert.Equal($"/engagements/{Town.Name}/carry-outs/carry-1?seal=A-001", browser.Page.Path);
        Assert.Contains("hand-over?seal=A-001", browser.Page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_duty_desk_files_for_somebody_on_the_telephone()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite, Town.AtOrigin);
        using var desk = await town.NewcomerAsync("o-desk");

        await desk.GetAsync($"/engagements/{Town.Name}/carry-outs/carry-1/loss?for=c-carrier");
        Assert.Contains("当直が電話を受けて届け出ます。", desk.Page.Text, StringComparison.Ordinal);
        (await desk.PressAsync("/statements")).Is(200);

        var loss = Assert.Single((await town.ReplayedAsync()).Find(Town.Case)!.Losses);
        Assert.True(loss.ByTelephone);
        Assert.Equal("c-carrier", loss.OnBehalfOf?.Value);
    }
}
