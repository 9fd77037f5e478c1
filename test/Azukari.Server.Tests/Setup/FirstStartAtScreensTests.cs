using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azukari.Server.Setup;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Setup;

/// <summary>R1: the first start as people live it, each at a browser of one's own with a passkey of one's own, over the certificate that <c>init</c> made.</summary>
public sealed class FirstStartAtScreensTests
{
    private const string Engagement = "benefits-2026", In = $"/engagements/{Engagement}", NotConfirmed = "所有者の最初の人を、所有者の二人目がまだ会って確かめていません。";

    [Fact]
    [Trait("Run", "deep")] // FirstStartTests says the same in every run, without a browser of its own.
    public async Task From_the_two_invitations_of_init_through_the_mutual_confirmation_to_the_first_approval()
    {
        using var newcomer = new Newcomer();
        var (exit, output) = await newcomer.CallAsync("init", "--data", newcomer.Data, "--name", Newcomer.Name, "--owner", "city", "--port", newcomer.PortText);
        Assert.True(exit == 0, output);
        var links = Regex.Matches(output, "https://\\S+/invitations/\\S+").Select(match => match.Value).Distinct().ToArray();
        await using var chromium = Trusting(newcomer.Data);
        await chromium.InitializeAsync();

        await newcomer.ServeAsync(async _ =>
        {
            var origin = new Uri($"https://{Newcomer.Name}:{newcomer.Port}");
            await using var first = await ComeAsync(chromium, origin, links[0], "owner-1");
            await using var second = await ComeAsync(chromium, origin, links[1], "owner-2");
            await using var chief = await ComeAsync(chromium, origin, await InviteContractorAsync(first), "c-root");
            await FoundAsync(first, chief);
            await PrepareManualAsync(first, chief);
            await EnrolSecondAsync(first, second);
            await ConfirmEachOtherAsync(first, second);

            await first.GoAsync($"{In}/register/readiness?approve=1");
            await first.PressAsync("承認して現行の版とする");

            await first.PictureAsync("first-start-approved");
            Assert.Equal(1, await first.Page.Locator("th small", new() { HasText = "現行" }).CountAsync());
            Assert.Empty(new[] { first, second, chief }.SelectMany(seat => seat.Elsewhere.Concat(seat.Complaints)));
        });
    }

    /// <summary>A browser to which the name leads to this computer, and which trusts this service's certificate as one does to which the authority was rolled out.</summary>
    private static Chromium Trusting(string data)
    {
        using var certificate = ServerCertificate.Read(data);
        var key = Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
        return new() { More = [$"--host-resolver-rules=MAP {Newcomer.Name} 127.0.0.1", $"--ignore-certificate-errors-spki-list={key}"] };
    }

    private static async Task<PersonAtScreen> ComeAsync(Chromium chromium, Uri origin, string link, string name)
    {
        var seat = await chromium.SitDownAsync(origin);
        await seat.GoAsync(link);
        await seat.PictureAsync($"first-start-invited-{name}");
        await seat.PressAsync("パスキーを作る");
        await seat.PressAsync("パスキーでサインイン");
        Assert.Equal("/found", new Uri(seat.Page.Url).AbsolutePath);
        return seat;
    }

    private static async Task<string> InviteContractorAsync(PersonAtScreen first)
    {
        await first.Page.FillAsync("#organisation", "contractor");
        await first.Page.FillAsync("#person", "c-root");
        await first.PressAsync("招待を作る");
        return await first.Page.InnerTextAsync("code.link");
    }

    private static async Task FoundAsync(PersonAtScreen first, PersonAtScreen chief)
    {
        await first.GoAsync("/found");
        await first.Page.FillAsync("#engagement", Engagement);
        await first.Page.FillAsync("#ownerHolder", FirstStartTests.HolderOf("owner.example"));
        await first.Page.FillAsync("#contractorHolder", FirstStartTests.HolderOf("contractor.example"));
        await first.PressAsync("署名する内容を見る");
        await first.PictureAsync("first-start-genesis");
        await first.PressAsync("署名する");
        await chief.GoAsync("/found");
        await chief.PressAsync("署名する");
    }

    /// <summary>Something to approve, and somebody who could, if one of the owner were enough.</summary>
    private static async Task PrepareManualAsync(PersonAtScreen first, PersonAtScreen chief)
    {
        await chief.GoAsync($"{In}/people/c-root?do=appoint&role=ProjectManager");
        await chief.PressAsync("署名する");
        await chief.GoAsync($"{In}/register/readiness?digest={Town.Hash("manual")}");
        await chief.PressAsync("新しい版として提出する");
        await first.GoAsync($"{In}/people/owner-1?do=appoint&role=Approver");
        await first.PressAsync("署名する");
        await SeesItRefusedAsync(first, NotConfirmed, "登録と本人確認の済んだ人が二人いません。");
    }

    private static async Task EnrolSecondAsync(PersonAtScreen first, PersonAtScreen second)
    {
        await second.GoAsync("/found");
        await second.PressAsync("署名する");
        await first.GoAsync($"{In}/proposals");
        await first.PressAsync("人を登録します。");
        await first.PressAsync("署名する");
    }

    private static async Task ConfirmEachOtherAsync(PersonAtScreen first, PersonAtScreen second)
    {
        await first.GoAsync($"{In}/people");
        await first.PressAsync("owner-2");
        await first.PressAsync("面会を確認する");
        await first.PressAsync("署名する");
        await SeesItRefusedAsync(first, NotConfirmed);

        await second.GoAsync($"{In}/people");
        await second.PictureAsync("first-start-unconfirmed");
        await second.PressAsync("owner-1");
        await second.PressAsync("面会を確認する");
        await second.PictureAsync("first-start-confirm");
        await second.PressAsync("署名する");
    }

    private static async Task SeesItRefusedAsync(PersonAtScreen first, params string[] reasons)
    {
        await first.GoAsync($"{In}/register/readiness?approve=1");
        var text = await first.TextAsync();
        Assert.All(reasons, reason => Assert.Contains(reason, text, StringComparison.Ordinal));
        Assert.Equal(0, await first.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "承認して現行の版とする" }).CountAsync());
    }
}
