using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;
using Azukari.Domain.Watch;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Applications;

/// <summary>包括承認 on the page: asked for from what was done, and the weekly one in three actions.</summary>
public sealed class SeriesPageTests
{
    private const string In = $"/engagements/{Town.Name}";

    [Fact]
    public async Task A_series_is_asked_for_from_a_carry_out_and_the_weekly_one_takes_three_actions()
    {
        await using var town = await Town.BrowsingAsync("c-manager", "c-executive", "o-approver");
        await town.DoAsync(town.Sign(new SetPolicy(11, 10, 2, [new(NetworkLayer.MyNumber, NetworkLayer.Isolated)], Town.YearEnds, Clock: ClockPolicy.Default with { ReviewDays = 400 }, MostInSeries: 3), null, ("o-approver", Role.Approver)));
        await town.ApplyAsync();
        foreach (var browser in town.Browsers.Values) await browser.SignInAsync();
        var manager = town.Browsers["c-manager"];

        (await manager.GetAsync($"{In}/carry-outs/carry-1/series?series=calls")).Is(200);
        (await manager.PressAsync("/statements")).Is(200);
        foreach (var person in new[] { "c-executive", "o-approver" })
        {
            Assert.Contains("あなたの決裁を待っています", (await town.Browsers[person].GetAsync($"{In}/series")).Text, StringComparison.Ordinal);
            await town.Browsers[person].GetAsync($"{In}/series/calls");
            (await town.Browsers[person].PressAsync("/statements")).Is(200);
        }

        await town.FollowAsync();
        await town.DoAsync(town.Sign(new Withdraw(Town.Case), null, ("c-manager", Role.ProjectManager)));
        (await manager.GetAsync($"{In}/carry-outs")).Is(200);
        Assert.Contains($"href=\"{In}/apply?series=calls\"", manager.Page.Html, StringComparison.Ordinal);

        await manager.GetAsync($"{In}/apply?series=calls"); // One: the first of a series has its text to write; the next one has it from this one.
        (await manager.PressAsync("/apply", ("purpose", "目的"), ("necessity", "必要"), ("why", "回線なし"), ("kept", "保管庫"), ("people", "100"), ("out", "2022-06-21T10:00"), ("ends", "2022-06-21T19:30"), ("custodian.c-carrier", "on"), ("custodian.o-carrier", "on"))).Is(200);
        (await manager.PressAsync("/statements")).Is(200);
        var first = (await town.ReplayedAsync()).CarryOuts.Values.Single(carryOut => carryOut.Series == new SeriesId("calls"));
        Assert.NotNull(first.Endorsed); // With the series.

        await town.DoAsync(town.Sign(new Domain.Media.AdmitMedium(new("usb-2"), Domain.Media.MediumKind.Flash, new("data-centre"), new("serial-2", SerialIsDeclared: false, 32_000_000_000, new(32_000_000_000, 0, 20_000_000, 90_000_000))), "seal-1", ("o-officer", Role.SecurityOfficer)));
        await manager.GetAsync($"{In}/apply?series=calls"); // One.
        (await manager.PressAsync("/apply")).Is(200); // Two.
        Assert.Contains("前回より多いもの、前回と違う場所・人・方法はありません。", manager.Page.Text, StringComparison.Ordinal);
        (await manager.PressAsync("/statements")).Is(200); // Three.

        var next = (await town.ReplayedAsync()).CarryOuts.Values.Where(carryOut => carryOut.Series == new SeriesId("calls")).MaxBy(carryOut => carryOut.Plan.Window!.OutBy)!;
        Assert.Equal((2, Town.Clock(10, 0).AddDays(7), new MediumId("usb-2")), (town.Facts.CarryOuts.Values.Count(carryOut => carryOut.Series is not null), next.Plan.Window!.OutBy, Assert.Single(next.Plan.Media)));
    }

    [Fact]
    public async Task What_is_typed_wrong_is_named_and_kept()
    {
        await using var town = await Town.BrowsingAsync("c-manager");
        await town.ApplyAsync();
        await town.Browsers["c-manager"].SignInAsync();
        var manager = town.Browsers["c-manager"];

        foreach (var (field, text) in new[] { ("series", "大文字"), ("most", "0"), ("most", "99999999999"), ("quarter", "2022-5"), ("quarter", "<b>") })
        {
            (await manager.GetAsync($"{In}/carry-outs/carry-1/series?{field}={Uri.EscapeDataString(text)}")).Is(200);
            Assert.Contains("aria-invalid=\"true\"", manager.Page.Html, StringComparison.Ordinal);
            Assert.Equal(text, manager.Page.Forms.First(form => form.Fields.ContainsKey("most")).Fields[field]);
            Assert.DoesNotContain(manager.Page.Forms, form => form.Action.Contains("/statements", StringComparison.Ordinal));
        }

        Assert.Contains("包括承認はありません。", (await manager.GetAsync($"{In}/series")).Text, StringComparison.Ordinal);
        Assert.Equal(404, await manager.StatusAsync(HttpMethod.Get, $"{In}/series/no-such"));
    }
}
