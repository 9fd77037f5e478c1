using Azukari.Domain;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Engagements;

/// <summary>What the registers hold, entered from their pages: sites, datasets, templates, the manual, what is passed on.</summary>
public sealed class RegisterFormTests
{
    private const string In = $"/engagements/{Town.Name}", Register = $"{In}/register";

    [Fact]
    public async Task The_officer_registers_a_site_with_its_network_layer()
    {
        await using var town = await Town.BrowsingAsync("o-officer");
        var officer = town.Browsers["o-officer"];
        Assert.Contains("sites/new", (await officer.GetAsync($"{Register}/sites")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain((await officer.GetAsync($"{Register}/sites/new?site=市役所")).Forms, IsSigned);

        await SignAsync(officer, $"{Register}/sites/new?site=branch-2&layer=Internet");

        Assert.Equal(NetworkLayer.Internet, (await town.ReplayedAsync()).Sites[new("branch-2")]);
        Assert.Contains("規則は次のとおりです。", (await officer.GetAsync($"{Register}/sites/new?site=branch-2&layer=MyNumber")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_approver_catalogues_a_dataset_signs_it_anew_and_signs_a_template_over_it()
    {
        await using var town = await Town.BrowsingAsync("o-approver");
        var approver = town.Browsers["o-approver"];

        await SignAsync(approver, $"{Register}/catalogue/dataset?dataset=taxes&unit=Households&key=2&name=amount&class=Tax&name=&class=Tax&name=id&class=MyNumber");
        town.Host.Clock.Advance(TimeSpan.FromMinutes(1)); // The very same statement would be the one that counted already.
        await SignAsync(approver, $"{Register}/catalogue/dataset?like=taxes");
        await SignAsync(approver, $"{Register}/catalogue/template?template=tax-calls&field=taxes/id&field=residents/id&field=nothing/id&until=2023-03-31");
        await SignAsync(approver, $"{Register}/catalogue/template?like=benefit-calls");

        var facts = await town.ReplayedAsync();
        var taxes = facts.Catalogue[new("taxes")];
        Assert.Equal((DatasetUnit.Households, "id"), (taxes.Unit, taxes.PersonKey));
        Assert.Equal([new Field("amount", FieldClass.Tax), new Field("id", FieldClass.MyNumber)], taxes.Fields);
        Assert.Equal(["residents:id", "taxes:id"], facts.Templates[new("tax-calls")].Needs.Select(need => $"{need.Dataset}:{string.Join(',', need.Fields)}"));
        Assert.Equal(["residents:id"], facts.Templates[new("benefit-calls")].Needs.Select(need => $"{need.Dataset}:{string.Join(',', need.Fields)}"));
    }

    [Fact]
    public async Task A_version_of_the_manual_is_submitted_by_the_project_manager_and_put_into_force_by_the_approver()
    {
        await using var town = await Town.BrowsingAsync("c-manager", "o-approver");
        var (manager, approver) = (town.Browsers["c-manager"], town.Browsers["o-approver"]);
        Assert.Contains("第2版を提出する", (await manager.GetAsync($"{Register}/readiness")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("第2版を提出する", (await approver.GetAsync($"{Register}/readiness")).Text, StringComparison.Ordinal);
        Assert.Contains("SHA-256 ではありません。", (await manager.GetAsync($"{Register}/readiness?digest=abc")).Text, StringComparison.Ordinal);

        await SignAsync(manager, $"{Register}/readiness?digest={Town.Hash("manual 2")}");
        await SignAsync(approver, $"{Register}/readiness?approve=2");

        Assert.Equal((2, Town.Hash("manual 2")), ((await town.ReplayedAsync()).ManualInForce!.Version, town.Facts.ManualInForce!.Text));
    }

    [Fact]
    public async Task What_is_open_is_passed_on_from_the_persons_page()
    {
        await using var town = await Town.BrowsingAsync();
        await town.DoAsync(town.Sign(new AppointRole(new("c-sealer"), Role.ProjectManager, Town.YearEnds), null, ("c-root", Role.Representative)));
        await town.ApplyAsync();
        using var representative = await town.NewcomerAsync("c-head", Role.Representative);
        Assert.Contains("?do=transfer", (await representative.GetAsync($"{In}/people/c-manager")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("?do=transfer", (await representative.GetAsync($"{In}/people/c-carrier")).Html, StringComparison.Ordinal);

        await SignAsync(representative, $"{In}/people/c-manager?do=transfer&to=c-sealer");

        Assert.Equal(new PersonId("c-sealer"), (await town.ReplayedAsync()).Find(Town.Case)!.Applicant);
    }

    private static bool IsSigned(SoftForm form) => form.Action.EndsWith("/statements", StringComparison.Ordinal);

    private static async Task SignAsync(SoftBrowser browser, string path)
    {
        await browser.GetAsync(path);
        (await browser.PressAsync("/statements")).Is(200);
    }
}
