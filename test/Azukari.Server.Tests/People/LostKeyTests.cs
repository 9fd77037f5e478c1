using System.Text.RegularExpressions;
using Azukari.Domain;
using Azukari.Domain.People;
using Azukari.Protocol.Ledger;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.People;

/// <summary>R1: a lost passkey is replaced by two of the same organisation; whoever found it is out at once, and the other side hears of it.</summary>
public sealed class LostKeyTests
{
    [Fact]
    public async Task A_lost_passkey_is_replaced_by_two_of_the_same_organisation_and_whoever_found_it_is_out_at_once()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite, Town.AtOrigin);
        using var chief = await town.NewcomerAsync("o-chief", Role.Representative);
        using var clerk = await town.NewcomerAsync("o-clerk", Role.Witness);
        using var finder = await town.NewcomerAsync("o-officer", Role.SecurityOfficer);
        var lost = town.Facts.People[new("o-officer")].Key.Id;
        using var person = await ReplacingAsync(town, chief, "o-officer");

        await SignWaitingAsync(chief);
        (await finder.GetAsync("/sessions")).Is(200);
        Assert.DoesNotContain("サインインの画面", finder.Page.Text, StringComparison.Ordinal);
        await SignWaitingAsync(clerk);

        var facts = await town.ReplayedAsync();
        Assert.Equal((true, true, false), (facts.DeadKeys.Contains(lost), facts.People[new("o-officer")].Holds(Role.SecurityOfficer, facts.LastAt), facts.People[new("o-officer")].Key.Id == lost));
        Assert.StartsWith("/sign-in", (await finder.GetAsync("/sessions")).Path, StringComparison.Ordinal);
        await finder.GetAsync("/sign-in");
        (await finder.PressAsync("/sign-in")).Is(403);
        await person.GetAsync($"/engagements/{Town.Name}/people/c-root");
        person.Page.Is(200);
        Assert.Contains("鍵の切替え", (await person.GetAsync($"/engagements/{Town.Name}/people/o-officer")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_lost_passkey_has_half_signed_waits_no_longer()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite, Town.AtOrigin);
        using var chief = await town.NewcomerAsync("o-chief", Role.Representative);
        using var clerk = await town.NewcomerAsync("o-clerk");
        using var thief = await town.NewcomerAsync("o-thief");
        using var first = await ReplacingAsync(town, chief, "o-clerk");
        var waiting = PathOfWaiting(await thief.GetAsync($"/engagements/{Town.Name}/proposals"));
        await SignWaitingAsync(thief);
        (await clerk.GetAsync(waiting)).Is(200);

        using var second = await ReplacingAsync(town, chief, "o-thief");
        foreach (var signer in new[] { chief, clerk }) await SignWaitingAsync(signer, "o-thief");

        (await chief.GetAsync(waiting)).Is(410);
        Assert.Equal(town.Facts.People[new("o-clerk")].Key, (await town.ReplayedAsync()).People[new("o-clerk")].Key);
    }

    [Fact]
    public async Task Another_organisation_invites_to_no_new_key_and_is_not_asked()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite, Town.AtOrigin);
        using var chief = await town.NewcomerAsync("o-chief", Role.Representative);
        using var other = await town.NewcomerAsync("c-chief", Role.Representative);
        using var colleague = await town.NewcomerAsync("c-clerk");
        using var person = await ReplacingAsync(town, chief, "o-chief", by: "o-clerk");

        (await other.GetAsync($"/engagements/{Town.Name}/people/o-chief/key")).Is(404);
        (await chief.GetAsync($"/engagements/{Town.Name}/people/o-chief/key")).Is(404); // Nobody asks for oneself.
        foreach (var stranger in new[] { other, colleague })
        {
            await stranger.GetAsync(PathOfWaiting(await stranger.GetAsync($"/engagements/{Town.Name}/proposals")));
            Assert.Empty(stranger.Page.Forms);
        }
    }

    [Fact]
    public async Task The_person_and_the_other_side_are_told_by_mail_and_on_their_pages()
    {
        using var mail = MailSink.Start();
        await using var town = await Town.FoundedAsync(Where.Sqlite, [.. Town.AtOrigin, .. mail.Arguments()]);
        using var officer = await town.NewcomerAsync("o-officer", Role.SecurityOfficer);
        foreach (var (person, role) in new[] { ("c-manager", Role.ProjectManager), ("c-sealer", Role.Operator) }) await town.EngageAsync(person, role);
        foreach (var (person, language) in new[] { ("o-root", "ja"), ("c-manager", "en"), ("c-sealer", "ja") }) await town.ReachAsync(person, language);

        await town.DoAsync(Replacement(town, "c-manager", ("c-root", Role.Representative), ("c-sealer", Role.Member)));
        await town.Host.UntilAsync("select count(*) from outbox where sent > 0", least: 2);

        Assert.Equal("【預かり】鍵が切り替えられました：c-manager", Assert.Single(mail.To("o-root@town.example")).Subject);
        Assert.Contains("Signed by: c-root", Assert.Single(mail.To("c-manager@town.example")).TextBody, StringComparison.Ordinal);
        Assert.Empty(mail.To("c-sealer@town.example"));
        Assert.Contains("なくしたとして", (await officer.GetAsync($"/engagements/{Town.Name}/people")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_insider_alone_or_two_of_the_other_organisation_take_over_no_account()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite, Town.AtOrigin);
        foreach (var (person, role) in new[] { ("c-manager", Role.ProjectManager), ("c-sealer", Role.Operator), ("o-witness", Role.Witness) }) await town.EngageAsync(person, role);

        (string Person, Role Role)[][] taking = [[("c-root", Role.Representative)], [("c-sealer", Role.Member)], [("o-root", Role.Representative), ("o-witness", Role.Member)]];
        foreach (var hands in taking) Assert.Equal(422, (await town.SendAsync(Replacement(town, "c-manager", hands))).Status);
        await town.DoAsync(Replacement(town, "c-manager", ("c-root", Role.Representative), ("c-sealer", Role.Member)));
    }

    /// <summary>Somebody with a new passkey, invited by a colleague, who has signed with it.</summary>
    private static async Task<SoftBrowser> ReplacingAsync(Town town, SoftBrowser colleague, string person, string? by = null)
    {
        using var helper = by is null ? null : await town.NewcomerAsync(by);
        var inviting = helper ?? colleague;
        await inviting.GetAsync($"/engagements/{Town.Name}/people/{person}");
        Assert.Contains("鍵をなくした", inviting.Page.Text, StringComparison.Ordinal);
        await inviting.GetAsync($"/engagements/{Town.Name}/people/{person}/key");
        (await inviting.PressAsync("/key")).Is(201);
        var link = Regex.Match(inviting.Page.Text, $"{SoftBrowser.Origin}(?<path>/invitations/[A-Za-z0-9_-]+)").Groups["path"].Value;

        var browser = new SoftBrowser(town.Host);
        await browser.GetAsync(link);
        (await browser.PressAsync("/passkey")).Is(200);
        Assert.Contains("失われた鍵を、新しい鍵に切り替えます。", browser.Page.Text, StringComparison.Ordinal);
        (await browser.PressAsync("/statement")).Is(200);
        return browser;
    }

    /// <summary>Signs what waits, of several the one about that person.</summary>
    private static async Task SignWaitingAsync(SoftBrowser signer, string about = "")
    {
        await signer.GetAsync($"/engagements/{Town.Name}/proposals");
        foreach (var path in Regex.Matches(signer.Page.Html, $"/engagements/{Town.Name}/proposals/[0-9a-f]+").Select(match => match.Value).Distinct().ToArray())
        {
            await signer.GetAsync(path);
            if (!signer.Page.Text.Contains($"人：{about}", StringComparison.Ordinal)) continue;
            (await signer.PressAsync("/statements")).Is(200);
            return;
        }

        Assert.Fail($"nothing waits: {signer.Page.Text}");
    }

    private static string PathOfWaiting(SoftPage page) => Regex.Match(page.Html, $"/engagements/{Town.Name}/proposals/[0-9a-f]+").Value;

    private static SignedAct Replacement(Town town, string person, params (string Person, Role Role)[] vouching)
    {
        var act = new ReplaceKey(new(person), town.FactOf($"{person}-2"));
        var signed = town.Sign(act, null, vouching);
        var (first, by) = (signed.People[0], new StatementBy(act.Key.Id, Town.EmployerOf(person), act.Person, Role.Member));
        return signed with { People = signed.People.Insert(0, Signing.ByPerson(signed.Engagement, act, by, first.On, first.Until, town.KeyOf($"{person}-2"))) };
    }
}
