using Azukari.Demo.City;
using Azukari.Demo.Machines;
using Azukari.Demo.Stories;

namespace Azukari.Demo.Tests.Front;

/// <summary>Machines come back as they were before a loss, as programs: the service from a backup, holders as whole copies of their folders. What was dead stays dead, and the record stays one.</summary>
[Trait("Run", "deep")]
public sealed class RestoredTests : IDisposable
{
    private const int Residents = 20;
    private readonly string folder = Directory.CreateTempSubdirectory("azukari-restored-").FullName;

    [Fact]
    public async Task Yesterdays_service_and_yesterdays_holders_release_nothing_and_forget_nothing()
    {
        var rooms = new Rooms(Path.Combine(folder, "rooms"));
        await SyntheticCity.Create(Residents, seed: 7).WriteCsvAsync(rooms["source"]);
        await using var at = await Installation.StartAsync(rooms);
        await new Founding(at).RunAsync([("usb-01", rooms["media", "usb-01"])]);
        var journey = new Journey(at, "c-0001", "usb-01", rooms["media", "usb-01"]);
        await journey.AskAsync(Residents);
        var receipt = await journey.SealAsync($"csv:{rooms["source"]}");
        await journey.DepartAsync(receipt["sealNumber"]!.GetValue<string>());

        await Machine.RunAsync("azukari-server", rooms["logs", "backup.log"], "backup", "--data", rooms["server"], "--to", rooms["yesterday"]);
        foreach (var side in Sides) Copy(rooms["holder-" + side], rooms["yesterday", side]);
        await at.Desk.DoAsync("lost", "--carry-out", journey.Id, "--key", at.Cast.Carrier.KeyFile, "--desk", at.DeskFolder);
        await journey.KeysAreDeadExceptDestinationAsync();
        var answer = (await journey.StatusAsync())["answer"]!.GetValue<string>();

        await RestoreServerAsync(at);
        await WholeAsync(at, journey, answer);
        Assert.All(Sides, side => Assert.False(File.Exists(rooms["holder-" + side, "alarm"])));

        await RestoreHoldersAsync(at, "contractor"); // And the service once more: of what came after, only the owner's holder knows.
        await RestoreServerAsync(at);
        await AlarmedAsync(rooms, "contractor");
        await WholeAsync(at, journey, answer);
        Assert.False(File.Exists(rooms["holder-owner", "alarm"]));

        await RestoreHoldersAsync(at, Sides);
        foreach (var side in Sides) await AlarmedAsync(rooms, side);
        foreach (var verb in new[] { "arrive", "open" })
            Assert.NotEqual(0, (await at.Stations["st-open"].TryAsync([verb, "--carry-out", journey.Id, "--station", at.StationFolder("st-open"), "--medium", journey.Medium, "--desk", at.StationDesk("st-open"), .. verb == "open" ? ["--into", $"sqlite:{rooms["call-centre", "x.db"]}"] : Array.Empty<string>()])).Exit);
        Assert.All(Sides, side => Assert.Empty(Directory.GetFiles(rooms["holder-" + side, "releases"])));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static readonly string[] Sides = ["owner", "contractor"];

    private static async Task RestoreServerAsync(Installation at)
    {
        var rooms = at.Rooms;
        await at.KillAsync("server");
        Directory.Delete(rooms["server"], recursive: true);
        await Machine.RunAsync("azukari-server", rooms["logs", "restore.log"], "restore", "--data", rooms["server"], "--from", rooms["yesterday"]);
        await at.StartServerAsync();
    }

    private static async Task RestoreHoldersAsync(Installation at, params string[] sides)
    {
        foreach (var side in sides) await at.KillAsync(side);
        foreach (var side in sides)
        {
            Directory.Delete(at.Rooms["holder-" + side], recursive: true);
            Copy(at.Rooms["yesterday", side], at.Rooms["holder-" + side]);
            await at.StartHolderAsync(side);
        }
    }

    /// <summary>The record says again what it said, and both sides' evidence goes as far as before.</summary>
    private static async Task WholeAsync(Installation at, Journey journey, string answer)
    {
        for (var look = 0; look < 150 && !(await DoctorAsync(at)).Contains("good   behind", StringComparison.Ordinal); look++) await Task.Delay(200);

        Assert.Equal(answer, (await journey.StatusAsync())["answer"]!.GetValue<string>());
        var (exit, output) = await at.Desk.TryAsync("found", "--carry-out", journey.Id, "--key", at.Cast.Companion.KeyFile, "--desk", at.DeskFolder);
        Assert.True(exit == 0 && output.Contains("\"seq\"", StringComparison.Ordinal), $"{output}\n{await DoctorAsync(at)}"); // It takes acts again.
    }

    private static Task<string> DoctorAsync(Installation at) => Machine.RunAsync("azukari-server", at.Rooms["logs", "doctor.log"], "doctor", "--data", at.Rooms["server"]);

    /// <summary>The folder's own tombstones are fewer than the record's: it is a copy from before. What it has is destroyed.</summary>
    private static async Task AlarmedAsync(Rooms rooms, string side)
    {
        for (var look = 0; look < 600 && !File.Exists(rooms["holder-" + side, "alarm"]); look++) await Task.Delay(100);

        Assert.Equal("restored\n", await File.ReadAllTextAsync(rooms["holder-" + side, "alarm"]));
        for (var look = 0; look < 600 && Directory.GetFiles(rooms["holder-" + side, "tombstones"]).Length == 0; look++) await Task.Delay(100);
        Assert.NotEmpty(Directory.GetFiles(rooms["holder-" + side, "tombstones"]));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from).Where(file => Path.GetFileName(file) != "lock")) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var inner in Directory.GetDirectories(from)) Copy(inner, Path.Combine(to, Path.GetFileName(inner)));
    }
}
