using System.Text.Json.Nodes;
using Azukari.Demo.Stories;

namespace Azukari.Demo.Tests.Front;

/// <summary>What is refused, in words with a remedy, and nothing is lost: the same case goes on afterwards.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class RefusalTests(Founded founded)
{
    private Installation At => founded.At;

    [Fact]
    public async Task The_wrong_medium_is_refused_when_sealing_and_the_right_one_is_taken_afterwards()
    {
        var (journey, other) = (founded.NewJourney(), founded.NewJourney());
        await journey.AskAsync(Founded.Residents);

        var refused = await TrySealAsync(journey, founded.Source, other.Medium);
        AssertSays(refused, "R10 SerialDiffers");

        await journey.SealAsync($"csv:{founded.Source}");
    }

    [Fact]
    public async Task One_person_too_many_at_the_source_is_refused_and_leaves_nothing_on_the_medium()
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents - 1);

        AssertSays(await TrySealAsync(journey, founded.Source), "R10 PeopleTooMany");
        Assert.Equal(["MEDIUM-SERIAL.txt"], Directory.GetFiles(journey.Medium).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_malformed_csv_is_refused_with_its_line_and_column_and_without_its_content()
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        var source = Directory.CreateDirectory(At.Rooms["sources", "malformed"]).FullName;
        foreach (var file in Directory.GetFiles(founded.Source)) File.Copy(file, Path.Combine(source, Path.GetFileName(file)));
        await File.AppendAllTextAsync(Path.Combine(source, "tax.csv"), "sec\"ret,1\n");

        var refused = await TrySealAsync(journey, source);

        Assert.Contains("line", refused, StringComparison.Ordinal);
        Assert.Contains("column", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("sec\\u0022ret", refused, StringComparison.Ordinal);
        await journey.SealAsync($"csv:{founded.Source}");
    }

    [Fact]
    public async Task One_person_as_operator_and_witness_and_a_person_of_a_company_that_nobody_approved_are_refused()
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        var twice = At.Rooms.NewDraft();
        await Station("st-seal", "draft", "seal-consignment", "--carry-out", journey.Id, "--draft", twice, "--station", At.StationFolder("st-seal"), "--sign-with", At.Cast.Carrier.Signing("operator"));

        AssertSays(await TryStation("st-seal", "seal", "--draft", twice, "--station", At.StationFolder("st-seal"), "--medium", journey.Medium, "--source", $"csv:{founded.Source}"), "R11 WitnessMissing");

        var stranger = At.Rooms["keys", "stranger.key"];
        await At.Desk.DoAsync("init", "key", "--person", "p-stranger", "--organisation", "unapproved-co", "--to", stranger);
        var alone = At.Rooms.NewDraft();
        await Station("st-seal", "draft", "seal-consignment", "--carry-out", journey.Id, "--draft", alone, "--station", At.StationFolder("st-seal"), "--sign-with", $"{stranger}:operator", At.Cast.Witness.Signing("witness"));
        AssertSays(await TryStation("st-seal", "seal", "--draft", alone, "--station", At.StationFolder("st-seal"), "--medium", journey.Medium, "--source", $"csv:{founded.Source}"), "R1 OrganisationNotApproved (unapproved-co)", "R1 PersonNotEnrolled (p-stranger)");

        await journey.SealAsync($"csv:{founded.Source}");
    }

    [Fact]
    public async Task An_altered_a_cut_and_a_foreign_payload_are_refused_on_arrival_and_the_true_one_is_taken()
    {
        var journey = await SealedAsync();
        var payload = Path.Combine(journey.Medium, "payload.age");
        var whole = await File.ReadAllBytesAsync(payload);

        var altered = whole.ToArray();
        altered[^100] ^= 1;
        await File.WriteAllBytesAsync(payload, altered);
        AssertSays(await TryArriveAsync(journey), "R16 PayloadDiffers");

        await File.WriteAllBytesAsync(payload, whole[..^17]);
        AssertSays(await TryArriveAsync(journey), "R16 PayloadDiffers");

        // A second stanza before the MAC line: the file would open for somebody else too, and age would not say for whom.
        var mac = whole.AsSpan().IndexOf("\n--- "u8) + 1;
        byte[] second = [.. whole[..mac], .. "-> X25519 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"u8, .. whole[mac..]];
        await File.WriteAllBytesAsync(payload, second);
        AssertSays(await TryArriveAsync(journey), "R10 SecondStanza");

        await File.WriteAllBytesAsync(payload, whole);
        await journey.ArriveAsync();
    }

    [Fact]
    public async Task Another_station_cannot_open_and_after_a_kill_nobody_can()
    {
        var journey = await SealedAsync();
        AssertSays(await TryStation("st-bench", "arrive", "--carry-out", journey.Id, "--station", At.StationFolder("st-bench"), "--medium", journey.Medium), "R10 StationNotPermitted (st-open)");
        await journey.ArriveAsync();

        await At.Desk.DoAsync("lost", "--carry-out", journey.Id, "--key", At.Cast.Carrier.KeyFile, "--desk", At.DeskFolder);
        await journey.KeysAreDeadExceptDestinationAsync();

        AssertSays(await TryStation("st-open", "open", "--carry-out", journey.Id, "--station", At.StationFolder("st-open"), "--medium", journey.Medium, "--into", $"sqlite:{At.Rooms["call-centre", "never.db"]}"), "R23 Killed");
        Assert.StartsWith("never released, destroyed at", (await journey.StatusAsync())["answer"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_serves_one_act_once()
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        var draft = At.Rooms.NewDraft();
        await At.Desk.DoAsync("draft", "report-loss", "--said", "{\"kind\":\"lost\",\"onBehalfOf\":null}", "--carry-out", journey.Id, "--desk", At.DeskFolder, "--draft", draft, "--sign-with", At.Cast.Officer.Signing("member"));

        var first = await At.Desk.DoAsync("submit", "--draft", draft, "--desk", At.DeskFolder);
        var again = await At.Desk.DoAsync("submit", "--draft", draft, "--desk", At.DeskFolder);

        // The same message again: the same answer, and no second effect.
        Assert.Equal(first["recorded"]!.ToJsonString(), again["recorded"]!.ToJsonString());

        // The same statement under another act does not fit its bytes.
        var other = At.Rooms.NewDraft();
        await At.Desk.DoAsync("draft", "report-found", "--said", "{\"sealIntact\":true}", "--carry-out", journey.Id, "--desk", At.DeskFolder, "--draft", other, "--by", $"{At.Cast.Officer.Id}:member");
        foreach (var file in Directory.GetFiles(draft, "*.sig")) File.Copy(file, Path.Combine(other, Path.GetFileName(file)));
        var (exit, output) = await At.Desk.TryAsync("submit", "--draft", other, "--desk", At.DeskFolder);
        Assert.Equal(1, exit);
        AssertSays(output, "urn:azukari:bad-signature");
    }

    [Fact]
    public async Task A_field_that_no_template_needs_is_refused_before_anybody_endorses_it()
    {
        var journey = founded.NewJourney();

        var (exit, output) = await journey.TryAskAsync(Founded.Residents, plan => plan["data"]![0]!["fields"]!.AsArray().Add("my_number"));

        Assert.Equal(1, exit);
        AssertSays(output, "R6 FieldNotCatalogued (residents.my_number)", "R8 FieldBeyondTemplate (residents.my_number)");
    }

    private async Task<Journey> SealedAsync()
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        var receipt = await journey.SealAsync($"csv:{founded.Source}");
        await journey.DepartAsync(receipt["sealNumber"]!.GetValue<string>());
        return journey;
    }

    private async Task<string> TrySealAsync(Journey journey, string source, string? medium = null)
    {
        var draft = At.Rooms.NewDraft();
        await Station("st-seal", "draft", "seal-consignment", "--carry-out", journey.Id, "--draft", draft, "--station", At.StationFolder("st-seal"), "--sign-with", At.Cast.Carrier.Signing("operator"), At.Cast.Witness.Signing("witness"));
        return await TryStation("st-seal", "seal", "--draft", draft, "--station", At.StationFolder("st-seal"), "--medium", medium ?? journey.Medium, "--source", $"csv:{source}");
    }

    private Task<string> TryArriveAsync(Journey journey) => TryStation("st-open", "arrive", "--carry-out", journey.Id, "--station", At.StationFolder("st-open"), "--medium", journey.Medium);

    private Task<JsonObject> Station(string station, params string[] words) => At.Stations[station].DoAsync([.. words, "--desk", At.StationDesk(station)]);

    private async Task<string> TryStation(string station, params string[] words)
    {
        var (exit, output) = await At.Stations[station].TryAsync([.. words, "--desk", At.StationDesk(station)]);
        Assert.NotEqual(0, exit);
        return output;
    }

    /// <summary>All of these codes speak, and each says in both languages what is wrong and what to do next.</summary>
    private static void AssertSays(string output, params string[] codes)
    {
        var why = JsonNode.Parse(output)!["why"]!.AsArray().Select(spoken => spoken!.AsObject()).ToArray();

        foreach (var code in codes) Assert.Contains(why, spoken => spoken["code"]!.GetValue<string>().Contains(code, StringComparison.Ordinal));
        Assert.All(why, spoken => Assert.All(new[] { "ja", "en", "nextJa", "nextEn" }, part => Assert.NotEmpty(spoken[part]!.GetValue<string>())));
    }
}
