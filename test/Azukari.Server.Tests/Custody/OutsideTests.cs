using Azukari.Server.Custody;
using Azukari.Server.Storage;
using Azukari.Server.Tests.Front;
using Azukari.Server.Tests.Storage;

namespace Azukari.Server.Tests.Custody;

/// <summary>What is outside, for people and for programs.</summary>
public sealed class OutsideTests
{
    private static readonly OutsideRow Row = new(
        "benefits-2022", "carry-1", "Asia/Tokyo", "Outside", "c-carrier contractor\no-carrier city", "", "", 460_517, 1_381_551, 1,
        Town.Clock(20, 0).ToUnixTimeMilliseconds(), 0, 0, "Alive", "Alive", "Alive", "", 0, 0);

    public static IReadOnlyCollection<TheoryDataRow<Where>> Engines => JournalTests.Above;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_page_follows_the_journey(Where where)
    {
        await using var town = await Town.SettledAsync(where);
        Assert.Contains("いま外に出ている媒体はありません。", await PageAsync(town), StringComparison.Ordinal);
        await town.PermitAsync();
        town.Host.Clock.SetUtcNow(Town.Clock(9, 30));
        await town.DoAsync(await town.SealedAsync());
        Assert.Contains("Nothing is outside right now.", await PageAsync(town, "?lang=en"), StringComparison.Ordinal);

        town.Host.Clock.SetUtcNow(Town.Clock(9, 45));
        await town.DoAsync(town.Leaving());
        var page = await PageAsync(town);
        Assert.All(["carry-1", "c-carrier <i>contractor", "o-carrier <i>city", "令和4年6月21日（火）20時00分", "あと10時間15分", "<strong>100</strong> 人", "120 件", "有効"],
            said => Assert.Contains(said, page, StringComparison.Ordinal));

        town.Host.Clock.SetUtcNow(Town.Clock(20, 30));
        Assert.Contains("30 min over", await PageAsync(town, "?lang=en"), StringComparison.Ordinal);
        await town.DoAsync(town.Lost());
        await town.DoAsync(town.Tombstone(Town.Keys.Owner, "owner-holder"));
        page = await PageAsync(town, "?lang=en");
        Assert.All(["reported lost 21 June 2022, 20:30", "never released, destroyed at 21 June 2022, 20:30", "dead, evidenced", "destruction pending"],
            said => Assert.Contains(said, page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_table_behind_it_can_be_made_anew_from_the_entries(Where where)
    {
        await using var town = await Town.OutsideAsync(where);
        await town.DoAsync(town.Lost());
        var before = await town.Host.RowsAsync<string>("select carry_out || holders || due || lost_at || owner_key || key_answer from outside");
        await town.Host.TamperAsync("delete from read_model; update outside set holders = 'nobody nowhere'; insert into outside select engagement, 'carry-9', zone, phase, holders, courier, place, people, records, media, due, erased_at, lost_at, owner_key, contractor_key, destination_key, key_answer, key_first, key_second from outside");

        await town.Host.RestartAsync();

        Assert.Equal(before, await town.Host.RowsAsync<string>("select carry_out || holders || due || lost_at || owner_key || key_answer from outside"));
    }

    [Fact]
    public async Task Programs_read_the_same_in_numbers_and_codes()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);

        var json = (await town.AskAsync(HttpMethod.Get, "carry-outs/carry-1")).Json;

        Assert.Equal("Outside", json["phase"]!.GetValue<string>());
        Assert.True(json["outside"]!.GetValue<bool>());
        Assert.Equal(100, json["people"]!.GetValue<long>());
        Assert.Equal("{\"owner\":\"Alive\",\"contractor\":\"Alive\",\"destination\":\"Alive\"}", json["key"]!.ToJsonString());
        Assert.Equal(json.ToJsonString(), (await town.AskAsync(HttpMethod.Get, "carry-outs")).Json.AsArray().Single()!.ToJsonString());
    }

    [Fact]
    public async Task Without_the_link_there_is_no_page()
    {
        await using var town = await Town.EmptyAsync(Where.Sqlite);
        var link = town.Host.PageLink;

        Assert.Equal(200, (await Knock.AnonymousAsync(town.Host, HttpMethod.Get, link)).Status);
        foreach (var wrong in new[] { link[..^1], link + "0", link[..^1] + (link[^1] == '0' ? '1' : '0'), link.ToUpperInvariant() })
            Assert.Equal(404, (await Knock.AnonymousAsync(town.Host, HttpMethod.Get, wrong)).Status);
    }

    [Fact]
    public void Whatever_a_row_says_stays_text()
    {
        var wild = "<script>alert(1)</script>\"'&";

        var page = OutsidePage.Render([Row with { CarryOut = wild, Courier = $"{wild} {wild}", Place = wild, Engagement = wild }], ja: true, Town.Clock(12, 0)).ToString();

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(19, 0, "あと1時間0分", "1 h 0 min left", false)]
    [InlineData(20, 0, "あと0分", "0 min left", false)]
    [InlineData(20, 1, "1分超過", "1 min over", true)]
    public void What_is_left_is_told_and_what_is_over_stands_out(int hour, int minute, string ja, string en, bool late)
    {
        var japanese = OutsidePage.Render([Row], ja: true, Town.Clock(hour, minute)).ToString();
        var english = OutsidePage.Render([Row], ja: false, Town.Clock(hour, minute)).ToString();

        Assert.Contains(ja, japanese, StringComparison.Ordinal);
        Assert.Contains(en, english, StringComparison.Ordinal);
        Assert.Equal(late, japanese.Contains("期限超過</em>", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_erased_at_the_site_is_no_longer_overdue_on_its_way_home()
    {
        var page = OutsidePage.Render([Row with { ErasedAt = Town.Clock(19, 40).ToUnixTimeMilliseconds() }], ja: true, Town.Clock(23, 0)).ToString();

        Assert.DoesNotContain("期限超過</em>", page, StringComparison.Ordinal);
        Assert.Contains("現地消去済", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overdue_stand_on_top_and_what_has_no_deadline_below()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        const string copy = "insert into outside select engagement, @id, zone, phase, holders, courier, place, people, records, media, @due, erased_at, lost_at, owner_key, contractor_key, destination_key, key_answer, key_first, key_second from outside where carry_out = 'carry-1'";
        await town.Host.TamperAsync(copy, new { id = "carry-0", due = 0L });
        await town.Host.TamperAsync(copy, new { id = "carry-7", due = Town.Clock(9, 0).ToUnixTimeMilliseconds() });

        var page = await PageAsync(town);

        int[] places = [.. new[] { "carry-7", "carry-1", "carry-0" }.Select(id => page.IndexOf($"<h2>{id}", StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    private static async Task<string> PageAsync(Town town, string more = "")
    {
        var answer = await Knock.AnonymousAsync(town.Host, HttpMethod.Get, town.Host.PageLink + more);
        Assert.Equal((200, "text/html; charset=utf-8"), (answer.Status, answer.Header("content-type")));
        return answer.Text;
    }
}
