using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Azukari.Demo.Machines;
using Azukari.Demo.Stories;

namespace Azukari.Demo.Tests.Front;

/// <summary><c>azukari station</c> as a process of its own, and what its terminal shows.</summary>
internal sealed class StationScreen : IAsyncDisposable
{
    private readonly Machine machine;

    private StationScreen(Machine machine) => this.machine = machine;

    internal static Task<StationScreen> OpenAsync(Installation at, string station, params string[] words) => OpenAtAsync(at, station, at.StationDesk(station), words);

    /// <summary>The same at another desk.</summary>
    internal static Task<StationScreen> OpenAtAsync(Installation at, string station, string desk, params string[] words) =>
        StartAsync(at, station, 0, ["--desk", desk, "--keys", at.Rooms["keys"], .. words]);

    /// <summary>With nothing that the words do not say.</summary>
    internal static async Task<StationScreen> StartAsync(Installation at, string station, int port, params string[] words)
    {
        var screen = new StationScreen(Machine.Start(
            "azukari", at.Rooms["logs", $"screen-{station}.log"], ["station", "--json", "--port", port.ToString(CultureInfo.InvariantCulture), "--station", at.StationFolder(station), .. words]));
        screen.Address = await screen.NextAddressAsync();
        return screen;
    }

    /// <summary>The address that counts once.</summary>
    internal Uri Address { get; private set; } = null!;

    internal int Port => Address.Port;

    internal int ProcessId => machine.ProcessId;

    /// <summary>The next address that the terminal shows.</summary>
    internal async Task<Uri> NextAddressAsync()
    {
        var shown = new StringBuilder();
        while (await machine.Output.ReadLineAsync() is { } line)
        {
            shown.AppendLine(line);
            if (line == "}") return new(JsonNode.Parse(shown.ToString())!["address"]!.GetValue<string>());
        }

        throw new DemoException($"azukari station ended by itself: {shown}");
    }

    /// <summary>What Ctrl-C is to a program that has no terminal; says with what it ended.</summary>
    internal async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await machine.EndedAsync();
    }

    public ValueTask DisposeAsync() => machine.DisposeAsync();
}
