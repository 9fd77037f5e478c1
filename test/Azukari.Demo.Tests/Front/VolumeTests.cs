using System.Text.Json.Nodes;
using Azukari.Demo.City;
using Azukari.Demo.Machines;
using Azukari.Demo.Stories;
using Microsoft.Data.Sqlite;

namespace Azukari.Demo.Tests.Front;

/// <summary>Several volumes and a spare on real bytes: everybody in exactly one, all opened or none, every medium accounted for (R12, R17, R21).</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class VolumeTests(Founded founded)
{
    private Installation At => founded.At;

    [Fact]
    public async Task Two_volumes_are_opened_as_one_and_a_spare_serves_for_a_volume_that_arrived_damaged()
    {
        var (journey, volumes, spares) = founded.NewJourney(volumes: 2, spares: 1);
        await journey.AskAsync(Founded.Residents);
        var receipt = await journey.SealAsync($"csv:{founded.Source}");
        AssertSealed(receipt, volumes, spares[0]);
        await journey.DepartAsync(receipt["sealNumber"]!.GetValue<string>());

        await DamageAsync(volumes[0]);
        var refused = await Assert.ThrowsAsync<DemoException>(() => journey.ArriveAsync(volumes));
        Assert.Contains("R16 PayloadDiffers", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"The same volume is on {spares[0].Id}", refused.Message, StringComparison.Ordinal);

        await journey.ArriveAsync(spares[0], volumes[1]);
        var database = At.Rooms["call-centre", $"{journey.Id}.db"];
        var loaded = await journey.OpenAsync($"sqlite:{database}", volumes[1], spares[0]);

        Assert.Equal(Founded.Residents, loaded["people"]!.GetValue<long>());
        Assert.Equal(receipt["records"]!.GetValue<long>(), loaded["records"]!.GetValue<long>());
        Assert.Equal(loaded["records"]!.GetValue<long>(), Count(database));

        await journey.EraseAndCloseAsync();
        Assert.Equal("Closed", (await journey.StatusAsync())["phase"]!.GetValue<string>());
        await At.Desk.DoAsync("verify", await journey.BundleAsync(), "--genesis", At.Genesis);
    }

    [Fact]
    public async Task Without_one_of_its_volumes_nothing_is_opened()
    {
        var (journey, volumes, _) = founded.NewJourney(volumes: 2, spares: 0);
        await journey.AskAsync(Founded.Residents);
        var receipt = await journey.SealAsync($"csv:{founded.Source}");
        await journey.DepartAsync(receipt["sealNumber"]!.GetValue<string>());
        var into = $"sqlite:{At.Rooms["call-centre", $"{journey.Id}.db"]}";

        await journey.ArriveAsync(volumes[0]);
        var early = await Assert.ThrowsAsync<DemoException>(() => journey.OpenAsync(into));
        Assert.Contains($"R17 NotArrived ({volumes[1].Id})", early.Message, StringComparison.Ordinal);

        await journey.ArriveAsync(volumes[1]);
        var partly = await Assert.ThrowsAsync<DemoException>(() => journey.OpenAsync(into, volumes[0]));
        Assert.Contains($"volume 2 is not here: {volumes[1].Id}", partly.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_medium_that_cannot_take_its_part_leaves_nothing_on_the_others()
    {
        var (journey, volumes, spares) = founded.NewJourney(volumes: 1, spares: 1);
        await journey.AskAsync(Founded.Residents);
        await File.WriteAllTextAsync(Path.Combine(spares[0].Folder, "payload.age"), "something that lies here already");

        await Assert.ThrowsAsync<DemoException>(() => journey.SealAsync($"csv:{founded.Source}"));

        Assert.Equal(["MEDIUM-SERIAL.txt"], Directory.GetFiles(volumes[0].Folder).Select(Path.GetFileName));
    }

    private static void AssertSealed(JsonObject receipt, MountedMedium[] volumes, MountedMedium spare)
    {
        var media = receipt["media"]!.AsArray().Select(medium => medium!.AsObject()).ToDictionary(medium => medium["medium"]!.GetValue<string>());
        long People(MountedMedium medium) => media[medium.Id]["people"]!.GetValue<long>();

        Assert.Equal(3, media.Count);
        Assert.Equal(Founded.Residents, People(volumes[0]) + People(volumes[1]));
        Assert.Equal(Founded.Residents, receipt["people"]!.GetValue<long>());
        Assert.Equal([1, 2, 1], new[] { volumes[0], volumes[1], spare }.Select(medium => media[medium.Id]["volume"]!.GetValue<int>()));
        Assert.Equal([false, false, true], new[] { volumes[0], volumes[1], spare }.Select(medium => media[medium.Id]["spare"]!.GetValue<bool>()));
        foreach (var file in new[] { "payload.age", "label.json" })
            Assert.Equal(File.ReadAllBytes(Path.Combine(volumes[0].Folder, file)), File.ReadAllBytes(Path.Combine(spare.Folder, file)));
    }

    private static async Task DamageAsync(MountedMedium medium)
    {
        var payload = Path.Combine(medium.Folder, "payload.age");
        var bytes = await File.ReadAllBytesAsync(payload);
        bytes[^100] ^= 1;
        await File.WriteAllBytesAsync(payload, bytes);
    }

    private static long Count(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the invented city only.
        command.CommandText = $"select {string.Join(" + ", SyntheticCity.Datasets.Select(dataset => $"(select count(*) from {dataset.Table})"))}";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
