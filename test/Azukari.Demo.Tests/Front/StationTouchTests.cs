using Azukari.Demo.Stories;
using Azukari.Shared;
using Azukari.Testing;

namespace Azukari.Demo.Tests.Front;

/// <summary>R1, R11 where no network is: a security key's own passkey for stations, made beside a colleague at one that has a network, signs by a touch at every other.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class StationTouchTests(Founded founded)
{
    /// <summary>A key for stations belongs to one address: the screens of a town have the same.</summary>
    private readonly int port = FreePort.Next();

    [Fact]
    public async Task In_a_room_without_a_network_two_people_touch_their_keys_and_what_they_sealed_is_carried_out()
    {
        var (at, cast, journey) = (founded.At, founded.At.Cast, founded.NewJourney());
        using SoftPasskey carrier = new(), witness = new();
        await journey.AskAsync(Founded.Residents);
        await MakeKeysAsync((cast.Carrier, cast.SubRoot, carrier), (cast.Witness, cast.Officer, witness));

        var (carried, desk) = (Directory.CreateDirectory(at.Rooms["carried", $"touch-{journey.Id}"]).FullName, at.Rooms["desks", $"touch-{journey.Id}"]);
        await at.Desk.DoAsync("init", "desk", "--engagement", Installation.Engagement, "--to", desk, "--genesis", at.Genesis);
        await at.Desk.DoAsync("status", "--desk", at.DeskFolder, "--carry-out", journey.Id, "--message", Path.Combine(carried, "to-station.json"));
        await using var screen = await StationScreen.StartAsync(at, "st-seal", port, "--desk", desk, "--carried", carried, "--medium", journey.Medium, "--source", $"csv:{founded.Source}");
        using var browser = await StationBrowser.EnterAsync(screen.Address);
        (await browser.GetAsync("/")).Says("鍵に触れて");
        await new ScreenJourney(browser, journey.Id).ChooseAsync("Seal", null, ("who", cast.Carrier.Id), ("who", cast.Witness.Id));

        // Another's key, or one's own at another address, is no signature.
        var deed = browser.Page.Path;
        Assert.Equal(409, (await browser.TouchAsync(cast.Carrier.Id, witness)).Status);
        (await browser.GetAsync(deed)).Says("本人が鍵に触れて署名する");
        Assert.DoesNotContain("署名済", browser.Page.Text, StringComparison.Ordinal);

        (await browser.TouchAsync(cast.Carrier.Id, carrier)).Says("署名済");
        Assert.DoesNotContain("/start\"", browser.Page.Html, StringComparison.Ordinal); // One is not two.
        await browser.TouchAsync(cast.Witness.Id, witness);
        await browser.PressAsync("/start");
        (await browser.EndAsync()).Says("封緘しました").Says("from-station-");

        await at.Desk.DoAsync("submit", "--desk", at.DeskFolder, "--message", Assert.Single(Directory.GetFiles(carried, "from-station-*.json")));
        Assert.Equal("Sealed", (await journey.StatusAsync())["phase"]!.GetValue<string>());
        await at.Desk.DoAsync("verify", await journey.BundleAsync(), "--genesis", at.Genesis);
    }

    /// <summary>Each beside somebody of the same organisation, both with the keys that they have.</summary>
    private async Task MakeKeysAsync(params (Player Person, Player Beside, SoftPasskey Key)[] owners)
    {
        await using var screen = await StationScreen.StartAsync(founded.At, "st-seal", port, "--desk", founded.At.StationDesk("st-seal"), "--keys", founded.At.Rooms["keys"], "--medium", founded.At.Rooms["source"]);
        using var browser = await StationBrowser.EnterAsync(screen.Address);
        foreach (var (person, beside, key) in owners)
        {
            (await browser.GetAsync("/keys")).Says(person.Id);
            await browser.GetAsync($"/keys/{person.Id}?with={beside.Id}");
            await browser.MakeAsync($"/keys/{person.Id}", key);
            browser.Page.Says("鍵を加えます");
            await browser.PressAsync("/sign", person.Id);
            await browser.PressAsync("/sign", beside.Id);
            (await browser.EndAsync()).Says("記録しました");
            (await browser.GetAsync($"/keys/{person.Id}")).Says("前の端末用の鍵は");
        }

        Assert.Equal(0, await screen.StopAsync());
    }
}
