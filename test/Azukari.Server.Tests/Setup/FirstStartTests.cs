using System.Text.RegularExpressions;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Azukari.Server.Tests.Front;
using Azukari.TransparencyLog;

namespace Azukari.Server.Tests.Setup;

/// <summary>R1: from two invitations to an engagement, by the pages alone; one person of the owner approves nothing.</summary>
public sealed class FirstStartTests
{
    private const string In = $"/engagements/{Town.Name}";

    private static readonly string[] Started = [.. Town.AtOrigin, "--owner", "city"];

    [Fact]
    public async Task Two_people_of_the_owner_found_an_engagement_by_the_pages_and_approve_nothing_before_each_has_confirmed_the_other()
    {
        await using var host = await Host.StartAsync(Where.Sqlite, [], Started);
        using var first = await ComeAsync(host, await InviteAsync(host, "city", "owner-1"));
        using var second = await ComeAsync(host, await InviteAsync(host, "city", "owner-2"));
        using var chief = await ComeAsync(host, await InviteContractorAsync(first));
        await FoundAsync(first, chief);

        await SignAsync(chief, $"{In}/people/c-root?do=appoint&role=ProjectManager");
        await SignAsync(chief, $"{In}/register/readiness?digest={Town.Hash("manual")}");
        await SignAsync(first, $"{In}/people/owner-1?do=appoint&role=Approver");
        Assert.Contains("所有者の側に、登録と本人確認の済んだ人が二人いません。", (await first.GetAsync($"{In}/register/readiness?approve=1")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Page.Forms, form => form.Action.EndsWith("/statements", StringComparison.Ordinal));

        await second.GetAsync("/found");
        Assert.Contains("人を登録します。", second.Page.Text, StringComparison.Ordinal);
        (await second.PressAsync("/found/statements")).Is(200);
        await first.GetAsync($"{In}/proposals");
        await SignAsync(first, Regex.Match(first.Page.Html, $"{In}/proposals/[0-9a-f]+").Value);
        Assert.Contains("本人確認の済んだ人が二人いません。", (await first.GetAsync($"{In}/register/readiness?approve=1")).Text, StringComparison.Ordinal);
        await SignAsync(first, $"{In}/people/owner-2?do=see");
        Assert.Contains("所有者の二人目がまだ会って確かめていません。", (await first.GetAsync($"{In}/register/readiness?approve=1")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("do=see", (await first.GetAsync($"{In}/people/owner-1")).Html, StringComparison.Ordinal); // Nobody confirms oneself.
        Assert.Contains("は、所有者の最初の人です。", (await second.GetAsync($"{In}/people")).Text, StringComparison.Ordinal);
        Assert.Contains("do=see", (await second.GetAsync($"{In}/people/owner-1")).Html, StringComparison.Ordinal);
        await SignAsync(second, $"{In}/people/owner-1?do=see");
        await SignAsync(first, $"{In}/register/readiness?approve=1");

        var facts = await FactsAsync(host);
        Assert.Equal((1, true), (facts.ManualInForce!.Version, facts.People[new("owner-2")].Seen));
        Assert.DoesNotContain("最初の人です。", (await second.GetAsync($"{In}/people")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_genesis_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var host = await Host.StartAsync(Where.Sqlite, [], Started);
        using var first = await ComeAsync(host, await InviteAsync(host, "city", "owner-1"));
        using var chief = await ComeAsync(host, await InviteContractorAsync(first));
        await first.GetAsync("/found");

        (await first.PressAsync("/found/genesis", ("engagement", "尼崎"), ("ownerHolder", HolderOf("owner.example")), ("contractorHolder", "{}"))).Is(422);

        Assert.Contains("64字までの名前にしてください。", first.Page.Text, StringComparison.Ordinal);
        Assert.Contains("そのまま貼り付けてください。", first.Page.Text, StringComparison.Ordinal);
        Assert.Equal("尼崎", first.Form("/found/genesis").Fields["engagement"]);
        Assert.Empty(await host.RowsAsync<long>("select size from engagement"));
    }

    [Fact]
    public async Task Whoever_was_not_invited_to_the_first_start_founds_nothing()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite, Started);
        using var clerk = await town.NewcomerAsync("o-clerk", Role.Representative);
        using var chief = await ComeAsync(town.Host, await InviteAsync(town.Host, "other", "x-root"));

        (await clerk.GetAsync("/found")).Is(404);
        await chief.GetAsync("/found");
        Assert.Empty(chief.Page.Forms); // Not of the owner: invited, and has nothing to sign.
        Assert.DoesNotContain(Town.Name, chief.Page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contractors_root_cannot_swap_what_the_owners_root_has_signed()
    {
        await using var host = await Host.StartAsync(Where.Sqlite, [], Started);
        using var first = await ComeAsync(host, await InviteAsync(host, "city", "owner-1"));
        using var chief = await ComeAsync(host, await InviteContractorAsync(first));
        await PrepareAsync(first);
        await first.PressAsync("/found/statements");
        await chief.GetAsync("/found");
        var soFar = SignedAct.Read(System.Buffers.Text.Base64Url.DecodeFromChars(chief.Form("/found/statements").Fields["message"]));
        var genesis = (FoundEngagement)soFar.Act;
        var swapped = soFar with { Act = genesis with { Owner = genesis.Owner with { HolderKey = genesis.Contractor.HolderKey } } };

        (await chief.PressAsync("/found/statements", ("message", System.Buffers.Text.Base64Url.EncodeToString(swapped.Write())))).Is(403);

        Assert.Empty(await host.RowsAsync<long>("select size from engagement where size > 0"));
    }

    /// <summary>Opens an invitation, makes a passkey and signs in with it.</summary>
    private static async Task<SoftBrowser> ComeAsync(Host host, string link)
    {
        var browser = new SoftBrowser(host);
        await browser.GetAsync(link);
        (await browser.PressAsync("/passkey")).Is(200);
        (await browser.PressAsync("/sign-in")).Is(200);
        Assert.Equal("/found", browser.Page.Path);
        return browser;
    }

    private static async Task<string> InviteAsync(Host host, string organisation, string person)
    {
        var (exit, output) = await host.OperateAsync("invite", ["--origin", SoftBrowser.Origin, "--organisation", organisation, "--person", person]);
        Assert.Equal(0, exit);
        return output.Split('\n')[0][SoftBrowser.Origin.Length..].Trim();
    }

    private static async Task<string> InviteContractorAsync(SoftBrowser first)
    {
        await first.GetAsync("/found");
        (await first.PressAsync("/found/invitations", ("organisation", "contractor"), ("person", "c-root"))).Is(201);
        return Regex.Match(first.Page.Text, $"{SoftBrowser.Origin}(?<path>/invitations/[A-Za-z0-9_-]+)").Groups["path"].Value;
    }

    private static async Task PrepareAsync(SoftBrowser first)
    {
        await first.GetAsync("/found");
        (await first.PressAsync("/found/genesis", ("engagement", Town.Name), ("ownerHolder", HolderOf("owner.example")), ("contractorHolder", HolderOf("contractor.example")))).Is(200);
    }

    private static async Task FoundAsync(SoftBrowser first, SoftBrowser chief)
    {
        await PrepareAsync(first);
        (await first.PressAsync("/found/statements")).Is(200);
        await chief.GetAsync("/found");
        Assert.Contains(Town.Name, chief.Page.Text, StringComparison.Ordinal);
        (await chief.PressAsync("/found/statements")).Is(200);
        Assert.Contains(Town.Name, (await first.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    private static async Task SignAsync(SoftBrowser browser, string path)
    {
        await browser.GetAsync(path);
        (await browser.PressAsync("/statements")).Is(200);
    }

    internal static string HolderOf(string name)
    {
        using var signing = SigningKey.Generate();
        using var witness = NoteSigner.Generate(name, NoteAlgorithm.CosignatureV1);
        return $$"""{"keyId":"{{signing.PublicKey.KeyId}}","signingKey":"{{signing.PublicKey}}","witnessKey":"{{witness.Verifier}}"}""";
    }

    private static async Task<Engagement> FactsAsync(Host host) => (await host.RowsAsync<byte[]>("select bytes from entry order by seq"))
        .Aggregate(Engagement.Nothing, (before, bytes) => Replay.Next(before, bytes, new(MerkleTree.LeafHash(bytes).ToHex())));
}
