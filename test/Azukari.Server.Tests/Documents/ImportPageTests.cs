using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Documents;

/// <summary>A spreadsheet on a page: what it would do, everything that is wrong with it, and each act signed on its own page.</summary>
public sealed class ImportPageTests
{
    private const string In = $"/engagements/{Town.Name}", Sites = $"{In}/register/import/sites";

    [Fact]
    public async Task A_clean_file_leads_to_what_is_signed_and_what_is_signed_is_left_out_the_next_time()
    {
        await using var town = await Town.BrowsingAsync("o-officer");
        var officer = town.Browsers["o-officer"];
        var file = Encoding.UTF8.GetBytes("拠点番号,ネットワークの層,名称\nbranch-1,インターネット接続系,支所\ndata-centre,個人番号利用事務系,\n");
        Assert.Contains(Sites, (await officer.GetAsync($"{In}/register")).Html, StringComparison.Ordinal);
        await officer.GetAsync(Sites);

        (await officer.UploadAsync("/import/sites", "sites.csv", file)).Is(200);
        Assert.Contains("2行に誤りはありません", officer.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("支所", officer.Page.Text, StringComparison.Ordinal);
        await officer.GetAsync(Assert.Single(Links(officer.Page)));
        (await officer.PressAsync("/statements")).Is(200);

        Assert.Equal(NetworkLayer.Internet, (await town.ReplayedAsync()).Sites[new("branch-1")]);
        await officer.GetAsync(Sites);
        Assert.Contains("署名するものはありません。", (await officer.UploadAsync("/import/sites", "sites.csv", file)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_a_single_fault_does_nothing_and_each_fault_is_named_without_its_cell()
    {
        await using var town = await Town.BrowsingAsync("o-officer");
        var officer = town.Browsers["o-officer"];
        var size = (await town.ReplayedAsync()).NextSeq;
        await officer.GetAsync(Sites);

        (await officer.UploadAsync("/import/sites", "sites.csv", Encoding.UTF8.GetBytes("site,layer\nbranch-1,internet\n<script>,nowhere\n"))).Is(422);

        Assert.Contains("3行目 拠点番号", officer.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", officer.Page.Html, StringComparison.Ordinal);
        Assert.Empty(Links(officer.Page));
        await officer.GetAsync(Sites);
        (await officer.UploadAsync("/import/sites", "sites.csv", [0xFF, 0xFE, 0x00, 0x81])).Is(422);
        (await officer.UploadAsync("/import/sites", "sites.csv", [])).Is(422);
        Assert.Equal(size, (await town.ReplayedAsync()).NextSeq);
    }

    [Fact]
    public async Task Duties_and_datasets_of_a_file_stand_filled_in_on_their_pages()
    {
        await using var town = await Town.BrowsingAsync("o-approver");
        using var representative = await town.NewcomerAsync("c-head", Role.Representative);
        await representative.GetAsync($"{In}/register/import/people");
        (await representative.UploadAsync("/import/people", "people.csv", Encoding.UTF8.GetBytes("person,duty,until\nc-sealer,keeper,2022-09-30\n"))).Is(200);
        await representative.GetAsync(Links(representative.Page).Single(link => link.Contains("do=appoint", StringComparison.Ordinal)));
        (await representative.PressAsync("/statements")).Is(200);

        var approver = town.Browsers["o-approver"];
        await approver.GetAsync($"{In}/register/import/datasets");
        (await approver.UploadAsync("/import/datasets", "datasets.csv", Encoding.UTF8.GetBytes("dataset,unit,field,class,key\ntaxes,people,amount,tax,\ntaxes,people,id,identifier,yes\n"))).Is(200);
        await approver.GetAsync(Assert.Single(Links(approver.Page)));
        (await approver.PressAsync("/statements")).Is(200);

        var facts = await town.ReplayedAsync();
        Assert.Contains(facts.People[new("c-sealer")].Terms, term => term.Role == Role.Keeper && term.Until.ToOffset(TimeSpan.FromHours(9)).Date == new DateTime(2022, 9, 30));
        Assert.Equal(("id", 2), (facts.Catalogue[new("taxes")].PersonKey, facts.Catalogue[new("taxes")].Fields.Length));
    }

    /// <summary>Where each act of the file stands filled in.</summary>
    private static string[] Links(SoftPage page) => [.. Regex.Matches(Regex.Match(page.Html, "<ol class=\"rows\">.*</ol>", RegexOptions.Singleline).Value, "href=\"(?<to>[^\"]+)\"").Select(link => WebUtility.HtmlDecode(link.Groups["to"].Value))];
}
