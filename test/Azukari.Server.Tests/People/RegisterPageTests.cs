using System.Net;
using Azukari.Domain;
using Azukari.Domain.People;
using Azukari.Protocol.Documents;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.People;

/// <summary>The registers as pages: what they show, and what is signed from them with nothing typed in the usual case.</summary>
public sealed class RegisterPageTests
{
    private const string In = $"/engagements/{Town.Name}", Register = $"{In}/register";

    [Fact]
    public async Task A_newcomer_acknowledges_the_manual_by_one_button()
    {
        await using var town = await Town.BrowsingAsync("c-manager");
        using var newcomer = await town.NewcomerAsync("c-new", Role.Operator);
        Assert.Contains("あなたの確認を待っています", (await newcomer.GetAsync(Register)).Text, StringComparison.Ordinal);
        Assert.Contains("c-new", (await newcomer.GetAsync($"{Register}/readiness")).Text, StringComparison.Ordinal);

        (await newcomer.PressAsync("/statements")).Is(200);

        Assert.Contains(1, (await town.ReplayedAsync()).People[new("c-new")].Acknowledged);
        Assert.Contains("全員が確認しました。", newcomer.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("あなたの確認を待っています", (await newcomer.GetAsync(Register)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_is_put_into_force_by_the_approver_alone()
    {
        await using var town = await Town.BrowsingAsync("o-approver", "c-manager");
        await town.DoAsync(town.Sign(new SubmitManual(2, Town.Hash("second")), null, ("c-manager", Role.ProjectManager)));
        Assert.DoesNotContain("?approve=2", (await town.Browsers["c-manager"].GetAsync($"{Register}/readiness")).Html, StringComparison.Ordinal);
        var approver = town.Browsers["o-approver"];
        Assert.Contains("?approve=2", (await approver.GetAsync($"{Register}/readiness")).Html, StringComparison.Ordinal);

        await approver.GetAsync($"{Register}/readiness?approve=2");
        (await approver.PressAsync("/statements")).Is(200);

        Assert.Equal(2, (await town.ReplayedAsync()).ManualInForce!.Version);
    }

    [Fact]
    public async Task The_representative_appoints_trains_and_ends_from_a_persons_page()
    {
        await using var town = await Town.BrowsingAsync("c-manager");
        using var representative = await town.NewcomerAsync("c-head", Role.Representative);
        var page = $"{In}/people/c-sealer";
        Assert.DoesNotContain("?do=appoint", (await town.Browsers["c-manager"].GetAsync(page)).Html, StringComparison.Ordinal);
        Assert.Contains("?do=appoint", (await representative.GetAsync(page)).Html, StringComparison.Ordinal);

        await representative.GetAsync($"{page}?do=appoint&role=Keeper");
        (await representative.PressAsync("/statements")).Is(200);
        town.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await representative.GetAsync($"{page}?do=train&course=情報保護研修");
        (await representative.PressAsync("/statements")).Is(200);
        await representative.GetAsync($"{page}?do=end&role=Operator");
        (await representative.PressAsync("/statements")).Is(200);

        var now = town.Host.Clock.GetUtcNow().AddSeconds(1);
        var person = (await town.ReplayedAsync()).People[new("c-sealer")];
        Assert.Equal((true, false), (person.Holds(Role.Keeper, now), person.Holds(Role.Operator, now)));
        Assert.Equal(Town.YearEnds.AddMilliseconds(999), person.Terms.Single(term => term.Role == Role.Keeper).Until);
        Assert.Equal(2, person.Trainings.Count);
        Assert.Contains("情報保護研修", WebUtility.HtmlDecode((await representative.GetAsync($"{In}/people/c-manager?do=train")).Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owners_side_sees_a_newcomer_by_one_button_and_the_contractors_may_not()
    {
        await using var town = await Town.BrowsingAsync("o-officer", "c-manager");
        await town.DoAsync(town.Sign(new EnrolPerson(new("c-new"), new("contractor"), town.FactOf("c-new")), null, ("c-new", Role.Member), ("c-root", Role.Representative)));
        var page = $"{In}/people/c-new";
        Assert.DoesNotContain("?do=see", (await town.Browsers["c-manager"].GetAsync(page)).Html, StringComparison.Ordinal);
        Assert.Contains("規則は次のとおりです。", (await town.Browsers["c-manager"].GetAsync($"{page}?do=see")).Text, StringComparison.Ordinal);

        await town.Browsers["o-officer"].GetAsync($"{page}?do=see");
        (await town.Browsers["o-officer"].PressAsync("/statements")).Is(200);

        Assert.True((await town.ReplayedAsync()).People[new("c-new")].Seen);
    }

    [Fact]
    public async Task A_quarters_list_is_signed_as_it_stands()
    {
        await using var town = await Town.BrowsingAsync();
        using var representative = await town.NewcomerAsync("c-head", Role.Representative);
        await representative.GetAsync($"{Register}/lists");

        (await representative.PressAsync("/statements")).Is(200);

        var facts = await town.ReplayedAsync();
        Assert.Equal(facts.People.Values.Where(person => person.Organisation.Value == "contractor").Select(person => person.Id).ToHashSet(), facts.Lists[new("contractor")].People.ToHashSet());
    }

    [Fact]
    public async Task Two_people_count_the_media_and_what_is_missing_is_said()
    {
        await using var town = await Town.BrowsingAsync("o-officer", "c-sealer");
        await town.Browsers["c-sealer"].GetAsync($"{Register}/inventory?missing=usb-1");
        Assert.Contains(Town.Stick.Value, town.Browsers["c-sealer"].Page.Text, StringComparison.Ordinal);
        (await town.Browsers["c-sealer"].PressAsync("/statements")).Is(200);
        await town.Browsers["o-officer"].GetAsync(town.Browsers["c-sealer"].Page.Path);

        (await town.Browsers["o-officer"].PressAsync("/statements")).Is(200);

        Assert.Contains(Town.Stick, (await town.ReplayedAsync()).Inventory!.Missing);
        Assert.Contains("棚卸しで見つからず", (await town.Browsers["o-officer"].GetAsync($"{Register}/media")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registers_show_what_the_record_knows_and_leave_as_spreadsheets()
    {
        await using var town = await Town.OnTheWayAsync("c-manager");
        var browser = town.Browsers["c-manager"];
        async Task SaysAsync(string path, params string[] words)
        {
            var page = await browser.GetAsync(path);
            page.Is(200);
            foreach (var word in words) Assert.Contains(word, page.Text, StringComparison.Ordinal);
        }

        await SaysAsync($"{Register}/media", "usb-1", "搬送中", "c-carrier、o-carrier", "製造番号 serial-1", "まだ");
        await SaysAsync($"{Register}/sites", "data-centre", "seal-1", "個人番号利用事務系");
        await SaysAsync($"{Register}/catalogue", "residents", "本人を識別する項目", "benefit-calls");
        await SaysAsync($"{Register}/chain", "city", "contractor", "起点で定めた組織");
        await SaysAsync($"{In}/people/c-sealer", "作業者", "この人が署名した記録");
        (await browser.GetAsync($"{In}/people/nobody")).Is(404);
        var sheet = OfficeText.Read(await browser.TakeAsync($"{In}/registers/media"))!.Value.Text;
        Assert.Contains("usb-1", sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?do=appoint&until=nonsense")]
    [InlineData("?do=appoint&deputises=NO+CODE")]
    [InlineData("?do=train&course=")]
    [InlineData("?do=train&from=31-12-2022")]
    [InlineData("?do=unknown")]
    public async Task What_cannot_be_meant_is_not_offered_for_signing(string query)
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite, Town.AtOrigin);
        using var representative = await town.NewcomerAsync("c-head", Role.Representative);

        var page = await representative.GetAsync($"{In}/people/c-head{query}");

        page.Is(200);
        Assert.DoesNotContain(page.Forms, form => form.Action.Contains("/statements", StringComparison.Ordinal));
    }
}
