using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Pages;

/// <summary>The two ways that a carry-out goes, each from its first page to its last: several people at browsers of their own, half of them in Japanese and half in English. What stations and key holders do comes between.</summary>
[Trait("Run", "deep")]
public sealed class WholeJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string In = $"/engagements/{Town.Name}";

    private static readonly CarryOutId Number = new("2022-001");

    private static readonly (string Field, string Text)[] Typed =
    [
        ("purpose", "給付金コールセンターのデータ更新"), ("necessity", "最新の状態で問合せに答えるため"), ("why", "投入先に外部との回線がない"), ("kept", "コールセンター内の施錠保管庫"),
        ("people", "100"), ("out", "2022-06-21T10:00"), ("ends", "2022-06-21T19:30"),
    ];

    private readonly Dictionary<string, PersonAtScreen> seats = [];
    private readonly HashSet<string> english = [];
    private int pictures;

    [Fact]
    public async Task From_an_invitation_to_the_closing()
    {
        await using var town = await Town.AtScreensAsync("c-manager", "c-executive", "o-approver", "c-sealer", "c-carrier", "o-carrier", "c-keeper", "o-keeper", "o-officer", "c-operator", "o-witness");
        await using var invited = await chromium.SitDownAsync(town.Screens);
        await invited.GoAsync(await town.InviteAsync("c-new"));
        await PictureAsync(invited, "invited");
        await invited.PressAsync("パスキーを作る");
        await invited.PressAsync("署名する");
        await town.WelcomeAsync("c-new", Role.Operator);
        await invited.GoAsync("/");
        await PictureAsync(invited, "welcome");

        await town.StaffEndsAsync();
        town.Host.Clock.SetUtcNow(Town.Clock(9, 0).AddDays(-1));
        await SitDownAsync(town, ["c-manager", "c-executive", "o-approver"]);
        await ApplyAsync(seats["c-manager"]);
        await SignAsync("c-executive", $"{In}/carry-outs/{Number}/decide", "Endorse", "endorse");
        await SignAsync("o-approver", $"{In}/carry-outs/{Number}/decide", "承認する", "approve");

        town.Host.Clock.SetUtcNow(Town.Clock(9, 30));
        await town.FollowAsync();
        foreach (var browser in town.Browsers.Values) await browser.SignInAsync();
        await town.DoAsync(await town.SealedAsync(Number));
        await SitDownAsync(town, ["c-sealer", "c-carrier", "o-carrier", "c-keeper", "o-keeper", "o-officer"]);
        await HandOverAsync(town, "c-sealer", "?seal=A-001", "c-carrier", "o-carrier");
        town.Host.Clock.SetUtcNow(Town.Clock(9, 50));
        await LookAsync("o-officer", "/", "outside-now");

        await HandOverAsync(town, "c-carrier", "?chosen=1&to=c-keeper&at=call-centre&stored=on&seal=A-001&intact=yes", "c-keeper");
        await town.FollowAsync();
        await town.OpenAsync(Number);
        await LookAsync("o-officer", $"{In}/carry-outs/{Number}", "loaded");
        await town.EraseAsync(Number);
        await HandOverAsync(town, "c-keeper", "?chosen=1&to=c-carrier&to=o-carrier", "c-carrier", "o-carrier");
        await HandOverAsync(town, "c-carrier", "?chosen=1&to=o-keeper&at=data-centre&stored=on", "o-keeper");
        await LookAsync("o-keeper", "/", "home");

        await town.FollowAsync();
        await town.CloseAsync(Number);
        await LookAsync("o-officer", $"{In}/carry-outs/{Number}", "closed");
        await LookAsync("o-officer", $"{In}/carry-outs/{Number}/record", "story");
        await LookAsync("c-carrier", $"{In}/carry-outs?ended", "ended");

        var closed = (await town.ReplayedAsync()).Find(Number)!;
        Assert.Equal(Phase.Closed, Phases.PhaseOf(town.Facts, closed));
        Assert.Equal(5, closed.Custody!.Legs.Length);
        await LeaveAsync(invited);
    }

    [Fact]
    public async Task From_custody_to_a_loss_answered_in_the_incident_room()
    {
        await using var town = await Town.OnTheWayAtScreensAsync("c-carrier", "o-officer", "c-manager", "o-approver");
        await SitDownAsync(town, ["c-carrier", "o-officer", "c-manager", "o-approver"], width: 360);

        await LookAsync("c-carrier", "/", "phone-outside-now");
        await SignAsync("c-carrier", $"{In}/carry-outs/carry-1/loss", "届け出る", "phone-loss");
        foreach (var (key, machine) in new[] { (Town.Keys.Owner, "owner-holder"), (Town.Keys.Contractor, "contractor-holder"), (Town.Keys.Destination, "open-1") })
        {
            await town.FollowAsync();
            await town.DoAsync(town.Tombstone(key, machine));
        }

        await town.Host.WatchAsync();
        await town.FollowAsync();
        await LookAsync("o-officer", "/", "phone-lost");
        await LookAsync("o-officer", $"{In}/incidents/incident-1", "phone-incident");
        await seats["o-officer"].PressAsync("Answer the alarm: an incident");
        await PictureAsync(seats["o-officer"], "phone-answer");
        await seats["o-officer"].PressAsync("Sign");
        await LookAsync("c-manager", $"{In}/incidents/incident-1", "phone-incident-manager");
        await SignAsync("o-officer", $"{In}/incidents/incident-1/assign?task=1", "Sign", "phone-assign");
        await SignAsync("o-officer", $"{In}/incidents/incident-1/finish?task=1&text=Told+the+data+protection+authority", "Sign", "phone-finish");
        await LookAsync("o-approver", $"{In}/carry-outs/carry-1", "phone-case-lost");
        await LookAsync("o-approver", $"{In}/record", "phone-record");

        var incident = Assert.Single((await town.ReplayedAsync()).Incidents);
        Assert.NotNull(incident.Tasks[0].End);
        Assert.IsType<KeyAnswer.NeverReleasedDestroyed>(Keys.Answer(town.Facts.Find(Town.Case)!));
        await LeaveAsync();
    }

    /// <summary>Each at a browser of one's own; every second one reads English.</summary>
    private async Task SitDownAsync(Town town, string[] people, int width = 1280)
    {
        foreach (var (n, person) in people.Index())
        {
            var seat = seats[person] = await chromium.SignInAsync(town, person, width);
            if (n % 2 == 0 || !english.Add(person)) continue;
            await seat.GoAsync("/language/en");
        }
    }

    private async Task ApplyAsync(PersonAtScreen manager)
    {
        await manager.GoAsync($"{In}/apply?template=benefit-calls");
        foreach (var (field, text) in Typed) await manager.Page.FillAsync($"#{field}", text);
        foreach (var custodian in new[] { "c-carrier", "o-carrier" }) await manager.Page.CheckAsync($"[name='custodian.{custodian}']");
        await PictureAsync(manager, "apply");
        await manager.PressAsync("保存して確かめる");
        await PictureAsync(manager, "apply-sign");
        await manager.PressAsync("署名して申請する");
        await PictureAsync(manager, "applied");
    }

    private async Task HandOverAsync(Town town, string giver, string chosen, params string[] receivers)
    {
        await SignAsync(giver, $"{In}/carry-outs/{CaseOf(town)}/hand-over{chosen}", english.Contains(giver) ? "Sign the hand-over" : "受渡に署名する", $"hand-over-{giver}");
        foreach (var receiver in receivers)
        {
            await seats[receiver].GoAsync($"{In}/proposals");
            await PictureAsync(seats[receiver], $"waiting-{receiver}");
            await seats[receiver].Page.Locator("ol.cards h2 a").First.ClickAsync();
            await seats[receiver].PressAsync(english.Contains(receiver) ? "Sign" : "署名する");
            await PictureAsync(seats[receiver], $"received-{receiver}");
        }
    }

    private static string CaseOf(Town town) => town.Facts.CarryOuts.Keys.Single().Value;

    private async Task SignAsync(string person, string path, string button, string picture)
    {
        await LookAsync(person, path, picture);
        await seats[person].PressAsync(button);
        await PictureAsync(seats[person], $"{picture}-signed");
    }

    private async Task LookAsync(string person, string path, string picture)
    {
        await seats[person].GoAsync(path);
        await PictureAsync(seats[person], picture);
    }

    private Task<byte[]> PictureAsync(PersonAtScreen person, string name) => person.PictureAsync($"whole-{pictures++:00}-{name}");

    private async Task LeaveAsync(params PersonAtScreen[] others)
    {
        Assert.All(seats.Values.Concat(others), person => Assert.Empty(person.Elsewhere.Concat(person.Complaints)));
        foreach (var seat in seats.Values) await seat.DisposeAsync();
    }
}
