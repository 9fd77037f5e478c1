using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Applications;

/// <summary>持出申請 on the page: few fields, what is wrong beside them, and nothing lost.</summary>
public sealed partial class ApplyPageTests
{
    private const string Apply = $"/engagements/{Town.Name}/apply";

    private static readonly (string, string)[] Typed =
    [
        ("purpose", "給付金コールセンターのデータ更新"), ("necessity", "最新の状態で問合せに答えるため"), ("why", "投入先に回線がなく、\r\nオンラインでは届かない"), ("kept", "コールセンター内　施錠保管庫"),
        ("people", "１００"), ("out", "2022-06-21T10:00"), ("ends", "2022-06-21T19:30"), ("custodian.c-carrier", "on"), ("custodian.o-carrier", "on"),
    ];

    [Fact]
    public async Task From_a_template_it_takes_at_most_eight_fields_and_the_rest_is_filled_in()
    {
        await using var town = await BeforeAsync("c-manager");
        var manager = town.Browsers["c-manager"];
        (await manager.GetAsync($"{Apply}?template=benefit-calls")).Is(200);
        var blank = Typed.Where(field => manager.Form(Apply).Fields.GetValueOrDefault(field.Item1) is null or "").Select(field => field.Item1.Split('.')[0]).Distinct().ToArray();
        Assert.InRange(blank.Length, 1, 8);
        Assert.InRange(Musts().Count(manager.Page.Html), 1, 8);

        (await manager.PressAsync(Apply, Typed)).Is(200);
        Assert.Contains("ひな型にある項目だけです。", manager.Page.Text, StringComparison.Ordinal);
        Assert.Contains("オンラインでは届かない", manager.Page.Text, StringComparison.Ordinal);
        (await manager.PressAsync("/statements")).Is(200);

        var carryOut = Assert.Single((await town.ReplayedAsync()).CarryOuts.Values);
        Assert.Equal(("2022-001", 100, 110, Town.Stick), (carryOut.Id.Value, carryOut.Plan.PlannedPeople, carryOut.Plan.MostPeople, Assert.Single(carryOut.Plan.Media)));
        Assert.Equal(new(Town.Clock(9, 0), Town.Clock(10, 0), Town.Clock(14, 0), Town.Clock(19, 30), Town.Clock(20, 0)), carryOut.Plan.Window);
        Assert.Equal(new PersonId("c-manager"), carryOut.Applicant);
    }

