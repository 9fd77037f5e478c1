using Azukari.Domain;
using Azukari.Server.Tests.Front;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Azukari.Server.Tests.Pages;

/// <summary>Nobody is shut out (WCAG 2.2 AA, JIS X 8341-3): axe finds nothing on any page, and no page is wider than a phone.</summary>
public sealed class AccessibilityTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>What a page needs in its address to show something; every page that people open is here.</summary>
    private static readonly string[] Paths =
    [
        "/", "/sessions", "/sign-in",
        $"/engagements/{Town.Name}/people", $"/engagements/{Town.Name}/proposals", $"/engagements/{Town.Name}/at-station/open-1?act=ConfirmRelease&carry-out=carry-1&code=234",
        $"/engagements/{Town.Name}/carry-outs", $"/engagements/{Town.Name}/carry-outs/carry-1", $"/engagements/{Town.Name}/carry-outs/carry-1/loss", $"/engagements/{Town.Name}/carry-outs/carry-1/found",
        $"/engagements/{Town.Name}/carry-outs/carry-1/hand-over?seal=A-001", $"/engagements/{Town.Name}/carry-outs/carry-9/label",
        $"/engagements/{Town.Name}/carry-outs/carry-1/record", $"/engagements/{Town.Name}/record", $"/engagements/{Town.Name}/record?person=c-sealer&from=nonsense", $"/engagements/{Town.Name}/record/3",
        $"/engagements/{Town.Name}/register", $"/engagements/{Town.Name}/register/sites", $"/engagements/{Town.Name}/register/catalogue", $"/engagements/{Town.Name}/register/chain",
        $"/engagements/{Town.Name}/register/readiness", $"/engagements/{Town.Name}/register/lists", $"/engagements/{Town.Name}/register/media", $"/engagements/{Town.Name}/register/inventory",
        $"/engagements/{Town.Name}/people/c-sealer", $"/engagements/{Town.Name}/people/c-sealer/key", $"/engagements/{Town.Name}/people/c-sealer?do=appoint", $"/engagements/{Town.Name}/people/c-sealer?do=train",
        $"/engagements/{Town.Name}/incidents", $"/engagements/{Town.Name}/incidents/incident-1", $"/engagements/{Town.Name}/incidents/incident-1/assign?task=1", $"/engagements/{Town.Name}/incidents/incident-1/finish?task=1",
        $"/engagements/{Town.Name}/apply", $"/engagements/{Town.Name}/apply?template=benefit-calls", $"/engagements/{Town.Name}/apply?like=carry-1", $"/engagements/{Town.Name}/carry-outs/carry-1/decide", $"/engagements/{Town.Name}/carry-outs/carry-1/series", $"/engagements/{Town.Name}/series",
        $"/engagements/{Town.Name}/carry-outs/carry-1/extend", $"/engagements/{Town.Name}/carry-outs/carry-1/amend", $"/engagements/{Town.Name}/register/sites/new?site=new-site",
        $"/engagements/{Town.Name}/register/catalogue/dataset?like=residents", $"/engagements/{Town.Name}/register/catalogue/template?like=benefit-calls", $"/engagements/{Town.Name}/people/c-manager?do=transfer",
        $"/engagements/{Town.Name}/register/import/people",
        "/no/such/page",
    ];

    public static TheoryData<string, int, ColorScheme> Forms => new()
    {
        { "ja", 1280, ColorScheme.Light }, { "en", 320, ColorScheme.Dark }, { "en", 1280, ColorScheme.Light }, { "ja", 1280, ColorScheme.Dark },
        { "en", 1280, ColorScheme.Dark }, { "ja", 320, ColorScheme.Light }, { "en", 320, ColorScheme.Light }, { "ja", 320, ColorScheme.Dark },
    };

    /// <summary>Every eighth page in the narrowest form; the deep run looks at every page in each of eight.</summary>
    [Fact]
    public Task No_page_shuts_anybody_out() => LookAsync("ja", 320, ColorScheme.Dark, [.. Paths.Where((_, n) => n % 8 == 1)]);

    [Theory]
    [Trait("Run", "deep")]
    [MemberData(nameof(Forms))]
    public Task No_page_shuts_anybody_out_in_any_form(string language, int width, ColorScheme colours) => LookAsync(language, width, colours, Paths);

    [Fact]
    public async Task What_shuts_people_out_is_found()
    {
        await using var town = await Town.OnTheWayAtScreensAsync();
        await using var person = await chromium.SitDownAsync(town.Screens);
        await person.GoAsync("/sign-in");
        await person.Page.EvaluateAsync("document.querySelector('button').textContent = ''");

        Assert.Contains((await person.Page.RunAxe(new AxeRunOptions())).Violations, violation => violation.Id == "button-name");
    }

    private async Task LookAsync(string language, int width, ColorScheme colours, string[] paths)
    {
        await using var town = await Town.OnTheWayAtScreensAsync();
        await using var person = await chromium.SitDownAsync(town.Screens, width, 800, colours);
        await town.DoAsync(town.Lost());
        await person.EnrolAsync(town, "c-new", Role.Representative);
        await person.GoAsync($"/language/{language}");

        List<string> wrong = [];
        foreach (var path in paths)
        {
            await person.GoAsync(path);
            var found = await person.Page.RunAxe(new AxeRunOptions());
            wrong.AddRange(found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{path} {violation.Id}: {node.Html}")));
            var widest = await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (widest > width) wrong.Add($"{path} is {widest} wide");
        }

        Assert.Empty(wrong);
    }
}
