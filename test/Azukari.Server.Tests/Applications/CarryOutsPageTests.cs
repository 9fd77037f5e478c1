using Azukari.Domain;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Applications;

/// <summary>The list of an engagement's carry-outs, and the queue on top of it.</summary>
public sealed class CarryOutsPageTests
{
    private const string List = $"/engagements/{Town.Name}/carry-outs";

    [Fact]
    public async Task Before_the_first_the_page_says_what_to_do()
    {
        await using var town = await Town.SettledAsync(Where.Sqlite, Town.AtOrigin);
        using var browser = await town.NewcomerAsync("c-new", Role.ProjectManager);

        (await browser.GetAsync(List)).Is(200);
        Assert.Contains("進行中の持出はありません。", browser.Page.Text, StringComparison.Ordinal);
        Assert.Contains("ひな型を選んで申請してください。", browser.Page.Text, StringComparison.Ordinal);
        (await browser.GetAsync($"{List}?page=0")).Is(404);
    }

    [Fact]
    public async Task What_waits_for_a_decision_is_on_top_with_its_age_and_moves_with_the_record()
    {
        await using var town = await Town.SettledAsync(Where.Sqlite, Town.AtOrigin);
        await town.ApplyAsync();
        town.Host.Clock.Advance(TimeSpan.FromMinutes(90));
        using var executive = await town.NewcomerAsync("c-new", Role.InformationManager);
        using var approver = await town.NewcomerAsync("o-new", Role.Approver);
        using var carrier = await town.NewcomerAsync("o-other", Role.Operator);

        foreach (var path in new[] { "/", List })
        {
            Assert.Contains("carry-1 を決裁する", (await executive.GetAsync(path)).Text, StringComparison.Ordinal);
            Assert.Contains("1時間30分待っています", executive.Page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("決裁する", (await approver.GetAsync(path)).Text, StringComparison.Ordinal);
        }

        await town.DoAsync(town.Sign(new Azukari.Domain.Applications.Endorse(Town.Case), null, ("c-executive", Role.InformationManager)));
        Assert.DoesNotContain("決裁する", (await executive.GetAsync(List)).Text, StringComparison.Ordinal);
        Assert.Contains("carry-1 を決裁する", (await approver.GetAsync(List)).Text, StringComparison.Ordinal);
        Assert.Contains("責任者確認済", (await carrier.GetAsync(List)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("決裁する", carrier.Page.Text, StringComparison.Ordinal);

        await town.DoAsync(town.Sign(new Azukari.Domain.Applications.Withdraw(Town.Case), null, ("c-manager", Role.ProjectManager)));
        Assert.DoesNotContain("carry-1", (await approver.GetAsync(List)).Text, StringComparison.Ordinal);
        Assert.Contains("取下げ", (await approver.GetAsync($"{List}?ended")).Text, StringComparison.Ordinal);
    }
}
