using System.Diagnostics;
using Azukari.Demo.Machines;
using Azukari.Demo.Stories;

namespace Azukari.Demo.Tests.Front;

/// <summary>Both stations stand in rooms without any network; every message is carried as a file (design §7).</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class OfflineTests(Founded founded)
{
    private static readonly bool HasNamespaces = Environment.IsPrivilegedProcess && File.Exists("/usr/sbin/ip") || File.Exists("/sbin/ip") && Environment.IsPrivilegedProcess;

    private static readonly bool HasCamera = File.Exists("/usr/bin/zbarimg");

    [Fact]
    public async Task A_whole_carry_out_closes_while_its_stations_have_no_network_and_every_message_is_a_file()
    {
        Assert.SkipUnless(HasNamespaces || Environment.GetEnvironmentVariable("CI") == "true", "network namespaces need root and iproute2");

        var journey = founded.NewJourney();
        await using var sealing = await Room.OpenAsync(founded.At, "st-seal", "az-seal");
        await using var opening = await Room.OpenAsync(founded.At, "st-open", "az-open");

        await journey.AskAsync(Founded.Residents);
        await new OfflineJourney(founded.At, journey, sealing, opening, new Carriage.Files(Carried(journey))).RunAsync(founded.Source);

        Assert.Equal("Closed", (await journey.StatusAsync())["phase"]!.GetValue<string>());
    }

    /// <summary>What the room has is brought once as a file; from then on nothing crosses its door but what is shown and read.</summary>
    [Fact]
    [Trait("Run", "deep")]
    public async Task A_whole_carry_out_closes_while_every_message_is_shown_as_symbols_and_read_by_a_camera()
    {
        Assert.SkipUnless((HasNamespaces && HasCamera) || Environment.GetEnvironmentVariable("CI") == "true", "network namespaces need root and iproute2, reading symbols needs zbarimg");

        var journey = founded.NewJourney();
        await using var sealing = await Room.OpenAsync(founded.At, "st-seal", "az-show");
        await using var opening = await Room.OpenAsync(founded.At, "st-open", "az-scan");
        var symbols = new Carriage.Symbols(Carried(journey));

        await journey.AskAsync(Founded.Residents);
        foreach (var room in new[] { sealing, opening }) await room.StartFromAsync(founded.At, journey.Id, Path.Combine(Carried(journey), "so-far.json"));
        await new OfflineJourney(founded.At, journey, sealing, opening, symbols).RunAsync(founded.Source);

        Assert.Equal("Closed", (await journey.StatusAsync())["phase"]!.GetValue<string>());
        Assert.All(symbols.Counts, count => Assert.InRange(count, 1, 24)); // What both sides of two sheets hold; most take one side.
    }

    private string Carried(Journey journey) => Directory.CreateDirectory(founded.At.Rooms["carried", journey.Id]).FullName;

    [Fact]
    public async Task A_room_has_no_way_out()
    {
        Assert.SkipUnless(HasNamespaces || Environment.GetEnvironmentVariable("CI") == "true", "network namespaces need root and iproute2");

        await using var room = await Room.OpenAsync(founded.At, "st-seal", "az-none");

        var (exit, _) = await room.Computer.TryAsync("status", "--desk", founded.At.StationDesk("st-seal"));

        Assert.Equal(3, exit);
    }
}

/// <summary>A station's process in a network namespace of its own, without an interface, and its desk that knows no server.</summary>
internal sealed class Room : IAsyncDisposable
{
    private readonly string? name;

    private Room(string? name, Computer computer, string desk) => (this.name, Computer, Desk) = (name, computer, desk);

    internal Computer Computer { get; }

    internal string Desk { get; }

    internal static async Task<Room> OpenAsync(Installation at, string station, string prefix)
    {
        var name = $"{prefix}-{Environment.ProcessId}";
        await RunAsync("ip", "netns", "add", name);
        return new(name, new Computer(name, at.Rooms["logs"], "ip", "netns", "exec", name), await DeskAsync(at, name));
    }

    /// <summary>A room that has a way out, and a desk that does not know it.</summary>
    internal static async Task<Room> OpenHereAsync(Installation at, string name) => new(null, new Computer(name, at.Rooms["logs"]), await DeskAsync(at, name));

    private static async Task<string> DeskAsync(Installation at, string name)
    {
        var desk = at.Rooms["desks", name];
        await at.Desk.DoAsync("init", "desk", "--engagement", Installation.Engagement, "--to", desk, "--genesis", at.Genesis);
        return desk;
    }

    /// <summary>How many entries this room's desk has.</summary>
    internal async Task<long> EntriesAsync() => (await Computer.DoAsync("status", "--desk", Desk))["entries"]!.GetValue<long>();

    /// <summary>Takes the record over as it is now, with the papers of this case.</summary>
    internal async Task StartFromAsync(Installation at, string carryOut, string file)
    {
        await at.Desk.DoAsync("status", "--desk", at.DeskFolder, "--carry-out", carryOut, "--message", file);
        await Computer.DoAsync("status", "--desk", Desk, "--in", file);
    }

    public async ValueTask DisposeAsync()
    {
        await Computer.DisposeAsync();
        if (name is not null) await RunAsync("ip", "netns", "delete", name);
    }

    private static async Task RunAsync(params string[] words)
    {
        using var process = Process.Start(words[0], words[1..]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
