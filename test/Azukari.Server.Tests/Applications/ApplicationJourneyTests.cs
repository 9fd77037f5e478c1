using Azukari.Domain;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Applications;

/// <summary>From an empty list to a permit at real browsers, in both languages, on a desk and on a phone.</summary>
public sealed class ApplicationJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly (string Field, string Text)[] Typed =
    [
        ("purpose", "給付金コールセンターのデータ更新"), ("necessity", "最新の状態で問合せに答えるため"), ("why", "投入先に外部との回線がない"), ("kept", "コールセンター内の施錠保管庫"),
        ("people", "100"), ("out", "2022-06-21T10:00"), ("ends", "2022-06-21T19:30"),
    ];

    [Fact]
    public async Task Applied_in_eight_fields_endorsed_and_approved_in_two_touches()
    {
        await using var town = await Town.AtScreensAsync("c-manager", "c-executive", "o-approver");
        town.Host.Clock.SetUtcNow(Town.Clock(9, 0).AddDays(-1));
        await using var manager = await chromium.SignInAsync(town, "c-manager");
        await using var executive = await chromium.SignInAsync(town, "c-executive");
        await using var approver = await chromium.SignInAsync(town, "o-approver", width: 360);

        await ApplyAsync(manager);
        await DecideAsync(executive, "2022-001 を決裁する", "確認して支持する", "decide-endorse");
        await approver.GoAsync("/language/en");
        await DecideAsync(approver, "Decide 2022-001", "Approve", "decide-approve-phone-en");
        await manager.GoAsync($"/engagements/{Town.Name}/documents/application?about=2022-001");
        await manager.PictureAsync("application-form");

        var permitted = Assert.Single((await town.ReplayedAsync()).CarryOuts.Values);
        Assert.Equal((Town.Keys, Phase.Permitted), (permitted.Permit?.Keys, Phases.PhaseOf(town.Facts, permitted)));
        Assert.All([manager, executive, approver], person => Assert.Empty(person.Elsewhere.Concat(person.Complaints)));
    }

    private static async Task ApplyAsync(PersonAtScreen manager)
    {
        await manager.GoAsync($"/engagements/{Town.Name}/carry-outs");
        await manager.PictureAsync("carry-outs-empty");
        await manager.PressAsync("持出を申請する");
        await manager.PictureAsync("apply-choices");
        await manager.PressAsync("benefit-calls");
        await manager.PictureAsync("apply-form");
        await manager.PressAsync("保存して確かめる");
        await manager.PictureAsync("apply-form-wrong");
        foreach (var (field, text) in Typed) await manager.Page.FillAsync($"#{field}", text);
        foreach (var custodian in new[] { "c-carrier", "o-carrier" }) await manager.Page.CheckAsync($"[name='custodian.{custodian}']");
        await manager.PressAsync("保存して確かめる");
        await manager.PictureAsync("apply-sign");
        await manager.GoAsync("/language/en?back=" + Uri.EscapeDataString(new Uri(manager.Page.Url).PathAndQuery));
        await manager.PictureAsync("apply-sign-en");
        await manager.PressAsync("Sign and apply");
        await manager.PictureAsync("applied-en");
        Assert.InRange(Typed.Length + 1, 1, 8); // The two custodians are one field.
    }

    private static async Task DecideAsync(PersonAtScreen person, string open, string sign, string picture)
    {
        await person.GoAsync("/");
        await person.PictureAsync($"{picture}-queue");
        person.Pressed = 0;
        await person.PressAsync(open);
        await person.PictureAsync(picture);
        await person.PressAsync(sign);
        Assert.Equal(2, person.Pressed);
    }
}
