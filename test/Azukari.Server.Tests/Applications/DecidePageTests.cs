using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Closing;
using Azukari.Domain.Media;
using Azukari.Domain.Permits;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Applications;

/// <summary>決裁 on the page: two touches, and what stands out before them.</summary>
public sealed class DecidePageTests
{
    private const string Decide = $"/engagements/{Town.Name}/carry-outs/carry-1/decide";

    [Fact]
    public async Task Endorsing_and_approving_take_two_touches_each_and_nobody_is_asked_for_a_key()
    {
        await using var town = await AskedAsync("c-executive", "o-approver");

        foreach (var (person, button) in new[] { ("c-executive", "確認して支持する"), ("o-approver", "承認する") })
        {
            var browser = town.Browsers[person];
            await browser.GetAsync("/");
            Assert.Contains("carry-1 を決裁する", browser.Page.Text, StringComparison.Ordinal);
            Assert.Contains($"href=\"{Decide}\"", browser.Page.Html, StringComparison.Ordinal);
            (await browser.GetAsync(Decide)).Is(200);
            Assert.Contains(button, browser.Page.Text, StringComparison.Ordinal);
            (await browser.PressAsync("/statements")).Is(200);
            Assert.DoesNotContain("決裁する", browser.Page.Text, StringComparison.Ordinal);
        }

        var permitted = (await town.ReplayedAsync()).Find(Town.Case)!;
        Assert.Equal((new PersonId("c-executive"), new PersonId("o-approver"), Town.Keys), (permitted.Endorser, permitted.Permit?.Approver, permitted.Permit?.Keys));
    }

    [Fact]
    public async Task What_is_not_approved_has_a_coded_reason()
    {
        await using var town = await AskedAsync("o-approver");
        var approver = town.Browsers["o-approver"];
        await town.DoAsync(town.Sign(new Endorse(Town.Case), null, ("c-executive", Role.InformationManager)));

        (await approver.GetAsync($"{Decide}?act=decline&why=OnlineWillDo")).Is(200);
        Assert.Contains("媒体を使わない方法で足りるため", approver.Page.Text, StringComparison.Ordinal);
        (await approver.PressAsync("/statements")).Is(200);
        Assert.Equal(DeclineReason.OnlineWillDo, (await town.ReplayedAsync()).Find(Town.Case)!.Declined);
        Assert.Contains("あなたが決めることはありません。", (await approver.GetAsync(Decide)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_project_manager_takes_it_back_and_a_tab_left_open_says_so_and_records_nothing()
    {
        await using var town = await AskedAsync("c-manager", "o-approver");
        await town.DoAsync(town.Sign(new Endorse(Town.Case), null, ("c-executive", Role.InformationManager)));
        var (manager, approver) = (town.Browsers["c-manager"], town.Browsers["o-approver"]);
        (await approver.GetAsync(Decide)).Is(200);

        await manager.GetAsync($"/engagements/{Town.Name}/carry-outs/carry-1");
        Assert.Contains("取り下げる", manager.Page.Text, StringComparison.Ordinal);
        (await manager.GetAsync($"{Decide}?act=withdraw")).Is(200);
        (await manager.PressAsync("/statements")).Is(200);

        (await approver.PressAsync("/statements")).Is(422);
        Assert.Contains("何も記録していません。", approver.Page.Text, StringComparison.Ordinal);
        var withdrawn = (await town.ReplayedAsync()).Find(Town.Case)!;
        Assert.Equal((true, null), (withdrawn.Withdrawn is not null, withdrawn.Permit));
    }

    [Fact]
    public async Task Without_a_key_in_each_hand_the_page_says_whose_is_missing_and_asks_for_no_signature()
    {
        await using var town = await AskedAsync("o-approver");
        await town.DoAsync(town.Sign(new Endorse(Town.Case), null, ("c-executive", Role.InformationManager)));
        await town.DoAsync(town.Sign(new DestroyKey(null, new(Town.Keys.Destination, DestructionLevel.OverwrittenFile, DestructionCause.TooOld, 1, town.Host.Clock.GetUtcNow())), "open-1"));

        (await town.Browsers["o-approver"].GetAsync(Decide)).Is(200);
        Assert.Contains("鍵の在庫がありません。", town.Browsers["o-approver"].Page.Text, StringComparison.Ordinal);
        Assert.Contains("open-1", town.Browsers["o-approver"].Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(town.Browsers["o-approver"].Page.Forms, form => form.Action.Contains("/statements", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_more_than_template_and_last_time_stands_out()
    {
        await using var town = await AskedAsync("o-approver");
        await town.DoAsync(town.Sign(new AdmitMedium(new("usb-2"), MediumKind.Flash, new("data-centre"), new("serial-2", SerialIsDeclared: false, 32_000_000_000, new(32_000_000_000, 0, 20_000_000, 90_000_000))), "seal-1", ("o-officer", Role.SecurityOfficer)));
        town.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await town.DoAsync(town.Sign(new Apply(new("carry-2"), Town.Plan with { PlannedPeople = 120, MostPeople = 130, Media = [new("usb-2")] }), null, ("c-manager", Role.ProjectManager)));

        var approver = town.Browsers["o-approver"];
        (await approver.GetAsync($"/engagements/{Town.Name}/carry-outs/carry-2/decide")).Is(200);
        Assert.Contains("前回（carry-1）との違い", approver.Page.Text, StringComparison.Ordinal);
        Assert.Contains("本人数の増加：最大 110人 → 130人", approver.Page.Text, StringComparison.Ordinal);
        Assert.Contains("ひな型にある項目だけです。", approver.Page.Text, StringComparison.Ordinal);
        Assert.Contains("書面がここにありません", approver.Page.Text, StringComparison.Ordinal); // The town sent digests of nothing.
    }

    [Fact]
    public async Task Hostile_addresses_are_answered_with_a_page()
    {
        await using var town = await AskedAsync("o-approver");
        var approver = town.Browsers["o-approver"];

        foreach (var query in new[] { "?act=%00", "?act=<script>", "?act=decline&why=17", "?act=decline&why=%F0%9F%92%A3", "?why=" + new string('x', 2000) }) (await approver.GetAsync(Decide + query)).Is(200);
        foreach (var id in new[] { "NO", "..%2F..", "carry-9", new string('a', 65) }) (await approver.GetAsync($"/engagements/{Town.Name}/carry-outs/{id}/decide")).Is(404);
    }

    /// <summary>Applied for the day before, everybody signed in.</summary>
    private static async Task<Town> AskedAsync(params string[] people)
    {
        var town = await Town.BrowsingAsync(people);
        await town.ApplyAsync();
        foreach (var browser in town.Browsers.Values) await browser.SignInAsync();
        return town;
    }
}
