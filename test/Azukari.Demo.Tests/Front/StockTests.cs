namespace Azukari.Demo.Tests.Front;

/// <summary>How many one-time keys are left is there to see before anybody asks for a permit (R20).</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class StockTests(Founded founded)
{
    [Fact]
    public async Task The_status_shows_each_machines_unused_keys_and_a_permit_takes_one_of_the_stations()
    {
        var before = await StockAsync();

        await founded.NewJourney().AskAsync(Founded.Residents);

        var after = await StockAsync();
        Assert.Equal(["holder:contractor", "holder:owner", "st-open"], after.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(before["st-open"] - 1, after["st-open"]);
    }

    private async Task<Dictionary<string, int>> StockAsync()
    {
        var status = await founded.At.Desk.DoAsync("status", "--desk", founded.At.DeskFolder);
        return status["keyStock"]!.AsArray().Select(stock => stock!.AsObject()).ToDictionary(stock => stock["machine"]!.GetValue<string>(), stock => stock["unused"]!.GetValue<int>());
    }
}
