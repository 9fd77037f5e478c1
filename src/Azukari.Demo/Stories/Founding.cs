using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azukari.Demo.City;

namespace Azukari.Demo.Stories;

/// <summary>How an engagement begins: two roots sign the genesis; people are enrolled, seen and given duties; registers are filled; keys are deposited.</summary>
internal sealed class Founding(Installation at)
{
    private Cast Cast => at.Cast;

    internal async Task RunAsync(IReadOnlyList<(string Medium, string Folder)> media)
    {
        await GenesisAsync();
        await PeopleAsync();
        await ReadinessAsync();
        await RegistersAsync(media);
        await StationKeysAsync();
    }

    private async Task GenesisAsync()
    {
        var log = await at.Desk.DoAsync("init", "log", "--desk", at.DeskFolder);
        var said = new JsonObject
        {
            ["engagement"] = Installation.Engagement,
            ["zone"] = "Asia/Tokyo",
            ["logOrigin"] = log["origin"]!.GetValue<string>(),
            ["logKey"] = log["key"]!.GetValue<string>(),
            ["owner"] = await SideAsync(Cast.City, Cast.CityRoot, "owner"),
            ["contractor"] = await SideAsync(Cast.Contractor, Cast.ContractorRoot, "contractor"),
        };

        var answer = await at.Desk.DoAsync("draft", "found-engagement", "--desk", at.DeskFolder, "--said", said.ToJsonString(), "--new-key", Cast.CityRoot.KeyFile, Cast.ContractorRoot.KeyFile, "--draft", at.Rooms.NewDraft(), "--submit");
        await at.ConnectStationsAsync(answer["recorded"]![0]!["leaf"]!.GetValue<string>());
    }

    private async Task<JsonObject> SideAsync(string organisation, Player root, string side)
    {
        var holder = await at.HolderAsync(side);
        return new()
        {
            ["organisation"] = organisation,
            ["root"] = root.Id,
            ["rootKey"] = await Installation.KeyFactAsync(root),
            ["holderKey"] = Installation.KeyFact(holder["signingKey"]!.GetValue<string>()),
            ["witnessKey"] = holder["witnessKey"]!.GetValue<string>(),
        };
    }

    private async Task PeopleAsync()
    {
        // The city's own people first: somebody must see the others.
        Player[] ofTheCity = [.. Cast.Staff.Where(player => player.Organisation == Cast.City)];
        foreach (var player in ofTheCity) await EnrolAsync(player);
        await ActAsync("see-person", new() { ["person"] = Cast.CityRoot.Id, ["document"] = "employee-card" }, null, ofTheCity[0].Signing("member"));

        await ActAsync("approve-organisation", new()
        {
            ["organisation"] = Cast.Sub,
            ["kind"] = "company",
            ["entrustedBy"] = Cast.Contractor,
            ["representative"] = Cast.SubRoot.Id,
            ["key"] = await Installation.KeyFactAsync(Cast.SubRoot),
        }, Cast.SubRoot, Cast.Approver.Signing("approver"), Cast.ContractorRoot.Signing("representative"));

        foreach (var player in Cast.Staff.Where(player => player.Organisation != Cast.City)) await EnrolAsync(player);
    }

    private async Task EnrolAsync(Player player)
    {
        var appoints = player.Organisation == Cast.City ? Cast.CityRoot : Cast.ContractorRoot;

        await ActAsync("enrol-person", new() { ["person"] = player.Id, ["organisation"] = player.Organisation, ["key"] = await Installation.KeyFactAsync(player) }, player, Cast.RootOf(player).Signing("representative"));
        await SeeAndAppointAsync(player.Id, player.Duties, appoints);
    }

    internal async Task SeeAndAppointAsync(string person, IEnumerable<string> duties, Player appoints)
    {
        var until = TimeProvider.System.GetUtcNow().AddMonths(6).ToUnixTimeMilliseconds();
        await ActAsync("see-person", new() { ["person"] = person, ["document"] = "employee-card" }, null, Cast.CityRoot.Signing("representative"));
        foreach (var duty in duties) await ActAsync("appoint-role", new() { ["person"] = person, ["role"] = duty, ["until"] = until }, null, appoints.Signing("representative"));
    }

    /// <summary>What makes everybody fit to be named: the manual in force and read, the course completed, the lists of this quarter.</summary>
    private async Task ReadinessAsync()
    {
        await ActAsync("submit-manual", new() { ["version"] = 1, ["manual"] = Digest("operation manual") }, null, Cast.Manager.Signing("project-manager"));
        await ActAsync("approve-manual", new() { ["version"] = 1 }, null, Cast.Approver.Signing("approver"));
        foreach (var player in Cast.Staff)
        {
            await ActAsync("acknowledge-manual", new() { ["version"] = 1 }, null, player.Signing("member"));
            if (player.Organisation != Cast.City) await TrainAsync(player.Id, Cast.RootOf(player));
        }

        foreach (var root in Cast.Roots) await SignListAsync(root, []);
    }

