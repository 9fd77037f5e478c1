namespace Azukari.Demo.Tests.Front;

/// <summary>R11, R16, R17, R19 at the station's screen: the same verbs under large buttons, two people with their own keys, real bytes.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class StationScreenTests(Founded founded)
{
    [Fact]
    [Trait("Run", "deep")]
    public async Task A_whole_carry_out_is_sealed_carried_opened_and_erased_at_the_screens_of_three_stations()
    {
        var (at, cast, journey) = (founded.At, founded.At.Cast, founded.NewJourney());
        var evidence = Directory.CreateDirectory(at.Rooms["evidence", journey.Id]).FullName;
        await using var sealing = await StationScreen.OpenAsync(at, "st-seal", "--medium", journey.Medium, "--source", $"csv:{founded.Source}", "--evidence", evidence);
        await using var opening = await StationScreen.OpenAsync(at, "st-open", "--medium", journey.Medium, "--into", $"sqlite:{at.Rooms["call-centre", $"{journey.Id}.db"]}");
        await using var bench = await StationScreen.OpenAsync(at, "st-bench", "--medium", journey.Medium);
        using var here = await StationBrowser.EnterAsync(sealing.Address);
        using var there = await StationBrowser.EnterAsync(opening.Address);
        using var elsewhere = await StationBrowser.EnterAsync(bench.Address);
        var (home, away, other) = (new ScreenJourney(here, journey.Id), new ScreenJourney(there, journey.Id), new ScreenJourney(elsewhere, journey.Id));

        await journey.AskAsync(Founded.Residents);
        (await home.SignedAsync("Seal", null, cast.Carrier, cast.Witness)).Says($"封緘しました。{Founded.Residents}人");
        var seal = (await journey.StatusAsync())["sealNumber"]!.GetValue<string>();
        (await home.HandOverAsync("data-centre", false, seal, [cast.Carrier, cast.Companion], cast.Carrier, cast.Companion)).Says("記録しました");

        (await away.UnsignedAsync("Arrive")).Says("到着を証明しました");
        (await away.SignedAsync("Confirm", null, cast.Officer)).Says("記録しました");
        (await away.SignedAsync("Confirm", null, cast.SiteKeeper)).Says("記録しました");
        (await away.UnsignedAsync("Open")).Says($"投入しました。{Founded.Residents}人");
        (await away.SignedAsync("EraseAtSite", journey.MediumId, cast.Carrier, cast.Officer)).Says("読み返しの不一致 0件");

        (await home.HandOverAsync("data-centre", true, null, [cast.CityKeeper], cast.Carrier, cast.CityKeeper)).Says("記録しました");
        (await home.SignedAsync("Clear", journey.MediumId, cast.Companion)).Says("読み返しの不一致 0件");
        (await other.SignedAsync("Look", journey.MediumId, cast.CityKeeper)).Says("残っていたものは0件");
        await journey.KeysAreDeadAsync();
        await journey.ConfirmErasureAsync();
        Assert.Equal("Closed", (await journey.StatusAsync())["phase"]!.GetValue<string>());

        File.Copy(await journey.BundleAsync(), Path.Combine(evidence, $"{journey.Id}.zip"));
        (await new ScreenJourney(here, $"{journey.Id}.zip").UnsignedAsync("Verify")).Says("検証しました");
    }

    [Fact]
    public async Task What_is_pressed_twice_is_done_once_and_what_is_refused_says_why_and_what_next()
    {
        var (at, cast, journey) = (founded.At, founded.At.Cast, founded.NewJourney());
        await using var screen = await StationScreen.OpenAsync(at, "st-seal", "--medium", journey.Medium, "--source", $"csv:{founded.Source}");
        using var browser = await StationBrowser.EnterAsync(screen.Address);
        var pressing = new ScreenJourney(browser, journey.Id);
        await journey.AskAsync(Founded.Residents);

        // Two of the same side, none of them the owner's witness: the page says so before anybody signs.
        (await browser.GetAsync($"/do/Seal/{journey.Id}?who={cast.Carrier.Id}&who={cast.SiteKeeper.Id}")).Says("R11");
        Assert.DoesNotContain("署名へ進む", browser.Page.Text, StringComparison.Ordinal);

        // Begun twice is begun once; signed twice is signed once; started twice is sealed once.
        await pressing.ChooseAsync("Seal", null, ("who", cast.Carrier.Id), ("who", cast.Witness.Id));
        var deed = browser.Page.Path;
        await pressing.ChooseAsync("Seal", null, ("who", cast.Carrier.Id), ("who", cast.Witness.Id));
        Assert.Equal(deed, browser.Page.Path);
        await pressing.SignAsync(cast.Carrier);
        Assert.DoesNotContain("/start\"", browser.Page.Html, StringComparison.Ordinal); // One is not two.
        await pressing.SignAsync(cast.Witness);
        var start = browser.Page.Form("/start");
        await browser.PressAsync("/start");
        Assert.Equal(302, await browser.StatusAsync(HttpMethod.Post, start.Action, null, browser.Origin, start.Fields));
        (await browser.EndAsync()).Says("封緘しました");

        Assert.Equal(1L, (await at.Desk.DoAsync("status", "--desk", at.DeskFolder, "--carry-out", journey.Id))["carryOuts"]!.AsArray().Count);
        Assert.False((await browser.GetAsync("/")).Offers("Seal", journey.Id));
        (await browser.GetAsync(deed)).Says("封緘しました"); // Opened again, it still says what came of it.
        Assert.Equal(410, (await browser.GetAsync($"/do/Seal/{journey.Id}")).Status);
    }

    [Fact]
    [Trait("Run", "deep")]
    public async Task A_draft_goes_when_it_was_called_off_or_its_deed_has_ended_and_what_a_power_cut_left_goes_after_a_day()
    {
        var (at, cast, journey) = (founded.At, founded.At.Cast, founded.NewJourney());
        var work = Path.Combine(at.StationFolder("st-seal"), "work");
        var (left, young) = (Directory.CreateDirectory(Path.Combine(work, $"draft-left-{journey.Id}")).FullName, Directory.CreateDirectory(Path.Combine(work, $"draft-young-{journey.Id}")).FullName);
        Directory.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-25));
        await using var screen = await StationScreen.OpenAsync(at, "st-seal", "--medium", journey.Medium, "--source", $"csv:{founded.Source}");
        Assert.Equal((false, true), (Directory.Exists(left), Directory.Exists(young)));
        Directory.Delete(young);
        string[] Drafts() => [.. Directory.GetDirectories(work, "draft-*").Order(StringComparer.Ordinal)];
        var before = Drafts();
        using var browser = await StationBrowser.EnterAsync(screen.Address);
        var pressing = new ScreenJourney(browser, journey.Id);
        await journey.AskAsync(Founded.Residents);

        await pressing.ChooseAsync("Seal", null, ("who", cast.Carrier.Id), ("who", cast.Witness.Id));
        Assert.Single(Drafts().Except(before));
        await browser.PressAsync("/drop");
        Assert.Equal(before, Drafts());

        (await pressing.SignedAsync("Seal", null, cast.Carrier, cast.Witness)).Says("封緘しました");
        var deed = browser.Page.Path;
        await browser.GetAsync("/");
        Assert.Equal(before, Drafts());
        (await browser.GetAsync(deed)).Says("封緘しました");
    }

    /// <summary>R32: whatever is missing, here the medium and a destination.</summary>
    [Fact]
    public async Task What_will_not_be_opened_is_given_up_and_the_key_destroyed_without_a_medium()
    {
        var (at, journey) = (founded.At, founded.NewJourney());
        await journey.AskAsync(Founded.Residents);
        await journey.DepartAsync((await journey.SealAsync($"csv:{founded.Source}"))["sealNumber"]!.GetValue<string>());
        await using var screen = await StationScreen.OpenAsync(at, "st-open", "--medium", at.Rooms["source"]);
        using var browser = await StationBrowser.EnterAsync(screen.Address);

        (await browser.GetAsync($"/do/GiveUp/{journey.Id}")).Says("元に戻せず");
        (await new ScreenJourney(browser, journey.Id).UnsignedAsync("GiveUp")).Says("データは投入していません。この端末の鍵を廃棄しました。");

        await browser.GetAsync("/");
        Assert.Equal((false, false), (browser.Page.Offers("GiveUp", journey.Id), browser.Page.Offers("Open", journey.Id)));
        browser.Page.Says("この場で消去する");
    }

    /// <summary>R5, R31: the number is the officer's, everything else the station's; what it has tried can be asked for.</summary>
    [Fact]
    public async Task A_medium_that_nobody_knows_is_registered_by_the_officer_after_the_station_has_tried_it()
    {
        var (at, cast, journey) = (founded.At, founded.At.Cast, founded.NewJourney());
        var stick = Directory.CreateDirectory(at.Rooms["media", $"fresh-{journey.Id}"]).FullName;
        await at.Stations["st-seal"].DoAsync("init", "medium", "--serial", $"SN-fresh-{journey.Id}", "--to", stick);
        var other = Directory.CreateDirectory(at.Rooms["media", $"other-{journey.Id}"]).FullName;
        await at.Stations["st-seal"].DoAsync("init", "medium", "--serial", $"SN-other-{journey.Id}", "--to", other);
        await using var screen = await StationScreen.OpenAsync(at, "st-seal", "--medium", other, stick);
        using var browser = await StationBrowser.EnterAsync(screen.Address);
        (await browser.GetAsync("/")).Says("登録する");
        var (beside, page) = (browser.Page.Link("/media/"), browser.Page.Link("/media/", last: true));

        (await browser.GetAsync($"{page}?number=a%20b&who={cast.Officer.Id}")).Says("管理番号は");
        (await browser.GetAsync($"{page}?number={journey.MediumId}&who={cast.Officer.Id}")).Says("R5");
        Assert.DoesNotContain("署名へ進む", browser.Page.Text, StringComparison.Ordinal);

        // The next number is proposed for both; what is begun for one is not gone on with for the other.
        await browser.GetAsync($"{beside}?number=stick-{journey.Id}&kind=Flash&home=data-centre&who={cast.Officer.Id}");
        (await browser.PressAsync("/media/")).Says($"SN-other-{journey.Id}");

        (await browser.GetAsync(page)).Says(cast.Officer.Id);
        await browser.GetAsync($"{page}?number=stick-{journey.Id}&kind=Flash&home=data-centre&who={cast.Officer.Id}");
        (await browser.PressAsync("/media/")).Says($"SN-fresh-{journey.Id}");
        await browser.PressAsync("/sign", cast.Officer.Id);
        await browser.PressAsync("/start");
        (await browser.EndAsync()).Says("登録しました");

        (await browser.GetAsync("/")).Says($"stick-{journey.Id}");
        Assert.Equal(beside, browser.Page.Link("/media/", last: true));
        Assert.Equal(410, (await browser.GetAsync(page)).Status);
    }

    [Fact]
    public async Task A_medium_that_is_not_plugged_in_is_asked_for_and_the_screen_ends_cleanly()
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        await using var screen = await StationScreen.OpenAsync(founded.At, "st-seal", "--medium", founded.At.Rooms["source"], "--source", $"csv:{founded.Source}");
        using var browser = await StationBrowser.EnterAsync(screen.Address);

        (await browser.GetAsync("/")).Says($"媒体を差し込んでください：{journey.MediumId}");
        Assert.False(browser.Page.Offers("Seal", journey.Id));
        (await browser.GetAsync("/language/en?back=/")).Says($"Plug in: {journey.MediumId}");

        Assert.Equal(0, await screen.StopAsync());
    }

    /// <summary>A room without a network: what was brought lies in a folder, what is to be carried out is left in it.</summary>
    [Fact]
    [Trait("Run", "deep")]
    public async Task Without_a_network_the_screen_takes_in_what_was_brought_and_leaves_what_is_carried_out()
    {
        var (at, cast, journey) = (founded.At, founded.At.Cast, founded.NewJourney());
        var carried = Directory.CreateDirectory(at.Rooms["carried", $"screen-{journey.Id}"]).FullName;
        var desk = at.Rooms["desks", $"screen-{journey.Id}"];
        await at.Desk.DoAsync("init", "desk", "--engagement", Stories.Installation.Engagement, "--to", desk, "--genesis", at.Genesis);
        await journey.AskAsync(Founded.Residents);
        await at.Desk.DoAsync("status", "--desk", at.DeskFolder, "--carry-out", journey.Id, "--message", Path.Combine(carried, "to-station.json"));

        await using var screen = await StationScreen.OpenAtAsync(at, "st-seal", desk, "--carried", carried, "--medium", journey.Medium, "--source", $"csv:{founded.Source}");
        using var browser = await StationBrowser.EnterAsync(screen.Address);
        (await new ScreenJourney(browser, journey.Id).SignedAsync("Seal", null, cast.Carrier, cast.Witness)).Says("封緘しました").Says("from-station-");

        var made = Assert.Single(Directory.GetFiles(carried, "from-station-*.json"));
        await at.Desk.DoAsync("submit", "--desk", at.DeskFolder, "--message", made);
        Assert.Equal("Sealed", (await journey.StatusAsync())["phase"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Run", "deep")]
    public async Task What_is_stopped_leaves_nothing_and_is_begun_again()
    {
        var (at, cast, journey) = (founded.At, founded.At.Cast, founded.NewJourney());
        await using var screen = await StationScreen.OpenAsync(at, "st-seal", "--medium", journey.Medium, "--source", $"csv:{founded.Source}");
        using var browser = await StationBrowser.EnterAsync(screen.Address);
        var pressing = new ScreenJourney(browser, journey.Id);
        await journey.AskAsync(Founded.Residents);

        await pressing.ChooseAsync("Seal", null, ("who", cast.Carrier.Id), ("who", cast.Witness.Id));
        await pressing.SignAsync(cast.Carrier, cast.Witness);
        await browser.PressAsync("/start");
        await browser.PressAsync("/stop");
        await browser.EndAsync();

        // It may have been quicker than whoever pressed: then it is sealed, and says so. Either way nothing is half done.
        if (browser.Page.Text.Contains("封緘しました", StringComparison.Ordinal)) return;
        browser.Page.Says("中断しました");
        Assert.Empty(Directory.GetFiles(journey.Medium, "*.age"));
        (await pressing.SignedAsync("Seal", null, cast.Carrier, cast.Witness)).Says("封緘しました");
    }
}
