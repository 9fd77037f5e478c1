using Azukari.Domain;
using Azukari.Server.Tests.Front;
using Azukari.Server.Tests.Storage;

namespace Azukari.Server.Tests.People;

/// <summary>From a link to a person of the record: one passkey, two signatures, no password (R1).</summary>
public sealed class EnrolmentTests
{
    public static IReadOnlyCollection<TheoryDataRow<Where>> Engines => JournalTests.Above;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_invitation_becomes_a_person_once_the_representative_has_signed(Where where)
    {
        await using var town = await Town.FoundedAsync(where, Town.AtOrigin);
        using var browser = new SoftBrowser(town.Host);

        (await browser.GetAsync(await town.InviteAsync("o-new"))).Is(200);
        Assert.Contains("パスキーを作る", browser.Page.Text, StringComparison.Ordinal);
        (await browser.PressAsync("/passkey")).Is(200);
        Assert.Contains("人を登録します。", browser.Page.Text, StringComparison.Ordinal);
        (await browser.PressAsync("/statement")).Is(200);
        Assert.Contains("登録が済むのを待っています。", browser.Page.Text, StringComparison.Ordinal);
        await town.CountersignAsync("o-new");
        await browser.GetAsync("/");

        Assert.Contains(Town.Name, browser.Page.Text, StringComparison.Ordinal);
        Assert.Contains("いま外に出ている媒体はありません。", browser.Page.Text, StringComparison.Ordinal);
        Assert.Equal(SoftBrowser.Origin, (await town.ReplayedAsync()).People[new("o-new")].Key.Origin);
    }

    [Fact]
    public async Task A_representative_invites_on_a_page_and_signs_what_waits()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite, Town.AtOrigin);
        using var chief = await town.NewcomerAsync("o-chief", Role.Representative);
        using var clerk = new SoftBrowser(town.Host);

        await chief.GetAsync($"/engagements/{Town.Name}/people");
        (await chief.PressAsync("/invitations", ("person", "o-clerk"))).Is(201);
        var link = System.Text.RegularExpressions.Regex.Match(chief.Page.Text, $"{SoftBrowser.Origin}(?<path>/invitations/[A-Za-z0-9_-]+)").Groups["path"].Value;
        await clerk.GetAsync(link);
        await clerk.PressAsync("/passkey");
        (await clerk.PressAsync("/statement")).Is(200);
        await chief.GetAsync($"/engagements/{Town.Name}/proposals");
        Assert.Contains("あなたの署名を待っています", chief.Page.Text, StringComparison.Ordinal);
        await chief.GetAsync(System.Text.RegularExpressions.Regex.Match(chief.Page.Html, $"/engagements/{Town.Name}/proposals/[0-9a-f]+").Value);
        (await chief.PressAsync("/statements")).Is(200);

        Assert.Contains("署名を待つものはありません。", chief.Page.Text, StringComparison.Ordinal);
        Assert.Contains(new PersonId("o-clerk"), (await town.ReplayedAsync()).People.Keys);
    }

    [Fact]
    public async Task A_representative_of_another_organisation_is_not_asked_and_may_not_sign()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite, Town.AtOrigin);
        using var other = await town.NewcomerAsync("c-chief", Role.Representative);
        using var clerk = new SoftBrowser(town.Host);
        await clerk.GetAsync(await town.InviteAsync("o-clerk"));
        await clerk.PressAsync("/passkey");
        await clerk.PressAsync("/statement");

        await other.GetAsync($"/engagements/{Town.Name}/proposals");

        Assert.DoesNotContain("あなたの署名を待っています", other.Page.Text, StringComparison.Ordinal);
        await other.GetAsync(System.Text.RegularExpressions.Regex.Match(other.Page.Html, $"/engagements/{Town.Name}/proposals/[0-9a-f]+").Value);
        Assert.Empty(other.Page.Forms);
    }

    [Fact]
    public async Task An_invitation_is_used_once_and_for_some_days()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite, Town.AtOrigin);
        var (used, old) = (await town.InviteAsync("o-new"), await town.InviteAsync("o-late"));
        using var browser = new SoftBrowser(town.Host);
        using var thief = new SoftBrowser(town.Host);
        await thief.GetAsync(used);
        await browser.GetAsync(used);
        await browser.PressAsync("/passkey");

        (await thief.PressAsync("/passkey")).Is(410);
        await browser.PressAsync("/statement");
        (await thief.GetAsync(used)).Is(410);
        town.Host.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        (await thief.GetAsync(old)).Is(410);
        (await thief.GetAsync(old[..^1])).Is(404);
    }

    [Fact]
    public async Task Whoever_signs_an_enrolment_with_another_passkey_is_not_taken()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite, Town.AtOrigin);
        var link = await town.InviteAsync("o-new");
        using var browser = new SoftBrowser(town.Host);
        using var thief = new SoftBrowser(town.Host);
        await browser.GetAsync(link);
        await browser.PressAsync("/passkey");
        await thief.GetAsync(link);

        (await thief.PressAsync("/statement")).Is(403);

        Assert.Empty(await town.Host.RowsAsync<long>("select made from credential"));
        (await browser.PressAsync("/statement")).Is(200);
    }

    [Fact]
    public async Task The_database_knows_no_link_and_no_cookie()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite, Town.AtOrigin);
        var link = await town.InviteAsync("o-late");
        using var browser = await town.NewcomerAsync("o-new");

        var kept = await town.Host.RowsAsync<string>("select token from invitation union all select token from session");

        Assert.NotEmpty(kept);
        Assert.All([link["/invitations/".Length..], browser.Cookies["__Host-azukari"]], secret => Assert.DoesNotContain(secret, kept));
    }

    [Fact]
    public async Task Half_signed_acts_without_end_are_not_kept()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite, Town.AtOrigin);
        using var browser = new SoftBrowser(town.Host);
        await browser.GetAsync(await town.InviteAsync("o-new"));
        await browser.PressAsync("/passkey");
        await town.Host.TamperAsync($"with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000) insert into proposal select '{Town.Name}', 'full-' || i, 0, 9999999999999, x'00' from n");

        (await browser.PressAsync("/statement")).Is(503);

        Assert.Equal(1000, (await town.Host.RowsAsync<long>("select count(*) from proposal")).Single());
    }
}