    [Fact]
    public async Task The_texts_lie_beside_the_record_and_the_form_prints_them()
    {
        await using var town = await BeforeAsync("c-manager");
        var manager = town.Browsers["c-manager"];
        await AppliedAsync(manager);

        (await manager.GetAsync($"/engagements/{Town.Name}/documents/application?about=2022-001")).Is(200);
        foreach (var text in new[] { "持出許可申請書", "給付金コールセンターのデータ更新", "オンラインでは届かない", "コールセンター内 施錠保管庫" }) Assert.Contains(text, manager.Page.Text, StringComparison.Ordinal);
        Assert.Contains("Application to carry data out", (await manager.GetAsync($"/engagements/{Town.Name}/documents/application?about=2022-001&lang=en")).Text, StringComparison.Ordinal);
        Assert.All(await town.Host.RowsAsync<byte[]>("select bytes from entry"), entry => Assert.DoesNotContain("給付金", System.Text.Encoding.UTF8.GetString(entry), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_is_kept_whatever_stands_in_it_and_is_its_writers_alone()
    {
        await using var town = await BeforeAsync("c-manager", "c-executive");
        var manager = town.Browsers["c-manager"];
        await manager.GetAsync($"{Apply}?template=benefit-calls");
        (await manager.PressAsync(Apply, ("purpose", "書きかけ"))).Is(200);
        var draft = manager.Page.Path;
        Assert.Contains("直すところがあります。", manager.Page.Text, StringComparison.Ordinal);
        Assert.Contains("書きかけ", manager.Page.Text, StringComparison.Ordinal);

        Assert.Equal(404, await town.Browsers["c-executive"].StatusAsync(HttpMethod.Get, draft));
        Assert.Contains("続きを書く", (await manager.GetAsync(Apply)).Text, StringComparison.Ordinal);
        await manager.GetAsync(draft);
        (await manager.PressAsync(draft, Typed)).Is(200);
        (await manager.PressAsync("/statements")).Is(200);

        Assert.DoesNotContain("続きを書く", (await manager.GetAsync(Apply)).Text, StringComparison.Ordinal);
        Assert.EndsWith("/carry-outs/2022-001", (await manager.GetAsync(draft)).Path, StringComparison.Ordinal); // The way back leads on, and does nothing again.
        Assert.Equal(404, await manager.StatusAsync(HttpMethod.Get, draft));
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var town = await BeforeAsync("c-manager");
        var manager = town.Browsers["c-manager"];
        (string Field, string Text)[] hostile =
        [
            ("purpose", "<script>alert(1)</script>\u202etxt"), ("necessity", "nul \u0001 bell"), ("why", new string('長', 2001)), ("kept", "\ue000 外字"), ("people", "-5"), ("most", "1e9"), ("out", "昨日"), ("ends", "9999-12-31T23:59"),
            ("from", "0001-01-01T00:00"), ("open", "2022-06-21"), ("erase", "' or 1=1 --"), ("since", "../../etc/passwd"), ("results", "大文字A"), ("filter", new string('x', 5000)), ("rows", "Filtered"), ("seal", "no-such-station"), ("opening", "\"><b>"),
            ("method", "17"), ("erasure", "Burn"), ("courier", "NOBODY"), ("template", "benefit-calls"), ("custodian.nobody", "on"), ("medium.no such", "on"), ("reason.residents.nothing", "x"),
        ];

        foreach (var (field, text) in hostile)
        {
            await manager.GetAsync($"{Apply}?template=benefit-calls");
            (await manager.PressAsync(Apply, [.. Typed.Where(typed => typed.Item1 != field), (field, text)])).Is(200);
            if (manager.Page.Forms.Any(form => form.Action.Contains("/statements", StringComparison.Ordinal))) continue; // What cannot be chosen is as if it were not there.

            Assert.True(manager.Page.Html.Contains("class=\"fault\"", StringComparison.Ordinal) || manager.Page.Html.Contains("class=\"refusals\"", StringComparison.Ordinal), field);
            if (IsTyped(manager.Page.Html, field)) Assert.Equal(text, manager.Form("/apply/").Fields[field]);
        }

        await manager.GetAsync($"{Apply}?template=benefit-calls");
        (await manager.PressAsync(Apply, [.. Typed, ("filter", new string('長', 16_000))])).Is(413);
        Assert.Empty((await town.ReplayedAsync()).CarryOuts);
    }

    [Fact]
    public async Task Written_for_longer_than_a_session_lasts_it_is_given_back_whole_and_sent_again()
    {
        await using var town = await BeforeAsync("c-manager");
        var manager = town.Browsers["c-manager"];
        await manager.GetAsync($"{Apply}?template=benefit-calls");
        town.Host.Clock.Advance(TimeSpan.FromMinutes(31));
        (await manager.PressAsync(Apply, Typed)).Is(401);
        Assert.Contains("書いたものは、すべてこの画面に残っています。", manager.Page.Text, StringComparison.Ordinal);

        var kept = manager.Form(Apply);
        await manager.SignInAsync();
        (await manager.PressAsync(kept)).Is(400); // It was given out to nobody; now it is given out to the one who is signed in.
        (await manager.PressAsync(Apply)).Is(200);
        Assert.Contains("オンラインでは届かない", manager.Page.Text, StringComparison.Ordinal);
        (await manager.PressAsync("/statements")).Is(200);
        Assert.Single((await town.ReplayedAsync()).CarryOuts);
    }

    [Fact]
    public async Task A_rule_that_speaks_against_it_stands_beside_the_field_that_it_is_about()
    {
        await using var town = await BeforeAsync("c-manager");
        var manager = town.Browsers["c-manager"];
        foreach (var (field, text, says, beside) in new[] { ("ends", "2022-06-21T23:30", "R8", "out-says"), ("most", "111", "R7", "most-says"), ("custodian.o-carrier", "", "R8", "custodians-says"), ("opening", "seal-1", "R8", "opening-says") })
        {
            await manager.GetAsync($"{Apply}?template=benefit-calls");
            (string, string)[] more = field == "opening" ? [("seal", "open-1")] : []; // The way back, which policy does not list.
            (await manager.PressAsync(Apply, [.. Typed.Where(typed => typed.Item1 != field), (field, text), .. more])).Is(200);
            Assert.Matches($"id=\"{beside}\"><p>{says} ", manager.Page.Html);
        }
    }

    [Fact]
    public async Task From_last_time_only_the_day_moves_and_what_became_more_stands_out()
    {
        await using var town = await BeforeAsync("c-manager");
        var manager = town.Browsers["c-manager"];
        await AppliedAsync(manager);
        (await manager.GetAsync($"{Apply}?like=2022-001")).Is(200);
        Assert.Equal(("2022-06-28T10:00", "100", "コールセンター内 施錠保管庫"), (manager.Form(Apply).Fields["out"], manager.Form(Apply).Fields["people"], manager.Form(Apply).Fields["kept"]));

        (await manager.PressAsync(Apply, ("people", "150"), ("medium.usb-1", ""), ("medium.usb-2", "on"))).Is(200);
        Assert.Contains("R5", manager.Page.Text, StringComparison.Ordinal); // There is no second stick in this town.
        await town.FollowAsync();
        await town.DoAsync(town.Sign(new Withdraw(new("2022-001")), null, ("c-manager", Role.ProjectManager)));
        await manager.GetAsync(manager.Page.Path);
        (await manager.PressAsync("/apply/", ("medium.usb-1", "on"), ("medium.usb-2", ""))).Is(200);

        Assert.Contains("このひな型では初めての持出です。", manager.Page.Text, StringComparison.Ordinal); // What was withdrawn is no last time.
        Assert.Contains("165", manager.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void More_people_another_place_and_another_person_stand_out_and_less_does_not()
    {
        var plan = Town.Plan;
        var more = plan with { MostPeople = 120, OpenAt = new("open-2"), Custodians = [.. plan.Custodians, new("c-other")], Data = [new(new("residents"), ["id", "name"])], Window = plan.Window! with { EraseBy = plan.Window.EraseBy.AddHours(1) } };

        Assert.Equal(
            ["項目の追加：residents.name", "本人数の増加：最大 110人 → 120人", "期間の延び：11時間0分 → 12時間0分", "持出先の変更：call-centre（open-1）→ call-centre（open-2）", "携行者の追加：c-other"],
            Server.Applications.PlanDifference.FromLast(more, plan).Select(difference => difference.Says.Ja));
        Assert.Empty(Server.Applications.PlanDifference.FromLast(plan with { MostPeople = 100, Window = plan.Window with { From = plan.Window.From.AddMinutes(5) } }, plan));
    }

    [Fact]
    public async Task The_salts_of_a_draft_stay_as_they_are_and_no_form_sets_them()
    {
        await using var town = await BeforeAsync("c-manager");
        var manager = town.Browsers["c-manager"];
        await manager.GetAsync($"{Apply}?template=benefit-calls");
        await manager.PressAsync(Apply, [.. Typed, ("secret", "known")]);
        var first = manager.Form("/statements").Fields["paper"];
        await manager.GetAsync($"{manager.Page.Path}?edit");
        await manager.PressAsync("/apply/", ("secret", "known"));

        Assert.Equal(first, manager.Form("/statements").Fields["paper"]);
        var chosen = Convert.ToHexStringLower(HMACSHA256.HashData("known"u8, "text"u8));
        Assert.NotEqual(chosen, System.Text.Json.JsonDocument.Parse(Base64Url.DecodeFromChars(first)).RootElement.GetProperty("salt").GetString());
    }

    [GeneratedRegex("class=\"must\"")]
    private static partial Regex Musts();

    private static bool IsTyped(string html, string field) => Regex.IsMatch(html, $"<(input|textarea) id=\"{Regex.Escape(field)}\"");

    private static async Task AppliedAsync(SoftBrowser manager)
    {
        await manager.GetAsync($"{Apply}?template=benefit-calls");
        (await manager.PressAsync(Apply, Typed)).Is(200);
        (await manager.PressAsync("/statements")).Is(200);
    }

    /// <summary>The day before the carry-out, everybody signed in.</summary>
    private static async Task<Town> BeforeAsync(params string[] people)
    {
        var town = await Town.BrowsingAsync(people);
        town.Host.Clock.SetUtcNow(Town.Clock(9, 0).AddDays(-1));
        foreach (var browser in town.Browsers.Values) await browser.SignInAsync();
        return town;
    }
}
