using Azukari.Domain;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Custody;

/// <summary>受渡 at a corridor's end: two touches a person, and the record knows who has it (R14).</summary>
public sealed class HandOverPageTests
{
    private const string CarryOut = $"/engagements/{Town.Name}/carry-outs/carry-1";

    [Fact]
    public async Task What_the_code_on_the_label_opens_is_handed_over_in_two_touches_a_person()
    {
        await using var town = await Town.OnTheWayAsync("o-carrier", "c-carrier");
        var (giver, receiver) = (town.Browsers["o-carrier"], town.Browsers["c-carrier"]);

        await giver.GetAsync($"{CarryOut}/label?seal=A-001");
        Assert.StartsWith(CarryOut + "?", giver.Page.Path, StringComparison.Ordinal);
        await giver.GetAsync($"{CarryOut}/hand-over?seal=A-001");
        (await giver.PressAsync("/statements")).Is(200);
        Assert.Contains("次の人の署名を待っています。", giver.Page.Text, StringComparison.Ordinal);
        await receiver.GetAsync(CarryOut);
        Assert.Contains("あなたの署名を待っています", receiver.Page.Text, StringComparison.Ordinal);
        await receiver.GetAsync(System.Text.RegularExpressions.Regex.Match(receiver.Page.Html, $"/engagements/{Town.Name}/proposals/[0-9a-f]+").Value);
        (await receiver.PressAsync("/statements")).Is(200);

        var now = (await town.ReplayedAsync()).Find(Town.Case)!.Custody!.Now;
        Assert.Equal(["c-carrier", "o-carrier"], now.Holders.Select(holder => holder.Value).Order());
        Assert.Equal(new SiteId("call-centre"), now.At);
    }

    [Fact]
    public async Task Without_the_number_on_the_seal_there_is_nothing_to_sign()
    {
        await using var town = await Town.OnTheWayAsync("o-carrier", "c-carrier");
        var giver = town.Browsers["o-carrier"];

        (await giver.GetAsync($"{CarryOut}/hand-over")).Is(200);
        Assert.DoesNotContain(giver.Page.Forms, form => form.Action.EndsWith("/statements", StringComparison.Ordinal));

        await giver.GetAsync($"{CarryOut}/hand-over?seal=A-002");
        Assert.Contains("封印", giver.Page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?chosen=1&to=nobody&at=nowhere&seal=A-001")]
    [InlineData("?chosen=1&to=%3Cscript%3E&at=..%2F..&seal=%22%3E%3Cscript%3E&route=%00%01")]
    [InlineData("?chosen=1")]
    public async Task Whatever_is_typed_is_answered_by_a_word_and_never_by_a_fault(string query)
    {
        await using var town = await Town.OnTheWayAsync("o-carrier", "c-carrier");

        var page = await town.Browsers["o-carrier"].GetAsync($"{CarryOut}/hand-over{query}");

        page.Is(200);
        Assert.DoesNotContain("<script>", page.Html, StringComparison.OrdinalIgnoreCase);
    }
}
