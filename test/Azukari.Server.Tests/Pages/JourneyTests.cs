using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Pages;

/// <summary>People at real browsers with their own passkeys, from an invitation on.</summary>
public sealed class JourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task From_an_invitation_to_a_reported_loss()
    {
        await using var town = await Town.AtScreensAsync();
        await using var person = await chromium.SitDownAsync(town.Screens);

        await person.GoAsync(await town.InviteAsync("c-new"));
        await person.PictureAsync("invitation");
        await person.PressAsync("パスキーを作る");
        await person.PictureAsync("enrolment");
        await person.PressAsync("署名する");
        Assert.Contains("登録が済むのを待っています。", await person.TextAsync(), StringComparison.Ordinal);
        await town.WelcomeAsync("c-new", null);

        await person.Page.Context.ClearCookiesAsync();
        await person.GoAsync("/");
        await person.PressAsync("パスキーでサインイン");
        await person.PictureAsync("outside-now");
        await person.PressAsync("紛失 carry-1");
        await person.PictureAsync("loss");
        await person.PressAsync("届け出る");
        await person.PictureAsync("lost");

        Assert.Contains("紛失等の届出あり", await person.TextAsync(), StringComparison.Ordinal);
        Assert.Single((await town.ReplayedAsync()).Find(Town.Case)!.Losses);
        Assert.Empty(person.Elsewhere);
        Assert.Empty(person.Complaints);
    }
}
