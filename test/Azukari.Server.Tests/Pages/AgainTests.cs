using System.Buffers.Text;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Pages;

/// <summary>What happens with a button between people and networks: it is pressed twice, after going back, after the session has ended. Nothing is done twice, nothing is lost without a word.</summary>
public sealed class AgainTests
{
    private const string Loss = $"/engagements/{Town.Name}/carry-outs/carry-1/loss";

    [Fact]
    public async Task Sent_twice_at_once_it_stands_in_the_record_once_and_both_are_told_so()
    {
        await using var town = await Town.OnTheWayAsync("c-carrier");
        var browser = town.Browsers["c-carrier"];
        await browser.GetAsync(Loss);
        var form = browser.Form("/statements");
        var touched = browser.Touched(Base64Url.DecodeFromChars(form.Data["challenge"])).Select(field => (field.Key, field.Value)).ToArray();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => browser.PressAsync(form with { Data = [] }, touched))));

        Assert.All(answers, answer => answer.Is(200));
        Assert.All(answers, answer => Assert.Contains("紛失等の届出あり", answer.Text, StringComparison.Ordinal));
        Assert.Single((await town.ReplayedAsync()).Find(Town.Case)!.Losses);
    }

    [Fact]
    public async Task Gone_back_and_signed_again_it_is_told_that_it_counts_already()
    {
        await using var town = await Town.OnTheWayAsync("c-carrier");
        var browser = town.Browsers["c-carrier"];
        await browser.GetAsync(Loss);
        var form = browser.Form("/statements");
        (await browser.PressAsync(form)).Is(200);

        var again = await browser.PressAsync(form); // The page as the browser kept it, touched anew.

        again.Is(422);
        Assert.Contains("R30", again.Text, StringComparison.Ordinal);
        Assert.Single((await town.ReplayedAsync()).Find(Town.Case)!.Losses);
    }

    [Fact]
    public async Task Signed_after_the_session_has_ended_it_is_told_that_nothing_was_recorded()
    {
        await using var town = await Town.OnTheWayAsync("c-carrier");
        var browser = town.Browsers["c-carrier"];
        await browser.GetAsync(Loss);
        town.Host.Clock.Advance(TimeSpan.FromMinutes(31));

        var late = await browser.PressAsync("/statements");

        late.Is(401);
        Assert.Contains("サインインが切れています。入力したものは記録されていません。", late.Text, StringComparison.Ordinal);
        Assert.Empty((await town.ReplayedAsync()).Find(Town.Case)!.Losses);
    }
}
