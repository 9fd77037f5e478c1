using Azukari.Domain;
using Azukari.Domain.Incidents;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Incidents;

/// <summary>The room in which an incident is worked on: everything at once, and every deed signed (R24 to R27).</summary>
public sealed class IncidentPageTests
{
    [Fact]
    public async Task What_was_on_it_is_answered_at_once_with_the_key_and_the_clocks()
    {
        await using var town = await Town.OnTheWayAsync("o-officer");
        var officer = town.Browsers["o-officer"];
        await town.DoAsync(town.Sign(new ReportLoss(Town.Case, LossKind.Stolen), null, ("c-carrier", Role.Member)));
        await town.DoAsync(town.Tombstone(Town.Keys.Owner, "owner-holder"));

        await officer.GetAsync($"/engagements/{Town.Name}/incidents");
        Assert.Contains("盗難の届出", officer.Page.Text, StringComparison.Ordinal);
        await officer.GetAsync(RoomOf(await town.ReplayedAsync()));

        Assert.All(["100", "120", "引渡しなし、令和4年6月21日（火）9時45分に廃棄", "c-carrier", "法律の時計", "速報", "確報", "警察への届出"],
            said => Assert.Contains(said, officer.Page.Text, StringComparison.Ordinal));
        await officer.GetAsync("/language/en?back=" + Uri.EscapeDataString(officer.Page.Path));
        Assert.All(["never released, destroyed at 21 June 2022, 09:45", "prompt report", "does not know yet"], said => Assert.Contains(said, officer.Page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_task_gets_an_owner_and_is_done_with_its_evidence_beside_the_record()
    {
        await using var town = await Town.OnTheWayAsync("o-officer", "c-manager");
        var (officer, manager) = (town.Browsers["o-officer"], town.Browsers["c-manager"]);
        await town.DoAsync(town.Lost());
        var room = RoomOf(await town.ReplayedAsync());

        await officer.GetAsync($"{room}/assign?task=2&owner=c-manager");
        Assert.Contains("c-manager", officer.Page.Text, StringComparison.Ordinal);
        (await officer.PressAsync("/statements")).Is(200);
        await manager.GetAsync($"{room}/finish?task=2");
        Assert.DoesNotContain(manager.Page.Forms, form => form.Action.EndsWith("/statements", StringComparison.Ordinal));
        await manager.GetAsync($"{room}/finish?task=2&text={Uri.EscapeDataString("経路を往復して捜索した。")}");
        (await manager.PressAsync("/statements")).Is(200);

        var task = (await town.ReplayedAsync()).Incidents.Single().Tasks.Single(one => one.Number == 2);
        Assert.Equal((new PersonId("c-manager"), false), (task.End!.By, task.End.IsExcuse));
        var paper = await town.AskAsync(HttpMethod.Get, $"papers/{task.End.Paper}");
        Assert.Contains("経路を往復して捜索した。", paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("捜索した", string.Concat(await town.Host.RowsAsync<string>("select cast(bytes as text) from entry")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_rules_speak_against_is_said_before_anybody_signs()
    {
        await using var town = await Town.OnTheWayAsync("o-officer");
        var officer = town.Browsers["o-officer"];
        await town.DoAsync(town.Lost());
        var room = RoomOf(await town.ReplayedAsync());

        await officer.GetAsync($"{room}/close");

        Assert.DoesNotContain(officer.Page.Forms, form => form.Action.EndsWith("/statements", StringComparison.Ordinal));
        Assert.Contains("R25", officer.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_is_answered_by_whoever_was_told_and_a_suspension_is_lifted_by_one_of_each_side()
    {
        await using var town = await Town.OnTheWayAsync("o-officer", "c-manager", "c-sealer");
        var (officer, manager) = (town.Browsers["o-officer"], town.Browsers["c-manager"]);
        using var bystander = await town.NewcomerAsync("c-bystander");
        await bystander.GetAsync($"/engagements/{Town.Name}/carry-outs/carry-1/loss");
        await bystander.PressAsync("/statements");
        await town.Host.WatchAsync();
        var room = RoomOf(await town.ReplayedAsync());

        await manager.GetAsync(room);
        await manager.GetAsync(System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(manager.Page.Html, "href=\"(?<to>[^\"]+/answer[^\"]+)\"").Groups["to"].Value));
        (await manager.PressAsync("/statements")).Is(200);
        Assert.NotEmpty((await town.ReplayedAsync()).Find(Town.Case)!.Alarms.SelectMany(alarm => alarm.Answers));

        await manager.GetAsync($"{room}/lift");
        (await manager.PressAsync("/statements")).Is(200);
        Assert.NotNull((await town.ReplayedAsync()).Find(Town.Case)!.Suspended);
        await officer.GetAsync($"/engagements/{Town.Name}/proposals");
        await officer.GetAsync(System.Text.RegularExpressions.Regex.Match(officer.Page.Html, $"/engagements/{Town.Name}/proposals/[0-9a-f]+").Value);
        (await officer.PressAsync("/statements")).Is(200);
        Assert.Null((await town.ReplayedAsync()).Find(Town.Case)!.Suspended);
    }

    private static string RoomOf(Domain.Engagements.Engagement facts) => $"/engagements/{Town.Name}/incidents/{facts.Incidents.Single().Id}";
}
