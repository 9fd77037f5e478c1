using System.Net;
using Azukari.Server.Tests.Front;
using Azukari.Testing;

namespace Azukari.Server.Tests.Pages;

/// <summary>Whatever a browser can send: every field of every form and every part of every address, each with everything that should not be in it. Nothing breaks, nothing counts, and the page says what is the matter.</summary>
public sealed class HostileInputTests
{
    private const string In = $"/engagements/{Town.Name}";
    private const string Mark = "hostile()";

    /// <summary>What nobody means to type. Each has a name, since some of it cannot be shown.</summary>
    private static readonly (string Name, string Value)[] Nasty =
    [
        ("empty", ""), ("blank", " 　\t"), ("long", new string('長', 100_000)), ("NUL", "a\0b"), ("control", "\u0001\u001b[2J\u007f\u0085"), ("lone surrogate", "\ud800x\udfff"), ("noncharacter", "\uffff\ufdd0"),
        ("right to left", "\u202egnp.exe\u2066"), ("script", $"\"'><script>{Mark}</script>"), ("attribute", $"\" onfocus=\"{Mark}"), ("SQL", "' OR 1=1; drop table entry; --"), ("path", "../../../../etc/passwd"),
        ("header", $"x\r\nSet-Cookie: {Mark}"), ("elsewhere", "//evil.example/"), ("scheme", $"javascript:{Mark}"), ("huge", "99999999999999999999999999"), ("negative", "-1"), ("exponent", "1e400"), ("NaN", "NaN"),
        ("year 9999", "9999-12-31T23:59"), ("year 0000", "0000-00-00"), ("year 1", "0001-01-01T00:00"), ("day 1", "0001-01-01"), ("last day", "9999-12-31"), ("number", "99"), ("cut in two", $"x{string.Concat(Enumerable.Repeat("😀", 600))}"), ("year 10000", "10000-01-01T00:00"), ("another's", "neighbour-2022"), ("JSON", "{\"$type\":\"x\"}"), ("template", "{{7*7}}${7*7}@(7*7)"), ("code", "carry-1"),
    ];

    /// <summary>What every run tries; the deep run tries everything.</summary>
    private static readonly (string Name, string Value)[] Some = [.. Nasty.Where((one, n) => n % 6 == 2 || one.Name == "NUL")];

    /// <summary>Pages with forms, and whose they are.</summary>
    private static readonly (string Person, string Path)[] Forms =
    [
        ("c-manager", $"{In}/apply?template=benefit-calls"), ("c-manager", $"{In}/carry-outs/carry-1/series"), ("o-approver", $"{In}/carry-outs/carry-1/decide"), ("c-carrier", $"{In}/carry-outs/carry-1/hand-over?seal=A-001"),
        ("c-carrier", $"{In}/carry-outs/carry-1/loss"), ("o-officer", $"{In}/carry-outs/carry-1/found"), ("o-officer", $"{In}/register/media"), ("o-officer", $"{In}/register/inventory"), ("o-officer", $"{In}/register/lists"),
        ("o-officer", $"{In}/people"), ("o-officer", $"{In}/people/c-sealer?do=appoint"), ("o-officer", $"{In}/people/c-sealer?do=train"), ("c-manager", $"{In}/register/readiness"), ("o-officer", "/sessions"),
        ("o-officer", $"{In}/incidents/incident-1"), ("o-officer", $"{In}/incidents/incident-1/assign?task=1"), ("o-officer", $"{In}/incidents/incident-1/finish?task=1"), ("c-manager", $"{In}/carry-outs/carry-1/extend"), ("c-manager", $"{In}/carry-outs/carry-1/amend"), ("o-officer", $"{In}/people/c-manager?do=transfer"), ("o-officer", $"{In}/people/o-approver/key"), ("o-officer", $"{In}/register/sites/new?site=new-site"),
        ("o-approver", $"{In}/register/catalogue/dataset?like=residents"), ("o-approver", $"{In}/register/catalogue/template?like=benefit-calls"), ("o-officer", $"{In}/register/import/sites"),
        ("o-officer", $"{In}/at-station/open-1?act=ConfirmRelease&carry-out=carry-1"), ("o-officer", $"{In}/at-station/open-1?act=EraseAtSite&carry-out=carry-1&medium=usb-1&code=23456789AB"),
        ("nobody", "/sign-in"), ("nobody", $"{In}/carry-outs/carry-1/label"),
    ];

