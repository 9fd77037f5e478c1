using Azukari.Domain;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.People;

/// <summary>Somebody new reads the manual on a phone and says so; the registers at a desk.</summary>
public sealed class RegisterJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_newcomer_acknowledges_the_manual_in_three_touches_and_looks_around()
    {
        await using var town = await Town.OnTheWayAtScreensAsync();
        await using var phone = await chromium.SitDownAsync(town.Screens, width: 360);
        await phone.EnrolAsync(town, "c-new", Role.Representative);
        phone.Pressed = 0;

        await phone.PressAsync("登録簿");
        await phone.PictureAsync("register-phone");
        await phone.PressAsync("運用手順書を確認する");
        await phone.PictureAsync("readiness-phone");
        await phone.PressAsync("読んで確認した");

        Assert.Contains(1, (await town.ReplayedAsync()).People[new("c-new")].Acknowledged);
        Assert.Equal(3, phone.Pressed);
        await phone.Page.SetViewportSizeAsync(1280, 900);
        await phone.GoAsync("/language/en");
        foreach (var (path, name) in new[] { ("register", "register"), ("register/chain", "register-chain"), ("register/media", "register-media"), ("register/catalogue", "register-catalogue"), ("people/c-sealer?do=appoint", "person-appoint") })
        {
            await phone.GoAsync($"/engagements/{Town.Name}/{path}");
            await phone.PictureAsync(name);
        }

        Assert.Empty(phone.Elsewhere.Concat(phone.Complaints));
    }
}
