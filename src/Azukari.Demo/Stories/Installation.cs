using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azukari.Demo.Machines;

namespace Azukari.Demo.Stories;

/// <summary>The programs of the story, each a process: the service, one key holder a side, a desk for the two sides' people, three stations.</summary>
internal sealed class Installation : IAsyncDisposable
{
    internal const string Engagement = "benefit-2026";

    private static readonly string[] StationNames = ["st-seal", "st-open", "st-bench"];

    private static readonly string[] Sides = ["owner", "contractor"];

    private readonly Dictionary<string, Machine> machines = [];

    private Installation(Rooms rooms, Cast cast) => (Rooms, Cast) = (rooms, cast);

    internal Rooms Rooms { get; }

    internal Cast Cast { get; }

    internal string Server { get; } = Rooms.FreeAddress();

    /// <summary>Where visitors' browsers find the pages, and what their passkeys sign: a name, since passkeys know no addresses.</summary>
    internal string Origin { get; } = Rooms.FreeAddress().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    internal string OwnerHolder { get; } = Rooms.FreeAddress();

    internal string ContractorHolder { get; } = Rooms.FreeAddress();

    /// <summary>The officers' desk, from which people send what they signed.</summary>
    internal Computer Desk { get; private set; } = null!;

    /// <summary>The public keys of the stations, as they told them when they were made.</summary>
    internal Dictionary<string, string> StationKeys { get; } = [];

    internal string DeskFolder => Rooms["desks", "office"];

    internal IReadOnlyDictionary<string, Computer> Stations { get; private set; } = new Dictionary<string, Computer>();

    internal string Genesis { get; private set; } = "";

    internal static async Task<Installation> StartAsync(Rooms rooms, Postgres? postgres = null)
    {
        var installation = new Installation(rooms, new Cast(rooms));
        await installation.StartProgramsAsync(postgres);
        return installation;
    }

    internal string StationFolder(string station) => Rooms["stations", station];

    internal string StationDesk(string station) => Rooms["desks", station];

    internal async Task ConnectStationsAsync(string genesis)
    {
        Genesis = genesis;
        foreach (var (name, computer) in Stations)
            await computer.DoAsync("init", "desk", "--engagement", Engagement, "--to", StationDesk(name), "--genesis", genesis, "--server", Server, "--owner-holder", OwnerHolder, "--contractor-holder", ContractorHolder, "--as", StationFolder(name));

        foreach (var side in Sides) await StartHolderAsync(side);
    }

    /// <summary>Starts one side's key holder, for the first time or again.</summary>
    internal async Task StartHolderAsync(string side)
    {
        var (log, address) = (Rooms["logs", $"holder-{side}.log"], side == "owner" ? OwnerHolder : ContractorHolder);
        var holder = Machine.Start("azukari-holder", log, "run", "--data", Rooms["holder-" + side], "--side", side, "--engagement", Engagement, "--genesis", Genesis, "--server", Server, "--urls", address, "--tick-ms", "200");
        machines[side] = holder.Unread();
        await holder.AnswersAsync(address);
    }

    /// <summary>Starts the service, for the first time or again, on the same data.</summary>
    internal async Task StartServerAsync()
    {
        var log = Rooms["logs", "server.log"];
        string[] words = ["--data", Rooms["server"], "--urls", Server, "--founders", await KeyIdAsync(Cast.CityRoot), "--origin", Origin];
        var server = Machine.Start("azukari-server", log, [.. words, .. Database]);
        machines["server"] = server.Unread();
        await server.AnswersAsync(Server);
    }

    /// <summary>What whoever runs the service does for the first people: it prints an invitation's link.</summary>
    internal Task<string> InviteAsync(string organisation, string person) => Machine.RunAsync(
        "azukari-server", Rooms["logs", "server.log"], ["invite", "--data", Rooms["server"], "--origin", Origin, "--engagement", Engagement, "--organisation", organisation, "--person", person, .. Database]);

    private string[] Database => File.Exists(Rooms["record.connection"]) ? ["--postgres", Rooms["record.connection"]] : [];

    /// <summary>Ends the service, or one side's holder, without warning.</summary>
    internal ValueTask KillAsync(string program) => machines[program].DisposeAsync();

    internal int ProcessIdOf(string program) => machines[program].ProcessId;

    /// <summary>What a holder shows of itself before it is known to anybody.</summary>
    internal async Task<JsonObject> HolderAsync(string side) =>
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Rooms["holder-" + side], "holder.json")))!.AsObject();

    public async ValueTask DisposeAsync()
    {
        foreach (var computer in Stations.Values.Append(Desk)) await computer.DisposeAsync();
        foreach (var machine in machines.Values) await machine.DisposeAsync();
    }

    private async Task StartProgramsAsync(Postgres? postgres)
    {
        foreach (var side in Sides)
            await Machine.RunAsync("azukari-holder", Rooms["logs", "holders.log"], "init", "--data", Rooms["holder-" + side], "--name", $"demo.{side}.invalid");

        Desk = new Computer("office", Rooms["logs"]);
        Stations = StationNames.ToDictionary(name => name, name => new Computer(name, Rooms["logs"]));
        foreach (var player in Cast.Roots.Concat(Cast.Staff)) await Desk.DoAsync("init", "key", "--person", player.Id, "--organisation", player.Organisation, "--to", player.KeyFile);
        foreach (var (name, computer) in Stations) StationKeys[name] = (await computer.DoAsync("init", "station", "--id", name, "--to", StationFolder(name)))["ssh"]!.GetValue<string>();

        if (postgres is not null) await File.WriteAllTextAsync(Rooms["record.connection"], postgres.ConnectionString("azukari"));
        await StartServerAsync();

        await Desk.DoAsync("init", "desk", "--engagement", Engagement, "--to", DeskFolder, "--server", Server, "--owner-holder", OwnerHolder, "--contractor-holder", ContractorHolder, "--as", Cast.CityRoot.KeyFile);
    }

    internal static async Task<string> KeyIdAsync(Player player) => (await KeyFactAsync(player))["id"]!.GetValue<string>();

    /// <summary>The public half of a player's key, as a statement names it.</summary>
    internal static async Task<JsonObject> KeyFactAsync(Player player)
    {
        var ssh = JsonNode.Parse(await File.ReadAllTextAsync(player.KeyFile))!["publicKey"]!.GetValue<string>();
        return KeyFact(ssh);
    }

    internal static JsonObject KeyFact(string ssh) => new()
    {
        ["form"] = "software",
        ["id"] = Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(ssh.Split(' ')[1]))),
        ["ssh"] = ssh,
    };
}
