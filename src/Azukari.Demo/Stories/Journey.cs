using System.Text.Json.Nodes;
using Azukari.Demo.Machines;

namespace Azukari.Demo.Stories;

/// <summary>One carry-out of the story, step by step as its people take them; each step is verbs of <c>azukari</c> and nothing else.</summary>
internal sealed class Journey(Installation at, string id, IReadOnlyList<MountedMedium> volumes, params IReadOnlyList<MountedMedium> spares)
{
    internal Journey(Installation at, string id, string medium, string folder) : this(at, id, [new MountedMedium(medium, folder)])
    {
    }

    private Cast Cast => at.Cast;

    internal string Id => id;

    internal string MediumId => volumes[0].Id;

    /// <summary>Where the first volume's medium is mounted.</summary>
    internal string Medium => volumes[0].Folder;

    /// <summary>The volumes' media and then their spares.</summary>
    private IEnumerable<MountedMedium> Media => volumes.Concat(spares);

    /// <summary>Applied, endorsed, approved: three people, three signatures over the same application.</summary>
    internal async Task AskAsync(int people, Action<JsonObject>? change = null)
    {
        var (exit, output) = await TryAskAsync(people, change);
        if (exit != 0) throw new DemoException(output);

        await EndorseAsync();
        await ApproveAsync();
    }

    internal Task EndorseAsync() => at.Desk.DoAsync([.. Draft("endorse"), "--sign-with", Cast.Executive.Signing("information-manager"), "--submit"]);

    internal Task ApproveAsync() => at.Desk.DoAsync([.. Draft("approve"), "--sign-with", Cast.Approver.Signing("approver"), "--submit"]);

    /// <summary>Applies, with a plan that may be changed before it is signed.</summary>
    internal async Task<(int Exit, string Output)> TryAskAsync(int people, Action<JsonObject>? change = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        long In(double hours) => now.AddHours(hours).ToUnixTimeMilliseconds();
        var plan = new JsonObject
        {
            ["template"] = "call-centre-update",
            ["textDigest"] = null,
            ["data"] = Founding.Selections(),
            ["plannedPeople"] = people,
            ["mostPeople"] = people,
            ["method"] = "accompanied",
            ["media"] = new JsonArray([.. Media.Select(medium => (JsonNode)medium.Id)]),
            ["source"] = "data-centre",
            ["sealAt"] = "st-seal",
            ["destination"] = "call-centre",
            ["openAt"] = "st-open",
            ["window"] = new JsonObject { ["from"] = In(-0.1), ["outBy"] = In(1), ["openBy"] = In(2), ["workEnds"] = In(2.5), ["eraseBy"] = In(3) },
            ["custodians"] = new JsonArray(Cast.Carrier.Id, Cast.Companion.Id),
            ["courier"] = null,
            ["handling"] = new JsonObject
            {
                ["rows"] = new JsonObject { ["range"] = "everything", ["filter"] = null, ["since"] = null },
                ["whyMedium"] = Founding.Digest("no line between the two sites"),
                ["keptWhere"] = Founding.Digest("the locked cabinet of the call centre"),
                ["erasure"] = "overwrite",
                ["resultsOf"] = null,
                ["beyondTemplate"] = new JsonArray(),
            },
        };

        change?.Invoke(plan);
        return await at.Desk.TryAsync([.. Draft("apply"), "--said", new JsonObject { ["plan"] = plan }.ToJsonString(), "--purpose", "給付金コールセンターのデータ更新", "--necessity", "問い合わせに最新の状態で答えるため", "--why-not-online", "投入先は独立した網にあり、回線がない", "--sign-with", Cast.Manager.Signing("project-manager"), "--submit"]);
    }

    /// <summary>Two people at the sealing station; what comes back is what it counted.</summary>
    internal async Task<JsonObject> SealAsync(string source)
    {
        var draft = at.Rooms.NewDraft();
        await StationAsync("st-seal", ["draft", "seal-consignment", "--carry-out", id, "--draft", draft, "--station", at.StationFolder("st-seal"), "--sign-with", Cast.Carrier.Signing("operator"), Cast.Witness.Signing("witness")]);
        return await StationAsync("st-seal", ["seal", "--draft", draft, "--station", at.StationFolder("st-seal"), "--medium", .. Folders(volumes), .. Spares(), "--source", source]);
    }

    internal async Task DepartAsync(string sealNumber) => await HandOverAsync(
        ["--from", $"{Cast.Carrier.Id}:operator", "--to", $"{Cast.Carrier.Id}:operator", $"{Cast.Companion.Id}:operator", "--at", "data-centre", "--seal", sealNumber, "--route", "データセンターからコールセンターへ、社用車で直行"], Cast.Carrier, Cast.Companion);

    internal Task ArriveAsync() => ArriveAsync(volumes);

    internal Task ArriveAsync(params IEnumerable<MountedMedium> with) =>
        StationAsync("st-open", ["arrive", "--carry-out", id, "--station", at.StationFolder("st-open"), "--medium", .. Folders(with)]);

    /// <summary>One person of each side, neither of whom brought it, confirms at the opening station.</summary>
    internal async Task ConfirmAsync()
    {
        foreach (var signing in Confirming) await ConfirmAsync(signing);
    }

    internal string[] Confirming => [Cast.Officer.Signing("security-officer"), Cast.SiteKeeper.Signing("keeper")];

    internal Task ConfirmAsync(string signing) =>
        StationAsync("st-open", ["draft", "confirm-release", "--carry-out", id, "--draft", at.Rooms.NewDraft(), "--station", at.StationFolder("st-open"), "--sign-with", signing, "--submit"]);

