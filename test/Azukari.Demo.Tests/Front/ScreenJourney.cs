using Azukari.Demo.Stories;

namespace Azukari.Demo.Tests.Front;

/// <summary>One case as its people press it at a station's screen.</summary>
internal sealed class ScreenJourney(StationBrowser browser, string carryOut)
{
    /// <summary>Chooses the deed among what the first page offers, and who signs it; each signs; it is started and ends.</summary>
    internal async Task<StationPage> SignedAsync(string kind, string? medium, params Player[] signers)
    {
        await ChooseAsync(kind, medium, [.. signers.Select(signer => ("who", signer.Id))]);
        return await SignAndStartAsync(signers);
    }

    /// <summary>What nobody signs.</summary>
    internal async Task<StationPage> UnsignedAsync(string kind)
    {
        await ChooseAsync(kind, null);
        return await browser.EndAsync();
    }

    internal async Task<StationPage> HandOverAsync(string site, bool stored, string? seal, Player[] to, params Player[] signers)
    {
        List<(string Name, string Value)> chosen = [("chosen", "1"), .. to.Select(person => ("to", person.Id)), ("at", site)];
        if (stored) chosen.Add(("stored", "on"));
        if (seal is not null) chosen.AddRange([("seal", seal), ("intact", "yes"), ("route", "data-centre → call-centre 立寄りなし")]);
        await ChooseAsync("HandOver", null, [.. chosen]);
        return await SignAndStartAsync(signers);
    }

    internal async Task ChooseAsync(string kind, string? medium, params (string Name, string Value)[] chosen)
    {
        Assert.True((await browser.GetAsync("/")).Offers(kind, carryOut), browser.Page.Text);
        await browser.GetAsync($"/do/{kind}/{carryOut}{(medium is null ? "" : $"/{medium}")}?{string.Join('&', chosen.Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value)}"))}");
        await browser.PressAsync("/do/");
    }

    internal async Task SignAsync(params Player[] signers)
    {
        foreach (var signer in signers) await browser.PressAsync("/sign", signer.Id);
    }

    private async Task<StationPage> SignAndStartAsync(Player[] signers)
    {
        await SignAsync(signers);
        if (browser.Page.Html.Contains("/start\"", StringComparison.Ordinal)) await browser.PressAsync("/start");
        return await browser.EndAsync();
    }
}
