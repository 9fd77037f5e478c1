using System.Buffers.Text;
using System.Net;
using System.Text.RegularExpressions;
using Azukari.Demo.Stories;
using Azukari.Demo.Visitors;
using Azukari.Testing;

namespace Azukari.Demo.Tests.Front;

/// <summary>R11 for people who have nothing but a passkey: the code stands on the station's screen alone, and is typed on the own telephone.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed partial class StationTelephoneTests(Founded founded)
{
    [Fact]
    public async Task Two_people_with_passkeys_type_the_code_on_their_telephones_and_another_code_counts_for_nothing()
    {
        var (at, journey) = (founded.At, founded.NewJourney());
        Visitor carrier = new("v-seals", Cast.Contractor, "operator", "作業者", new(at.Origin)), witness = new("v-watches", Cast.City, "witness", "立会者", new(at.Origin));
        await new Enrolling(at, new Founding(at)).RunAsync([carrier, witness]);
        await journey.AskAsync(Founded.Residents, plan => plan["custodians"]!.AsArray().Add(carrier.Id));
        await using var screen = await StationScreen.OpenAsync(at, "st-seal", "--medium", journey.Medium, "--source", $"csv:{founded.Source}");
        using var browser = await StationBrowser.EnterAsync(screen.Address);
        await new ScreenJourney(browser, journey.Id).ChooseAsync("Seal", null, ("who", carrier.Id), ("who", witness.Id));
        var deed = browser.Page.Path;
        var code = Code().Match(browser.Page.Html).Groups["code"].Value;

        // Somebody who is not here has no code: what they sign is nobody's presence.
        using var telephone = await SignedInAsync(carrier);
        await SignAsync(telephone, carrier, browser.Page, new string([.. code.Reverse()]));
        (await browser.GetAsync(deed)).Says("電話での署名を待っています");
        Assert.DoesNotContain("署名済", browser.Page.Text, StringComparison.Ordinal);

        await SignAsync(telephone, carrier, browser.Page, code.ToLowerInvariant());
        (await browser.GetAsync(deed)).Says("署名済");
        Assert.DoesNotContain("/start\"", browser.Page.Html, StringComparison.Ordinal);

        // The witness finds nothing to sign without the code, though the carrier has signed already.
        using var other = await SignedInAsync(witness);
        Assert.Contains("署名を待つものはありません", WebUtility.HtmlDecode(await other.ReadAsync($"/engagements/{Installation.Engagement}/proposals")), StringComparison.Ordinal);
        await SignAsync(other, witness, browser.Page, code);
        await browser.GetAsync(deed);
        await browser.PressAsync("/start");

        (await browser.EndAsync()).Says($"封緘しました。{Founded.Residents}人");
        Assert.Equal("Sealed", (await journey.StatusAsync())["phase"]!.GetValue<string>());
    }

    /// <summary>R1: with nothing but passkeys, a person and a colleague add a key for stations; the screen shows it, the telephones sign it.</summary>
    [Fact]
    [Trait("Run", "deep")]
    public async Task A_key_for_stations_is_signed_for_on_two_telephones_and_signs_by_a_touch_from_then_on()
    {
        var at = founded.At;
        Visitor person = new("v-owner", Cast.City, "witness", "立会者", new(at.Origin)), beside = new("v-beside", Cast.City, "keeper", "保管者", new(at.Origin));
        using var made = new SoftPasskey();
        await new Enrolling(at, new Founding(at)).RunAsync([person, beside]);
        await using var screen = await StationScreen.OpenAsync(at, "st-seal");
        using var browser = await StationBrowser.EnterAsync(screen.Address);

        (await browser.GetAsync("/keys")).Says(person.Id);
        await browser.GetAsync($"/keys/{person.Id}?with={beside.Id}");
        await browser.MakeAsync($"/keys/{person.Id}", made);
        var (deed, code) = (browser.Page.Path, Code().Match(browser.Page.Html).Groups["code"].Value);
        foreach (var one in new[] { person, beside })
        {
            using var telephone = await SignedInAsync(one);
            await SignAsync(telephone, one, await browser.GetAsync(deed), code);
        }

        (await browser.GetAsync(deed)).Says("端末用の鍵を加える");
        (await browser.EndAsync()).Says("記録しました");
        (await browser.GetAsync("/")).Says($"{person.Id} {Cast.City} 鍵に触れて");
    }

    private async Task<VisitorBrowser> SignedInAsync(Visitor person)
    {
        var browser = new VisitorBrowser(founded.At.Server);
        await browser.FillInAsync("/sign-in", "/sign-in", (_, challenge) => person.Passkey.Touch(Base64Url.DecodeFromChars(challenge)));
        return browser;
    }

    private static Task SignAsync(VisitorBrowser telephone, Visitor person, StationPage screen, string code)
    {
        var address = new Uri(WebUtility.HtmlDecode(Address().Match(screen.Html).Groups["address"].Value));
        return telephone.FillInAsync($"{address.PathAndQuery}&code={Uri.EscapeDataString(code)}", "/statements", (_, challenge) => person.Passkey.Touch(Base64Url.DecodeFromChars(challenge)));
    }

    [GeneratedRegex("class=\"code\"[^>]*>(?<code>[^<]+)<", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex("<small>(?<address>http[^<]+/at-station/[^<]+)</small>", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