    /// <summary>Addresses, and where something can stand in them that should not.</summary>
    private static readonly string[] Addresses =
    [
        "/?live={}", "/?page={}", "/sign-in?back={}", "/language/{}", "/invitations/{}", "/engagements/{}/people", $"{In}/people/{{}}", $"{In}/people/c-sealer?do={{}}", $"{In}/proposals/{{}}", $"{In}/incidents/{{}}", $"{In}/incidents/incident-1/{{}}",
        $"{In}/incidents/incident-1/assign?task={{}}", $"{In}/incidents/incident-1/assign?task=1&due={{}}", $"{In}/incidents/incident-1/assign?task=1&owner={{}}", $"{In}/incidents/incident-1/finish?task=1&text={{}}",
        $"{In}/incidents/incident-1/answer?kind={{}}&step=1", $"{In}/incidents/incident-1/answer?kind=Incident&step={{}}", $"{In}/incidents/incident-1/answer?kind=Incident&step=1&about={{}}",
        $"{In}/people/c-sealer?do=appoint&until={{}}", $"{In}/people/c-sealer?do=appoint&role={{}}", $"{In}/people/c-sealer?do=train&completed={{}}", $"{In}/people/c-sealer?do=train&expires={{}}", $"{In}/register/readiness?approve={{}}",
        $"{In}/carry-outs/carry-1/hand-over?chosen=1&to={{}}", $"{In}/carry-outs/carry-1/hand-over?chosen=1&at={{}}", $"{In}/carry-outs/carry-1/hand-over?chosen=1&seal=A-001&route={{}}", $"{In}/carry-outs/carry-1/loss?kind={{}}",
        $"{In}/carry-outs/carry-1/decide?act=decline&why={{}}", $"{In}/carry-outs/carry-1/decide?act={{}}", $"{In}/carry-outs/carry-1/loss?for={{}}", $"{In}/carry-outs/carry-1/found?seal={{}}", $"{In}/carry-outs/carry-1/series?most={{}}", $"{In}/carry-outs/carry-1/series?quarter={{}}", $"{In}/carry-outs?ended&page={{}}", $"{In}/carry-outs?page={{}}", $"{In}/apply/{{}}", $"{In}/apply?template={{}}", $"{In}/apply?like={{}}", $"{In}/apply?series={{}}", $"{In}/carry-outs/{{}}",
        $"{In}/carry-outs/carry-1?seal={{}}", $"{In}/carry-outs/{{}}/decide", $"{In}/carry-outs/{{}}/series", $"{In}/carry-outs/{{}}/label?seal={{}}", $"{In}/carry-outs/carry-1/label?seal={{}}", $"{In}/carry-outs/{{}}/hand-over", $"{In}/carry-outs/carry-1/hand-over?seal={{}}",
        $"{In}/carry-outs/{{}}/loss", $"{In}/carry-outs/{{}}/found", $"{In}/carry-outs/{{}}/record", $"{In}/carry-outs/{{}}/bundle", $"{In}/record/{{}}", $"{In}/record/{{}}/entry", $"{In}/record/{{}}/proof", $"{In}/record?act={{}}", $"{In}/record?person={{}}",
        $"{In}/record?carry-out={{}}", $"{In}/record?from={{}}", $"{In}/record?until={{}}", $"{In}/record?before={{}}", $"{In}/series/{{}}", $"{In}/documents/{{}}", $"{In}/documents/application?about={{}}", $"{In}/documents/label?about={{}}",
        $"{In}/carry-outs/carry-1/extend?open={{}}", $"{In}/carry-outs/carry-1/amend?chosen=1&custodian={{}}&people={{}}", $"{In}/carry-outs/carry-1/amend?chosen=1&custodian=c-carrier&from={{}}", $"{In}/carry-outs/{{}}/extend", $"{In}/carry-outs/{{}}/amend", $"{In}/carry-outs/{{}}/urgent",
        $"{In}/people/{{}}/key", $"{In}/people/c-manager?do=transfer&to={{}}", $"{In}/register/readiness?digest={{}}", $"{In}/register/sites/new?site={{}}", $"{In}/register/sites/new?site=x&layer={{}}", $"{In}/register/import/{{}}",
        $"{In}/register/catalogue/dataset?like={{}}", $"{In}/register/catalogue/dataset?dataset={{}}&name=a&class=Tax", $"{In}/register/catalogue/dataset?dataset=x&name={{}}&class={{}}&key={{}}", $"{In}/register/catalogue/template?template={{}}&field=residents/id", $"{In}/register/catalogue/template?template=x&field={{}}", $"{In}/register/catalogue/template?template=x&field=residents/id&until={{}}",
        $"{In}/at-station/open-1?act=AddKeyAtStations&person={{}}&key=x&at=http://localhost:5640", $"{In}/at-station/open-1?act=AddKeyAtStations&person=o-officer&key={{}}&at=http://localhost:5640", $"{In}/at-station/open-1?act=AddKeyAtStations&person=o-officer&key=x&at={{}}",
        $"{In}/at-station/{{}}?act=ConfirmRelease&carry-out=carry-1", $"{In}/at-station/open-1?act={{}}&carry-out=carry-1", $"{In}/at-station/open-1?act=ConfirmRelease&carry-out={{}}", $"{In}/at-station/open-1?act=EraseAtSite&carry-out=carry-1&medium={{}}", $"{In}/at-station/open-1?act=ConfirmRelease&carry-out=carry-1&code={{}}", $"{In}/at-station/open-1?act=ConfirmRelease&carry-out=carry-1&code=23456789AB&signed={{}}",
        $"{In}/registers/{{}}", $"{In}/registers/carry-outs?encoding={{}}", $"{In}/register/{{}}",
    ];

