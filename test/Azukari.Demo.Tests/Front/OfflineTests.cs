using System.Diagnostics;
using Azukari.Demo.Machines;
using Azukari.Demo.Stories;

namespace Azukari.Demo.Tests.Front;

/// <summary>Both stations stand in rooms without any network; every message is carried as a file (design §7).</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class OfflineTests(Founded founded)
{
    private static readonly bool HasNamespaces = Environment.IsPrivilegedProcess && File.Exists("/usr/sbin/ip") || File.Exists("/sbin/ip") && Environment.IsPrivilegedProcess;

    [Fact]
    public async Task A_whole_carry_out_closes_while_its_stations_have_no_network_and_every_message_is_a_file()
    {
        Assert.SkipUnless(HasNamespaces || Environment.GetEnvironmentVariable("CI") == "true", "network namespaces need root and iproute2");

        var journey = founded.NewJourney();
        await using var sealing = await Room.OpenAsync(founded.At, "st-seal", "az-seal");
        await using var opening = await Room.OpenAsync(founded.At, "st-open", "az-open");

        await journey.AskAsync(Founded.Residents);
        await new OfflineJourney(founded.At, journey, sealing, opening).RunAsync(founded.Source);

        Assert.Equal("Closed", (await journey.StatusAsync())["phase"]!.GetValue<string>());
    }

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
    private readonly string name;

    private Room(string name, Computer computer, string desk) => (this.name, Computer, Desk) = (name, computer, desk);

    internal Computer Computer { get; }

    internal string Desk { get; }

    internal static async Task<Room> OpenAsync(Installation at, string station, string prefix)
    {
        var name = $"{prefix}-{Environment.ProcessId}";
        await RunAsync("ip", "netns", "add", name);
        var computer = new Computer(name, at.Rooms["logs"], "ip", "netns", "exec", name);
        var desk = at.Rooms["desks", name];
        await computer.DoAsync("init", "desk", "--engagement", Installation.Engagement, "--to", desk, "--genesis", at.Genesis);
        return new(name, computer, desk);
    }

    public async ValueTask DisposeAsync()
    {
        await Computer.DisposeAsync();
        await RunAsync("ip", "netns", "delete", name);
    }

    private static async Task RunAsync(params string[] words)
    {
        using var process = Process.Start(words[0], words[1..]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