    internal Task TrainAsync(string person, Player root)
    {
        var now = TimeProvider.System.GetUtcNow();
        return ActAsync("record-training", new()
        {
            ["person"] = person,
            ["course"] = Digest("course for those who carry personal data"),
            ["completed"] = now.AddDays(-1).ToUnixTimeMilliseconds(),
            ["expires"] = now.AddMonths(6).ToUnixTimeMilliseconds(),
        }, null, root.Signing("representative"));
    }

    /// <summary>The list of this quarter: the story's staff of that organisation, and these.</summary>
    internal Task SignListAsync(Player root, IEnumerable<string> besides) => ActAsync("sign-list", new()
    {
        ["organisation"] = root.Organisation,
        ["people"] = new JsonArray([.. Cast.Staff.Where(player => player.Organisation == root.Organisation).Select(player => player.Id).Concat(besides).Select(id => (JsonNode)id)]),
    }, null, root.Signing("representative"));

    internal static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task RegistersAsync(IReadOnlyList<(string Medium, string Folder)> media)
    {
        var fiscalYearEnd = TimeProvider.System.GetUtcNow().AddMonths(4).ToUnixTimeMilliseconds();
        await ActAsync("register-site", new() { ["site"] = "data-centre", ["layer"] = "my-number" }, null, Cast.Officer.Signing("security-officer"));
        await ActAsync("register-site", new() { ["site"] = "call-centre", ["layer"] = "isolated" }, null, Cast.Officer.Signing("security-officer"));
        await ActAsync("set-policy", new()
        {
            ["longestHours"] = 8,
            ["marginPercent"] = 5,
            ["mostMedia"] = 4,
            ["lastDay"] = fiscalYearEnd,
            ["crossings"] = new JsonArray(new JsonObject { ["from"] = "my-number", ["to"] = "isolated" }),
        }, null, Cast.Approver.Signing("approver"));

        foreach (var dataset in SyntheticCity.Datasets)
            await ActAsync("catalogue-dataset", new()
            {
                ["dataset"] = dataset.Id,
                ["unit"] = dataset.Unit,
                ["personKey"] = dataset.PersonKey,
                ["fields"] = new JsonArray([.. dataset.Fields.Select(field => (JsonNode)new JsonObject { ["name"] = field.Name, ["class"] = Kebab(field.Class) })]),
            }, null, Cast.Approver.Signing("approver"));

        await ActAsync("sign-template", new() { ["template"] = "call-centre-update", ["lastDay"] = fiscalYearEnd, ["needs"] = Selections() }, null, Cast.Approver.Signing("approver"));
        await StationsAsync();
        foreach (var (medium, folder) in media) await MediumAsync(medium, folder);
    }

    internal static JsonArray Selections() => new([.. SyntheticCity.Datasets.Select(dataset => (JsonNode)new JsonObject
    {
        ["dataset"] = dataset.Id, ["fields"] = new JsonArray([.. dataset.Fields.Select(field => (JsonNode)field.Name)]),
    })]);

    private async Task StationsAsync()
    {
        foreach (var (name, ssh) in at.StationKeys)
        {
            var draft = at.Rooms.NewDraft();
            var said = new JsonObject { ["station"] = name, ["site"] = name == "st-open" ? "call-centre" : "data-centre", ["key"] = Installation.KeyFact(ssh) };
            await at.Desk.DoAsync("draft", "enrol-station", "--desk", at.DeskFolder, "--said", said.ToJsonString(), "--draft", draft, "--sign-with", Cast.Officer.Signing("security-officer"));
            await at.Desk.DoAsync("enrol", "station", "--desk", at.DeskFolder, "--station", at.StationFolder(name), "--draft", draft);
        }
    }

    internal async Task MediumAsync(string medium, string folder)
    {
        var (bench, draft) = (at.Stations["st-bench"], at.Rooms.NewDraft());
        await bench.DoAsync("init", "medium", "--serial", $"SN-{medium}", "--to", folder);
        await at.Desk.DoAsync("draft", "admit-medium", "--desk", at.DeskFolder, "--said", new JsonObject { ["medium"] = medium, ["kind"] = "flash", ["home"] = "data-centre" }.ToJsonString(), "--draft", draft, "--sign-with", Cast.Officer.Signing("security-officer"));
        await bench.DoAsync("enrol", "medium", "--desk", at.StationDesk("st-bench"), "--station", at.StationFolder("st-bench"), "--medium", folder, "--draft", draft);
    }

    private Task StationKeysAsync() => at.Stations["st-open"].DoAsync("enrol", "recipients", "--desk", at.StationDesk("st-open"), "--station", at.StationFolder("st-open"), "--count", "4");

    /// <summary>An act that people sign at the office and send from there.</summary>
    private async Task ActAsync(string act, JsonObject said, Player? introduced, params string[] signers)
    {
        string[] words = ["draft", act, "--desk", at.DeskFolder, "--said", said.ToJsonString(), "--draft", at.Rooms.NewDraft(), "--submit", "--sign-with", .. signers];
        await at.Desk.DoAsync(introduced is null ? words : [.. words, "--new-key", introduced.KeyFile]);
    }

    private static string Kebab<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, index) => char.IsUpper(c) && index > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
