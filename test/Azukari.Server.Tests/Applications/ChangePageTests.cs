using Azukari.Domain;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Applications;

/// <summary>R9 on pages: a deadline is put off, a plan amended, an application granted urgently.</summary>
public sealed class ChangePageTests
{
    private const string Case = $"/engagements/{Town.Name}/carry-outs/carry-1";

    [Fact]
    public async Task A_deadline_is_put_off_by_the_project_manager_and_the_approver()
    {
        await using var town = await PermittedAsync("c-manager", "o-approver");
        var (manager, approver) = (town.Browsers["c-manager"], town.Browsers["o-approver"]);
        Assert.Contains($"{Case}/extend", (await manager.GetAsync(Case)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain((await manager.GetAsync($"{Case}/extend")).Forms, IsSigned); // Nothing is changed yet.

        await manager.GetAsync($"{Case}/extend?open=2022-06-21T13:30");
        (await manager.PressAsync("/statements")).Is(200);
        await approver.GetAsync(manager.Page.Path);
        (await approver.PressAsync("/statements")).Is(200);

        Assert.Equal(Town.Window with { OpenBy = Town.Clock(13, 30).ToUniversalTime() }, (await town.ReplayedAsync()).Find(Town.Case)!.Plan.Window);
        await manager.GetAsync($"{Case}/extend?open=2022-06-21T14:00");
        Assert.Contains("規則は次のとおりです。", manager.Page.Text, StringComparison.Ordinal); // Once.
    }

    [Fact]
    public async Task Who_carries_it_is_amended_by_those_whose_matter_it_is_and_the_rest_stays_to_the_millisecond()
    {
        await using var town = await PermittedAsync("c-manager", "o-approver");
        var (manager, approver) = (town.Browsers["c-manager"], town.Browsers["o-approver"]);
        var before = town.Facts.Find(Town.Case)!.Plan;
        await manager.GetAsync($"{Case}/amend");
        var form = manager.Page.Forms.Single(one => one.Inputs.Any(input => input.Key == "chosen"));
        var asIs = string.Join('&', form.Inputs.Select(input => $"{input.Key}={Uri.EscapeDataString(input.Value)}"));
        Assert.DoesNotContain((await manager.GetAsync($"{Case}/amend?{asIs}")).Forms, IsSigned);

        await manager.GetAsync($"{Case}/amend?{asIs}&custodian=c-sealer");
        (await manager.PressAsync("/statements")).Is(200);
        await approver.GetAsync(manager.Page.Path);
        (await approver.PressAsync("/statements")).Is(200);

        var after = (await town.ReplayedAsync()).Find(Town.Case)!.Plan;
        Assert.Equal([.. before.Custodians, new PersonId("c-sealer")], after.Custodians);
        Assert.Equal((before.Window, before.TextDigest, before.PlannedPeople, before.MostPeople), (after.Window, after.TextDigest, after.PlannedPeople, after.MostPeople));
    }

    [Fact]
    public async Task What_cannot_wait_is_granted_by_one_approver_and_signed_afterwards_by_the_executive()
    {
        await using var town = await Town.BrowsingAsync("c-executive", "o-approver");
        await town.ApplyAsync();
        foreach (var browser in town.Browsers.Values) await browser.SignInAsync();
        var (approver, executive) = (town.Browsers["o-approver"], town.Browsers["c-executive"]);
        Assert.Contains($"{Case}/urgent", (await approver.GetAsync(Case)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain((await approver.GetAsync($"{Case}/urgent")).Forms, IsSigned);

        await approver.GetAsync($"{Case}/urgent?text=通知の期限が今夜です。");
        (await approver.PressAsync("/statements")).Is(200);
        Assert.NotNull((await town.ReplayedAsync()).Find(Town.Case)!.Urgent);

        await executive.GetAsync($"{Case}/decide");
        Assert.Contains("追認する", executive.Page.Text, StringComparison.Ordinal);
        (await executive.PressAsync("/statements")).Is(200);
        Assert.NotNull((await town.ReplayedAsync()).Find(Town.Case)!.Endorsed);
    }

    private static bool IsSigned(SoftForm form) => form.Action.EndsWith("/statements", StringComparison.Ordinal);

    private static async Task<Town> PermittedAsync(params string[] people)
    {
        var town = await Town.BrowsingAsync(people);
        await town.PermitAsync();
        foreach (var browser in town.Browsers.Values) await browser.SignInAsync(); // The months between have ended every session.
        return town;
    }
}
