using System.Diagnostics;
using Azukari.Demo.Machines;
using Azukari.Demo.Stories;
using Azukari.Protocol.Carriers;

namespace Azukari.Demo.Tests.Front;

/// <summary>Two carry-outs with a planted person, one opened and closed, one lost; at every stage a thief has copied what is in each hand.</summary>
public sealed class Heist(Founded founded) : IAsyncLifetime
{
    internal const string Marker = "植田髙嶺の目印";

    /// <summary>Arrived, and nobody has been asked for a key; loaded; closed; on the way; reported lost.</summary>
    internal const string Carried = "carried", Loaded = "loaded", Closed = "closed", Gone = "gone", Killed = "killed";

    internal const string Medium = "medium", Server = "server", Owner = "owner", Contractor = "contractor", Destination = "destination", Sealing = "sealing";

    private const int MostBytes = 64 << 20;

    internal static bool HasCamera { get; } = File.Exists("/usr/bin/zbarimg") || Environment.GetEnvironmentVariable("CI") == "true";

    private Rooms Rooms => founded.At.Rooms;

    /// <summary>The content identities of that time, which only all hands together gave.</summary>
    internal IReadOnlyCollection<string> ContentKeys { get; private set; } = [];

    /// <summary>The number on the seal, which the stations' programs do know.</summary>
    internal string SealNumber { get; private set; } = "";

    /// <summary>Every symbol that was shown of the lost one, as somebody photographed and read it.</summary>
    internal string Photographs => Rooms["carried", "photographed"];

    public async ValueTask InitializeAsync()
    {
        var source = Planted();
        await OpenAsync(source);
        await LoseAsync(source);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask; // The rooms go with the installation.

    /// <summary>What was in these hands at that stage.</summary>
    internal string[] At(string stage, params string[] hands) => [.. hands.Select(hand => Rooms["loot", stage, hand])];

    private async Task OpenAsync(string source)
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        SealNumber = (await journey.SealAsync($"csv:{source}"))["sealNumber"]!.GetValue<string>();
        await journey.DepartAsync(SealNumber);
        await journey.ArriveAsync();
        await TakeAsync(Carried, journey);
        ContentKeys = KeyHunt.Wrapped(At(Carried, Server, Owner, Contractor, Destination));

        await journey.OpenAsync($"sqlite:{Rooms["call-centre", $"{journey.Id}.db"]}");
        await TakeAsync(Loaded, journey);
        await journey.EraseAndCloseAsync();
        await TakeAsync(Closed, journey);
    }

    private async Task LoseAsync(string source)
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        await using (var sealing = await Room.OpenHereAsync(founded.At, "photographed-sealing"))
        await using (var opening = await Room.OpenHereAsync(founded.At, "photographed-opening"))
        {
            Directory.CreateDirectory(Photographs);
            foreach (var room in new[] { sealing, opening }) await room.StartFromAsync(founded.At, journey.Id, Path.Combine(Photographs, "so-far.json"));
            var carried = new OfflineJourney(founded.At, journey, sealing, opening, HasCamera ? new Carriage.Symbols(Photographs) : new Carriage.Files(Photographs));
            await journey.DepartAsync(await carried.SealAsync(source));
            await carried.ArriveAsync();
        }

        Develop();
        await TakeAsync(Gone, journey);
        await founded.At.Desk.DoAsync("lost", "--carry-out", journey.Id, "--key", founded.At.Cast.Carrier.KeyFile, "--desk", founded.At.DeskFolder);
        await journey.KeysAreDeadExceptDestinationAsync();
        await TakeAsync(Killed, journey);
    }

    private async Task TakeAsync(string stage, Journey journey)
    {
        (string Hand, string Folder)[] hands =
        [
            (Medium, journey.Medium), (Server, Rooms["server"]), (Owner, Rooms["holder-owner"]), (Contractor, Rooms["holder-contractor"]),
            (Destination, Rooms["stations", "st-open"]), (Sealing, Rooms["stations", "st-seal"]),
        ];
        foreach (var (hand, folder) in hands)
        {
            Directory.CreateDirectory(Rooms["loot", stage]);
            using var copying = Process.Start("/bin/cp", ["-r", folder, Rooms["loot", stage, hand]]);
            await copying.WaitForExitAsync();
        }
    }

    /// <summary>What the symbols say lies beside their pictures, as messages.</summary>
    private void Develop()
    {
        foreach (var photograph in Directory.GetFiles(Photographs, "*.txt"))
        {
            var collector = new SymbolCollector();
            foreach (var line in File.ReadAllLines(photograph)) collector.Take(line);
            File.WriteAllBytes(Path.ChangeExtension(photograph, ".message"), collector.Message(MostBytes));
        }
    }

    private string Planted()
    {
        var source = Directory.CreateDirectory(Rooms["sources", Guid.NewGuid().ToString("n")]).FullName;
        foreach (var file in Directory.GetFiles(founded.Source))
        {
            var lines = File.ReadAllLines(file);
            if (Path.GetFileName(file) == "residents.csv") lines[1] = string.Join(',', lines[1].Split(',').Select((cell, column) => column == 1 ? Marker : cell));
            File.WriteAllText(Path.Combine(source, Path.GetFileName(file)), string.Join('\n', lines) + "\n");
        }

        return source;
    }
}