    /// <summary>Both confirm; then the rows go straight in.</summary>
    internal Task<JsonObject> OpenAsync(string into) => OpenAsync(into, volumes);

    /// <summary>The same with one medium of every volume.</summary>
    internal async Task<JsonObject> OpenAsync(string into, params IEnumerable<MountedMedium> with)
    {
        await ConfirmAsync();
        return await LoadAsync(into, with);
    }

    /// <summary>Both have confirmed: the keys are released and the rows go in.</summary>
    internal Task<JsonObject> LoadAsync(string into, params IEnumerable<MountedMedium> with) =>
        StationAsync("st-open", ["open", "--carry-out", id, "--station", at.StationFolder("st-open"), "--medium", .. Folders(with), "--into", into]);

    /// <summary>Erased at the site before a second person, home, cleared, looked through on another device by another person, confirmed by the owner's officer.</summary>
    internal async Task EraseAndCloseAsync()
    {
        await EraseAtSiteAsync();
        await ReturnAsync();
        await ClearAsync();
        await VerifyAndConfirmAsync();
    }

    internal async Task EraseAtSiteAsync()
    {
        foreach (var medium in Media) await EraseAsync(medium, "erase-at-site", "st-open", Cast.Carrier.Signing("operator"), Cast.Officer.Signing("security-officer"));
    }

    internal Task ReturnAsync() => HandOverAsync(
        ["--from", $"{Cast.Carrier.Id}:operator", "--to", $"{Cast.CityKeeper.Id}:keeper", "--at", "data-centre", "--stored"], Cast.Carrier, Cast.CityKeeper);

    internal async Task ClearAsync()
    {
        foreach (var medium in Media) await EraseAsync(medium, "clear-medium", "st-seal", Cast.Companion.Signing("operator"));
    }

    internal async Task VerifyAndConfirmAsync()
    {
        await VerifyAsync();
        await KeysAreDeadAsync();
        await ConfirmErasureAsync();
    }

    internal async Task VerifyAsync()
    {
        foreach (var medium in Media) await EraseAsync(medium, "verify-erasure", "st-bench", Cast.CityKeeper.Signing("keeper"));
    }

    internal async Task ConfirmErasureAsync()
    {
        foreach (var medium in Media)
            await at.Desk.DoAsync([.. Draft("confirm-erasure"), "--said", new JsonObject { ["medium"] = medium.Id }.ToJsonString(), "--sign-with", Cast.Officer.Signing("security-officer"), "--submit"]);
    }

    internal async Task<JsonObject> StatusAsync()
    {
        var status = await at.Desk.DoAsync("status", "--desk", at.DeskFolder, "--carry-out", id);
        return status["carryOuts"]![0]!.AsObject();
    }

    /// <summary>The key holders follow the record by themselves and destroy what has served; a moment's patience is enough.</summary>
    internal async Task KeysAreDeadAsync()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var keys = (await StatusAsync())["keys"]!.AsArray();
            if (keys.All(key => key!.GetValue<string>() == "Dead")) return;
            await Task.Delay(100);
        }

        throw new DemoException($"the keys of {id} did not die");
    }

    /// <summary>After a loss both holders' keys die at once; the destination's hears of it when its station next looks.</summary>
    internal async Task KeysAreDeadExceptDestinationAsync()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if ((await StatusAsync())["keys"]!.AsArray().Count(key => key!.GetValue<string>() == "Dead") >= 2) return;
            await Task.Delay(100);
        }

        throw new DemoException($"the holders' keys of {id} did not die");
    }

    internal async Task<string> BundleAsync()
    {
        var bundle = at.Rooms["evidence", $"{id}.zip"];
        await at.Desk.DoAsync("status", "--desk", at.DeskFolder, "--carry-out", id, "--bundle", bundle);
        return bundle;
    }

    private Task<JsonObject> StationAsync(string station, string[] words) => at.Stations[station].DoAsync([.. words, "--desk", at.StationDesk(station)]);

    private static IEnumerable<string> Folders(IEnumerable<MountedMedium> media) => media.Select(medium => medium.Folder);

    private IEnumerable<string> Spares() => spares.Count > 0 ? ["--spare", .. Folders(spares)] : [];

    private async Task EraseAsync(MountedMedium medium, string act, string station, params string[] signing)
    {
        var draft = at.Rooms.NewDraft();
        await StationAsync(station, ["draft", act, "--carry-out", id, "--draft", draft, "--medium-id", medium.Id, "--station", at.StationFolder(station), "--sign-with", .. signing]);
        await StationAsync(station, ["erase", "--draft", draft, "--station", at.StationFolder(station), "--medium", medium.Folder]);
    }

    private async Task HandOverAsync(string[] words, params Player[] signers)
    {
        var draft = at.Rooms.NewDraft();
        await at.Desk.DoAsync(["hand-over", "--carry-out", id, "--desk", at.DeskFolder, "--draft", draft, .. words]);
        foreach (var signer in signers) await at.Desk.DoAsync("sign", "--key", signer.KeyFile, "--draft", draft);
        await at.Desk.DoAsync("submit", "--desk", at.DeskFolder, "--draft", draft);
    }

    private string[] Draft(string act) => ["draft", act, "--carry-out", id, "--desk", at.DeskFolder, "--draft", at.Rooms.NewDraft()];
}

/// <summary>A medium by its property number, and where it is mounted.</summary>
internal sealed record MountedMedium(string Id, string Folder);
