using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Azukari.Demo.City;
using Azukari.Demo.Machines;
using Npgsql;

namespace Azukari.Demo.Stories;

/// <summary>The whole demo: an invented city, one update carried out to its closing, a second one lost after it left.</summary>
internal sealed class Tale(DemoOptions options, Rooms rooms, Postgres? postgres, TextWriter screen)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();

    internal async Task<Told> TellAsync(Installation at)
    {
        Say("架空の都市を作ります", "making an invented city", $"{options.People:N0}");
        var source = await MakeCityAsync();
        var destination = rooms["call-centre", "call-centre.db"];

        Say("委託業務を始めます（起点・人・登録簿・鍵）", "founding the engagement: genesis, people, registers, keys");
        (string Medium, string Folder)[] media = [("usb-01", rooms["media", "usb-01"]), ("usb-02", rooms["media", "usb-02"])];
        await new Founding(at).RunAsync(media);

        var first = new Journey(at, "c-0001", media[0].Medium, media[0].Folder);
        Say("申請・承認", "applied, endorsed, approved", first.Id);
        await first.AskAsync(options.People);
        Say("封緘", "sealing, two people present", first.Id);
        var carried = await first.SealAsync(source);
        Say("搬送・到着", "carried by two, arrived", first.Id);
        await first.DepartAsync(carried["sealNumber"]!.GetValue<string>());
        await first.ArriveAsync();
        Say("開封・投入", "opened, rows straight in", first.Id);
        await first.OpenAsync($"sqlite:{destination}");
        Say("消去・確認・完了", "erased, verified, confirmed, closed", first.Id);
        await first.EraseAndCloseAsync();
        var closed = await first.StatusAsync();
        var firstBundle = await first.BundleAsync();
        Say("書類を作成します", "writing the documents that an office asks for", first.Id);
        var documents = await new Paperwork(at).WriteAsync(first.Id);

        var second = new Journey(at, "c-0002", media[1].Medium, media[1].Folder);
        Say("二件目を封緘し、搬送中に紛失", "a second one is sealed, leaves, and is lost", second.Id);
        await second.AskAsync(options.People);
        var gone = await second.SealAsync(source);
        await second.DepartAsync(gone["sealNumber"]!.GetValue<string>());
        var report = await at.Desk.DoAsync("lost", "--carry-out", second.Id, "--key", at.Cast.Carrier.KeyFile, "--desk", at.DeskFolder);
        await second.KeysAreDeadExceptDestinationAsync();
        var attempt = await TryToOpenAsync(at, second, media[1].Folder);
        var lost = await second.StatusAsync();
        var secondBundle = await second.BundleAsync();

        Say("証拠を検証します", "verifying both bundles");
        foreach (var bundle in new[] { firstBundle, secondBundle }) await at.Desk.DoAsync("verify", bundle, "--genesis", at.Genesis);

        return new(carried, closed, firstBundle, lost, secondBundle, report, attempt, at.Genesis, destination, documents, source, watch.Elapsed);
    }

    private async Task<string> MakeCityAsync()
    {
        var city = SyntheticCity.Create(options.People, seed: 460517);
        if (postgres is null)
        {
            await city.WriteCsvAsync(rooms["source"]);
            return $"csv:{rooms["source"]}";
        }

        var connection = postgres.ConnectionString("city");
        await using var database = NpgsqlDataSource.Create(connection);
        await city.CopyToPostgresAsync(database, "benefit");
        await File.WriteAllTextAsync(rooms["city.connection"], connection);
        return $"postgres:{rooms["city.connection"]}:benefit";
    }

    /// <summary>The finder, the call centre and both sides together try; nobody can.</summary>
    private static async Task<string> TryToOpenAsync(Installation at, Journey lost, string folder)
    {
        string[] where = ["--carry-out", lost.Id, "--station", at.StationFolder("st-open"), "--medium", folder, "--desk", at.StationDesk("st-open")];
        var arrive = await at.Stations["st-open"].TryAsync(["arrive", .. where]);
        var open = await at.Stations["st-open"].TryAsync(["open", .. where, "--into", $"sqlite:{at.Rooms["call-centre", "nothing.db"]}"]);
        if (arrive.Exit == 0 || open.Exit == 0) throw new DemoException("the lost consignment could be opened");

        return $"{Codes(arrive.Output)}; {Codes(open.Output)}";
    }

    private static string Codes(string output) => string.Join(", ", JsonNode.Parse(output)!["why"]!.AsArray().Select(why => why!["code"]!.GetValue<string>()));

    private void Say(string ja, string en, string about = "") =>
        screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,6:F1}s  {ja} — {en}{(about.Length > 0 ? $" ({about})" : "")}"));
}

/// <summary>What the demo found out.</summary>
internal sealed record Told(
    JsonObject Carried, JsonObject Closed, string CarriedBundle, JsonObject Lost, string LostBundle, JsonObject Report, string OpeningRefusedBy, string Genesis, string Destination, string Documents, string Source, TimeSpan Took);