    [Fact]
    public Task Nothing_in_an_address_breaks_a_page() => AskAllAsync(Where.Sqlite, Some);

    [Fact]
    public Task Nothing_in_a_field_breaks_a_page_or_counts() => FillAllAsync(Where.Sqlite, Some);

    [Fact]
    [Trait("Run", "deep")]
    public Task Everything_in_every_field_breaks_no_page_and_does_not_count() => FillAllAsync(Where.Sqlite, Nasty);

    [Fact]
    [Trait("Run", "deep")]
    public Task Everything_in_every_address_breaks_no_page() => AskAllAsync(Where.Sqlite, Nasty);

    [Fact]
    [Trait("Run", "deep")]
    public async Task The_same_on_the_other_engine()
    {
        Assert.SkipWhen(PostgresCluster.MissingReason is not null, PostgresCluster.MissingReason ?? "");
        await AskAllAsync(Where.Postgres, Nasty);
        await FillAllAsync(Where.Postgres, Nasty);
    }

    private static async Task AskAllAsync(Where where, IEnumerable<(string Name, string Value)> nasty)
    {
        await using var town = await ReadyAsync(where);
        var (before, wrong) = (await CountAsync(town), new List<string>());
        foreach (var address in Addresses)
            foreach (var (name, value) in nasty)
                await LookAsync(wrong, $"{address} {name}", value, () => town.Browsers["o-officer"].GetAsync(address.Replace("{}", Uri.EscapeDataString(Short(value, address.Split("{}").Length - 1)), StringComparison.Ordinal)));

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, await CountAsync(town));
    }

    private static async Task FillAllAsync(Where where, IEnumerable<(string Name, string Value)> nasty)
    {
        await using var town = await ReadyAsync(where);
        using var nobody = new SoftBrowser(town.Host);
        var (before, wrong, filled) = (await CountAsync(town), new List<string>(), new HashSet<string>());
        foreach (var (person, path) in Forms)
        {
            var browser = person == "nobody" ? nobody : town.Browsers[person];
            var page = await PatientlyAsync(() => browser.GetAsync(path));
            page.Is(200);
            foreach (var form in page.Forms)
                foreach (var field in form.Inputs.Select(input => input.Key).Where(field => field.Length > 0 && filled.Add($"{form.Action} {form.Data.GetValueOrDefault("passkey")} {field}")))
                {
                    foreach (var (name, value) in nasty) await LookAsync(wrong, $"{path} {form.Action} {field} {name}", value, () => browser.PressAsync(Unsigned(form), (field, value)));
                    await LookAsync(wrong, $"{path} {form.Action} {field} twice", "", () => browser.PressAsync(Unsigned(form) with { Inputs = [.. form.Inputs, KeyValuePair.Create(field, "twice")] }));
                    await LookAsync(wrong, $"{path} {form.Action} without {field}", "", () => browser.PressAsync(Unsigned(form) with { Inputs = [.. form.Inputs.Where(input => input.Key != field)] }));
                    if (await CountAsync(town) != before) wrong.Add($"{path} {form.Action} {field} counted");
                    before = await CountAsync(town);
                }
        }

        Assert.True(filled.Count > 60, $"only {filled.Count} fields were found");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Somebody who means harm has no passkey of ours: the answer is one to another question, so that nothing that is sent here may count.</summary>
    private static SoftForm Unsigned(SoftForm form) => form.Data.ContainsKey("challenge") ? form with { Data = new(form.Data) { ["challenge"] = "AAAA" } } : form;

    private static async Task<Town> ReadyAsync(Where where)
    {
        var town = await Town.OnTheWayAsync(where, "o-officer", "o-approver", "c-manager", "c-carrier");
        await town.DoAsync(town.Lost());
        return town;
    }

    private static async Task LookAsync(List<string> wrong, string what, string value, Func<Task<SoftPage>> ask)
    {
        SoftPage page;
        try
        {
            page = await PatientlyAsync(ask);
        }
        catch (HttpRequestException broken)
        {
            wrong.Add($"{what}: {broken.InnerException?.Message ?? broken.Message}");
            return;
        }

        if (page.Status >= 500) wrong.Add($"{what}: {page.Status}");
        if (page is { Status: 400, Html: "" } && value.Contains('\0', StringComparison.Ordinal)) return; // So does it with a NUL in a path.
        if (page.Status != 200 && !page.Html.Contains("<h1>", StringComparison.Ordinal)) wrong.Add($"{what}: {page.Status} without a word");
        if (page.Html.Contains($"<script>{Mark}", StringComparison.Ordinal) || page.Html.Contains($"onfocus=\"{Mark}", StringComparison.Ordinal) || page.Html.Contains($"href=\"javascript:", StringComparison.Ordinal)) wrong.Add($"{what}: unescaped");
        if (page.Html.Contains('\0', StringComparison.Ordinal) || page.Html.Contains('\u001b', StringComparison.Ordinal)) wrong.Add($"{what}: control characters come back");
        if (value.Length > 50_000 && WebUtility.HtmlDecode(page.Html).Length > 10 * value.Length) wrong.Add($"{what}: {page.Html.Length} characters come back");
    }

    /// <summary>So many at once are too many from one address, and the page says so: try again in a moment.</summary>
    private static async Task<SoftPage> PatientlyAsync(Func<Task<SoftPage>> ask)
    {
        var page = await ask();
        for (; page.Status == 429 && page.Html.Contains("<h1>", StringComparison.Ordinal); page = await ask()) await Task.Delay(500);
        return page;
    }

    /// <summary>What people have done; the watch goes on meanwhile.</summary>
    private static async Task<long> CountAsync(Town town) => (await town.Host.RowsAsync<long>("select count(*) from entry e where not exists (select 1 from entry_of a where a.engagement = e.engagement and a.seq = e.seq and a.about like 'act Deadline%')")).Single();

    /// <summary>What still fits into an address; what does not, the web server sends away before anybody is asked.</summary>
    private static string Short(string value, int places) => new([.. value.Take(601 / places)]);
}
