using Azukari.Demo.Stories;

namespace Azukari.Demo.Tests.Front;

/// <summary>Three keys in three hands: whoever has one or two of the machines reads nothing, at any time (design §3).</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class KeyHuntTests(Founded founded)
{
    private const string Marker = "植田髙嶺の目印";

    [Fact]
    public async Task No_machine_and_no_pair_of_machines_reads_anything_before_release_nor_after_closing_and_all_together_do()
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        var receipt = await journey.SealAsync($"csv:{Planted()}");
        await journey.DepartAsync(receipt["sealNumber"]!.GetValue<string>());
        await journey.ArriveAsync();

        var hands = Hands(journey);
        Assert.All(AloneAndInPairs(hands), pair => Assert.False(KeyHunt.Finds(Marker, pair), string.Join(" + ", pair)));
        Assert.True(KeyHunt.Finds(Marker, hands), "the hunt finds nothing even with everything: it is blind");
        var copyOfTheMedium = CopyOf(journey.Medium);

        await journey.OpenAsync($"sqlite:{founded.At.Rooms["call-centre", $"{journey.Id}.db"]}");
        await journey.EraseAndCloseAsync();

        // The finder of a copy that somebody made on the way, with every machine in hand: the keys are gone.
        Assert.False(KeyHunt.Finds(Marker, [.. hands, copyOfTheMedium]));
    }

    [Fact]
    public async Task After_a_loss_the_medium_and_every_machine_together_read_nothing()
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        var receipt = await journey.SealAsync($"csv:{Planted()}");
        await journey.DepartAsync(receipt["sealNumber"]!.GetValue<string>());
        Assert.True(KeyHunt.Finds(Marker, Hands(journey)), "the hunt is blind");

        await founded.At.Desk.DoAsync("lost", "--carry-out", journey.Id, "--key", founded.At.Cast.Carrier.KeyFile, "--desk", founded.At.DeskFolder);
        await journey.KeysAreDeadExceptDestinationAsync();

        Assert.False(KeyHunt.Finds(Marker, Hands(journey)));
    }

    /// <summary>The medium, the service, each side's holder, the destination's station. The destination's database is meant to hold the rows and is none of them.</summary>
    private string[] Hands(Journey journey)
    {
        var rooms = founded.At.Rooms;
        return [journey.Medium, rooms["server"], rooms["holder-owner"], rooms["holder-contractor"], rooms["stations", "st-open"]];
    }

    private static IEnumerable<string[]> AloneAndInPairs(string[] hands) =>
        hands.Select(hand => new[] { hand }).Concat(hands.SelectMany((left, index) => hands[(index + 1)..].Select(right => new[] { left, right })));

    private string Planted()
    {
        var source = Directory.CreateDirectory(founded.At.Rooms["sources", Guid.NewGuid().ToString("n")]).FullName;
        foreach (var file in Directory.GetFiles(founded.Source))
        {
            var lines = File.ReadAllLines(file);
            if (Path.GetFileName(file) == "residents.csv") lines[1] = string.Join(',', lines[1].Split(',').Select((cell, column) => column == 1 ? Marker : cell));
            File.WriteAllText(Path.Combine(source, Path.GetFileName(file)), string.Join('\n', lines) + "\n");
        }

        return source;
    }

    private string CopyOf(string medium)
    {
        var copy = Directory.CreateDirectory(founded.At.Rooms["copies", Guid.NewGuid().ToString("n")]).FullName;
        foreach (var file in Directory.GetFiles(medium)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }
}
