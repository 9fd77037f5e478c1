using Azukari.Domain;
using Azukari.Domain.Incidents;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Pages;

/// <summary>People at real browsers with their own passkeys, from an invitation on.</summary>
public sealed class JourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task From_an_invitation_to_a_reported_loss()
    {
        await using var town = await Town.OnTheWayAtScreensAsync();
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

    [Fact]
    public async Task Two_people_with_phones_hand_over_in_two_touches_each()
    {
        await using var town = await Town.OnTheWayAtScreensAsync("o-carrier", "c-carrier");
        await using var giver = await chromium.SignInAsync(town, "o-carrier", width: 360);
        await using var receiver = await chromium.SignInAsync(town, "c-carrier", width: 360);
        var label = $"/engagements/{Town.Name}/carry-outs/carry-1/label?seal=A-001";

        await giver.GoAsync(label);
        await giver.PictureAsync("phone-case");
        await giver.PressAsync("受渡");
        await giver.PictureAsync("phone-hand-over");
        await giver.PressAsync("受渡に署名する");
        await receiver.GoAsync(label);
        await receiver.PictureAsync("phone-waiting");
        await receiver.PressAsync("媒体を受け渡します。");
        await receiver.PressAsync("署名する");

        Assert.Equal(new SiteId("call-centre"), (await town.ReplayedAsync()).Find(Town.Case)!.Custody!.Now.At);
        Assert.Equal((2, 2), (giver.Pressed, receiver.Pressed));
        Assert.All([giver, receiver], person => Assert.Empty(person.Elsewhere.Concat(person.Complaints)));
    }

    [Fact]
    public async Task A_stranger_with_a_phone_tells_them()
    {
        await using var town = await Town.OnTheWayAtScreensAsync();
        await using var stranger = await chromium.SitDownAsync(town.Screens, width: 360);

        await stranger.GoAsync($"/engagements/{Town.Name}/carry-outs/carry-1/label?seal=A-001");
        await stranger.PictureAsync("phone-found");
        await stranger.PressAsync("知らせる");

        Assert.Single((await town.ReplayedAsync()).Find(Town.Case)!.Strangers);
        Assert.Empty(stranger.Complaints);
    }

    [Fact]
    public async Task The_incident_room_at_a_desk_and_on_a_phone()
    {
        await using var town = await Town.OnTheWayAtScreensAsync("o-officer");
        await town.DoAsync(town.Sign(new ReportLoss(Town.Case, LossKind.Stolen), null, ("c-carrier", Role.Member)));
        await town.DoAsync(town.Tombstone(Town.Keys.Owner, "owner-holder"));
        await using var desk = await chromium.SignInAsync(town, "o-officer");
        await using var phone = await chromium.SignInAsync(town, "o-officer", width: 360);

        await desk.PressAsync("事故 1");
        await desk.PressAsync("incident-1");
        await desk.PictureAsync("incident-room");
        await desk.PressAsync("担当を決める 1");
        await desk.PictureAsync("incident-owner");
        await desk.PressAsync("署名する");
        await phone.GoAsync($"/engagements/{Town.Name}/incidents/incident-1");
        await phone.PictureAsync("phone-incident-room");

        Assert.Equal("o-officer", (await town.ReplayedAsync()).Incidents.Single().Tasks[0].Owner?.Value);
        Assert.Empty(desk.Complaints);
    }
}
