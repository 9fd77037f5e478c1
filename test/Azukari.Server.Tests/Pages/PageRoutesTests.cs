using Azukari.Domain;
using Azukari.Domain.People;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Pages;

/// <summary>Every page, and what it says to nobody, to the engagement's own people, to another owner's, and to one who has left.</summary>
public sealed class PageRoutesTests
{
    private const string In = "/engagements/{engagement}";

    /// <summary>Another owner's engagement does not exist: 404, never 403. 302 is the way to signing in, 401 the same for a form, 400 a form without its token.</summary>
    private static readonly (string Method, string Route, int Nobody, int Own, int Other, int Former)[] Table =
    [
        ("GET", "/", 302, 200, 200, 200),
        ("GET", "/azukari.css", 200, 200, 200, 200),
        ("GET", "/passkey.js", 200, 200, 200, 200),
        ("GET", "/again.js", 200, 200, 200, 200),
        ("GET", "/language/{to}", 302, 302, 302, 302),
        ("GET", "/sign-in", 200, 200, 200, 200),
        ("POST", "/sign-in", 400, 400, 400, 400),
        ("POST", "/sign-out", 401, 400, 400, 400),
        ("GET", "/sessions", 302, 200, 200, 200),
        ("POST", "/sessions/{token}/end", 401, 400, 400, 400),
        ("GET", "/invitations/{secret}", 404, 404, 404, 404),
        ("POST", "/invitations/{secret}/passkey", 400, 400, 400, 400),
        ("POST", "/invitations/{secret}/statement", 400, 400, 400, 400),
        ("GET", "/found", 302, 404, 404, 404),
        ("POST", "/found/invitations", 401, 400, 400, 400),
        ("POST", "/found/genesis", 401, 400, 400, 400),
        ("POST", "/found/statements", 401, 400, 400, 400),
        ("GET", In + "/people", 302, 200, 404, 404),
        ("POST", In + "/invitations", 401, 400, 404, 404),
        ("GET", In + "/proposals", 302, 200, 404, 404),
        ("GET", In + "/proposals/{id}", 302, 404, 404, 404),
        ("POST", In + "/statements", 401, 400, 404, 404),
        ("GET", In + "/at-station/{station}", 302, 404, 404, 404),
        ("GET", In + "/incidents", 302, 200, 404, 404),
        ("GET", In + "/incidents/{id}", 302, 404, 404, 404),
        ("GET", In + "/incidents/{id}/{deed}", 302, 404, 404, 404),
        ("GET", In + "/carry-outs", 302, 200, 404, 404),
        ("GET", In + "/apply", 302, 200, 404, 404),
        ("POST", In + "/apply", 401, 400, 404, 404),
        ("GET", In + "/apply/{draft}", 302, 404, 404, 404),
        ("POST", In + "/apply/{draft}", 401, 400, 404, 404),
        ("POST", In + "/apply/{draft}/discard", 401, 400, 404, 404),
        ("GET", In + "/carry-outs/{id}/decide", 302, 404, 404, 404),
        ("GET", In + "/carry-outs/{id}/extend", 302, 404, 404, 404),
        ("GET", In + "/carry-outs/{id}/amend", 302, 404, 404, 404),
        ("GET", In + "/carry-outs/{id}/urgent", 302, 404, 404, 404),
        ("GET", In + "/carry-outs/{id}/series", 302, 404, 404, 404),
        ("GET", In + "/series", 302, 200, 404, 404),
        ("GET", In + "/series/{id}", 302, 404, 404, 404),
        ("GET", In + "/documents/{kind}", 302, 404, 404, 404),
        ("GET", In + "/carry-outs/{id}", 302, 404, 404, 404),
        ("GET", In + "/carry-outs/{id}/label", 200, 200, 200, 200),
        ("POST", In + "/carry-outs/{id}/label", 400, 400, 400, 400),
        ("GET", In + "/carry-outs/{id}/hand-over", 302, 404, 404, 404),
        ("GET", In + "/carry-outs/{id}/loss", 302, 200, 404, 404),
        ("GET", In + "/carry-outs/{id}/found", 302, 404, 404, 404),
        ("GET", In + "/carry-outs/{id}/record", 302, 404, 404, 404),
        ("GET", In + "/carry-outs/{id}/bundle", 302, 404, 404, 404),
        ("GET", In + "/record", 302, 200, 404, 404),
        ("GET", In + "/record/{seq}", 302, 404, 404, 404),
        ("GET", In + "/record/{seq}/entry", 302, 404, 404, 404),
        ("GET", In + "/record/{seq}/proof", 302, 404, 404, 404),
        ("GET", In + "/bundle", 302, 409, 404, 404),
        ("GET", In + "/register", 302, 200, 404, 404),
        ("GET", In + "/register/sites", 302, 200, 404, 404),
        ("GET", In + "/register/sites/new", 302, 200, 404, 404),
        ("GET", In + "/register/catalogue/dataset", 302, 200, 404, 404),
        ("GET", In + "/register/catalogue/template", 302, 200, 404, 404),
        ("GET", In + "/register/catalogue", 302, 200, 404, 404),
        ("GET", In + "/register/chain", 302, 200, 404, 404),
        ("GET", In + "/register/readiness", 302, 200, 404, 404),
        ("GET", In + "/register/lists", 302, 200, 404, 404),
        ("GET", In + "/register/media", 302, 200, 404, 404),
        ("GET", In + "/register/inventory", 302, 200, 404, 404),
        ("GET", In + "/register/import/{kind}", 302, 404, 404, 404),
        ("POST", In + "/register/import/{kind}", 401, 400, 404, 404),
        ("GET", In + "/registers/{kind}", 302, 404, 404, 404),
        ("GET", In + "/people/{person}", 302, 404, 404, 404),
        ("GET", In + "/people/{person}/key", 302, 404, 404, 404),
        ("POST", In + "/people/{person}/key", 401, 400, 404, 404),
    ];

    internal static IEnumerable<string> Routes => Table.Select(row => $"{row.Method} {row.Route}");

    [Fact]
    public async Task Every_page_answers_everybody_as_the_table_says()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite, Town.AtOrigin);
        using var nobody = new SoftBrowser(town.Host);
        using var own = await town.NewcomerAsync("o-new");
        using var former = await town.NewcomerAsync("c-former");
        await town.DoAsync(town.Sign(new LeaveOrganisation(new("c-former")), null, ("c-root", Role.Representative)));
        using var other = await town.NeighbourAsync("o-neighbour");

        foreach (var (method, route, byNobody, byOwn, byOther, byFormer) in Table)
        {
            int[] said = [await AskAsync(nobody, method, route), await AskAsync(own, method, route), await AskAsync(other, method, route), await AskAsync(former, method, route)];
            Assert.True(said.SequenceEqual([byNobody, byOwn, byOther, byFormer]), $"{method} {route}: {string.Join(", ", said)}");
        }
    }

    [Fact]
    public async Task Nothing_of_another_owners_engagement_is_on_the_first_page()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite, Town.AtOrigin);
        using var other = await town.NeighbourAsync("o-neighbour");

        var page = await other.GetAsync("/");

        page.Is(200);
        Assert.Contains("neighbour-2022", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("carry-1", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Town.Name, page.Html, StringComparison.Ordinal);
    }

    private static Task<int> AskAsync(SoftBrowser browser, string method, string route) =>
        browser.StatusAsync(new(method), route.Replace("{engagement}", Town.Name, StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
}
