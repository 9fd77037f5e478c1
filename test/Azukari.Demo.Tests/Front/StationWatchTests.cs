namespace Azukari.Demo.Tests.Front;

/// <summary>R20: the third clock. A destination station ends its own key when it next looks, and says so.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class StationWatchTests(Founded founded)
{
    [Fact]
    public async Task After_a_loss_the_stations_key_dies_at_its_next_look_and_the_record_hears_of_it_once()
    {
        await WatchAsync(); // What other stories of these programs left to be looked at.
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        await founded.At.Desk.DoAsync("lost", "--carry-out", journey.Id, "--key", founded.At.Cast.Carrier.KeyFile, "--desk", founded.At.DeskFolder);
        await journey.KeysAreDeadExceptDestinationAsync();

        Assert.Equal(1, (await WatchAsync())["told"]!.GetValue<int>());
        Assert.Equal(0, (await WatchAsync())["told"]!.GetValue<int>());

        await journey.KeysAreDeadAsync();
    }

    private Task<System.Text.Json.Nodes.JsonObject> WatchAsync() =>
        founded.At.Stations["st-open"].DoAsync("watch", "--station", founded.At.StationFolder("st-open"), "--desk", founded.At.StationDesk("st-open"));
}
