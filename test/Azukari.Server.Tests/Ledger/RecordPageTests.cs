using Azukari.Domain;
using Azukari.Domain.Incidents;
using Azukari.Domain.Permits;
using Azukari.Evidence;
using Azukari.Server.Tests.Front;
using Azukari.TransparencyLog;

namespace Azukari.Server.Tests.Ledger;

/// <summary>The record as people read it: a carry-out's story with its proofs, the auditor's search, and what was refused.</summary>
public sealed class RecordPageTests
{
    private const string Story = $"/engagements/{Town.Name}/carry-outs/carry-1/record", Search = $"/engagements/{Town.Name}/record";

    [Fact]
    public async Task The_story_of_a_carry_out_says_who_did_what_when_and_leaves_out_every_other()
    {
        await using var town = await Town.OnTheWayAsync("c-manager");
        await town.DoAsync(town.Lost());
        var browser = town.Browsers["c-manager"];
        var cards = await browser.GetAsync($"/engagements/{Town.Name}/carry-outs/carry-1");
        Assert.Contains(Story, cards.Html, StringComparison.Ordinal);

        var story = await browser.GetAsync(Story);

        story.Is(200);
        var told = story.Html.Split("<li id=\"e").Length - 1;
        Assert.InRange(told, 6, 9); // The watch tells those concerned meanwhile.
        Assert.Equal(told, story.Html.Split("class=\"place\"").Length - 1);
        foreach (var said in new[] { "持出申請", "責任者の確認", "持出許可", "封緘", "受渡", "紛失等の届出", "令和4年6月21日（火）9時45分", "c-sealer", "登録端末 seal-1", "立会者" }) Assert.Contains(said, story.Text, StringComparison.Ordinal);
        Assert.Contains("class=\"alarm\"", story.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", story.Html, StringComparison.Ordinal);
        Assert.Contains("確認署名はまだない", story.Text, StringComparison.Ordinal);
        (await browser.GetAsync(Story.Replace("carry-1", "carry-2", StringComparison.Ordinal))).Is(404);
    }

    [Fact]
    public async Task What_is_done_about_its_incident_belongs_to_the_story()
    {
        await using var town = await Town.OnTheWayAsync("c-manager");
        await town.DoAsync(town.Lost());
        var incident = town.Facts.Incidents.Single();
        await town.DoAsync(town.Sign(new AssignTask(incident.Id, null, TaskKind.Search, new("c-manager"), Town.Clock(12, 0)), null, ("c-manager", Role.ProjectManager)));

        Assert.Contains("対応の割当て", (await town.Browsers["c-manager"].GetAsync(Story)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_entry_is_proven_offline_by_what_the_page_gives_away()
    {
        await using var town = await Town.OnTheWayAsync("c-manager");
        var (browser, seq) = (town.Browsers["c-manager"], town.Facts.NextSeq - 1);
        var policy = TrustAnchors.PolicyOf(town.Facts.Founding!);
        Assert.Equal(409, await browser.StatusAsync(HttpMethod.Get, $"/engagements/{Town.Name}/carry-outs/carry-1/bundle"));
        Assert.IsType<ProofVerdict.Untrusted>(TlogProof.Parse(await browser.TakeAsync($"{Search}/{seq}/proof")).Verify(MerkleTree.LeafHash(await browser.TakeAsync($"{Search}/{seq}/entry")), policy));
        await town.CosignAsync(town.OwnerWitness, town.ContractorWitness);

        var story = await browser.GetAsync(Story);
        Assert.Contains("双方の確認署名あり", story.Text, StringComparison.Ordinal);
        Assert.Contains($"（{town.Facts.NextSeq}件の時点のチェックポイント）", story.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("確認署名はまだない", story.Text, StringComparison.Ordinal);
        var leaf = MerkleTree.LeafHash(await browser.TakeAsync($"{Search}/{seq}/entry"));
        Assert.Contains(leaf.ToHex(), story.Html, StringComparison.Ordinal);
        Assert.IsType<ProofVerdict.Proven>(TlogProof.Parse(await browser.TakeAsync($"{Search}/{seq}/proof")).Verify(leaf, policy));
        var report = BundleVerifier.Verify(await browser.TakeAsync($"/engagements/{Town.Name}/carry-outs/carry-1/bundle"), town.Facts.Genesis!);
        Assert.Equal((town.Facts.NextSeq, Town.Case), (report.Entries, report.Subject!.Id));

        await town.DoAsync(town.Lost());
        Assert.Contains("確認署名はまだない", (await browser.GetAsync(Story)).Text, StringComparison.Ordinal);
        Assert.Equal(report.Entries, BundleVerifier.Verify(await browser.TakeAsync($"/engagements/{Town.Name}/bundle"), town.Facts.Genesis!).Entries);
    }

    [Fact]
    public async Task The_search_narrows_by_carry_out_person_kind_and_day_and_reads_on()
    {
        await using var town = await Town.OnTheWayAsync("c-manager");
        var browser = town.Browsers["c-manager"];

        async Task<int> FoundAsync(string query)
        {
            var page = await browser.GetAsync($"{Search}?{query}");
            page.Is(200);
            return page.Html.Split("<p class=\"when\"><a").Length - 1;
        }

        Assert.Equal(5, await FoundAsync("carry-out=carry-1"));
        Assert.Equal(1, await FoundAsync("carry-out=carry-1&person=o-witness"));
        Assert.Equal(0, await FoundAsync("carry-out=carry-1&person=o-witness&act=AppliedV1"));
        Assert.Equal(8, await FoundAsync("act=RoleAppointedV1"));
        Assert.Equal(2, await FoundAsync("from=2022-06-21&until=2022-06-21"));
        Assert.Equal(5, await FoundAsync("from=2022-06-20"));
        Assert.Equal(0, await FoundAsync("until=2022-03-31"));
        Assert.Equal(20, await FoundAsync(""));
        Assert.Equal(20, await FoundAsync($"before={town.Facts.NextSeq - 20}"));
        Assert.Equal(20, await FoundAsync("before=20"));
        Assert.Contains($"before={town.Facts.NextSeq - 20}", (await browser.GetAsync(Search)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("carry-out=NO+CODE")]
    [InlineData("from=yesterday")]
    [InlineData("from=2022-06-21&until=2022-06-20")]
    [InlineData("until=9999-12-31")]
    [InlineData("act=TunnelDugV1")]
    [InlineData("person=%27%20or%201%3D1%20--")]
    public async Task Terms_that_mean_nothing_come_back_as_they_were_typed_and_find_nothing(string query)
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite, Town.AtOrigin);
        using var browser = await town.NewcomerAsync("o-auditor", Role.Auditor);

        var page = await browser.GetAsync($"{Search}?{query}");

        page.Is(422);
        Assert.Contains("条件を読み取れません。", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<p class=\"when\">", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_rules_refused_is_listed_by_its_codes()
    {
        await using var town = await Town.BrowsingAsync("c-manager");
        await town.PermitAsync();
        await town.Browsers["c-manager"].SignInAsync();
        await town.SendAsync(town.Sign(new Approve(Town.Case, Town.Keys), null, ("o-approver", Role.Approver)));

        var page = await town.Browsers["c-manager"].GetAsync($"{Search}?act=ApprovedV1&person=o-approver");

        Assert.Contains("<code>R9:", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>R9:", (await town.Browsers["c-manager"].GetAsync($"{Search}?person=c-manager")).Html, StringComparison.Ordinal);
    }
}
