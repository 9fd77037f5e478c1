using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azukari.Demo.Stories;

namespace Azukari.Demo.Tests.Front;

/// <summary>Documents and spreadsheets through the real command line: what is written, what is refused, and that a bad file leaves nothing behind.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed partial class PaperworkTests(Founded founded)
{
    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    private Installation At => founded.At;

    [Fact]
    public async Task The_documents_of_a_case_hold_what_was_signed_and_measured()
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        var receipt = await journey.SealAsync($"csv:{founded.Source}");
        await NoteAsync($"氏名,{At.Cast.Carrier.Id},髙﨑 邉子", $"氏名,{At.Cast.Witness.Id},𠮷田 花子", $"組織名称,{Cast.Sub},再委託株式会社");

        var application = await DocumentAsync("application", "ja", "--about", journey.Id);
        Assert.Contains("給付金コールセンターのデータ更新", application, StringComparison.Ordinal);
        Assert.Contains("髙﨑 邉子", application, StringComparison.Ordinal);
        Assert.Contains("令和", Field(application, "date"), StringComparison.Ordinal);
        Assert.Matches(@"\d{4}-\d\d-\d\d", Field(await DocumentAsync("application", "en", "--about", journey.Id), "date"));

        var ledger = await DocumentAsync("carry-outs", "en");
        Assert.Contains(receipt["sealNumber"]!.GetValue<string>(), ledger, StringComparison.Ordinal);
        Assert.Contains("再委託株式会社", Field(await DocumentAsync("reentrustment", "ja", "--about", Cast.Sub), "name"), StringComparison.Ordinal);
        Assert.Contains(journey.MediumId, await DocumentAsync("media", "ja"), StringComparison.Ordinal);

        var label = await DocumentAsync("label", "ja", "--about", journey.Id, "--origin", "https://azukari.city.example");
        Assert.Contains(receipt["sealNumber"]!.GetValue<string>(), label, StringComparison.Ordinal);
        Assert.Contains("<svg", label, StringComparison.Ordinal);

        var (exit, output) = await At.Desk.TryAsync("register", "export", "people", "--encoding", "cp932", "--to", NewFile("csv"), "--desk", At.DeskFolder);
        Assert.Equal(2, exit);
        Assert.Contains("name not-in-encoding", Why(output).Single()["code"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("cp932")]
    public async Task A_list_goes_out_is_edited_comes_back_and_becomes_drafts(string encoding)
    {
        await NoteAsync($"氏名,{At.Cast.Witness.Id},吉田 花子"); // Another test calls this person by a name that CP932 cannot hold.
        var (file, person) = (NewFile("csv"), At.Cast.SiteKeeper.Id);
        await At.Desk.DoAsync("register", "export", "people", "--encoding", encoding, "--to", file, "--desk", At.DeskFolder);
        Assert.Empty((await ImportAsync("people", file))["drafts"]!.AsArray());

        var text = encoding == "cp932" ? Cp932.GetString(await File.ReadAllBytesAsync(file)) : await File.ReadAllTextAsync(file);
        var edited = NewFile("csv");
        var row = $"{person},{Cast.Contractor},,,監査者,令和８年１２月１日,R9.3.31,,,,,,,,\r\n";
        await File.WriteAllBytesAsync(edited, encoding == "cp932" ? Cp932.GetBytes(text + row) : [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF') + row)]);

        var drafts = Path.Combine(At.Rooms["drafts"], Guid.NewGuid().ToString("N"));
        var answer = await ImportAsync("people", edited, "--drafts", drafts, "--by", $"{At.Cast.ContractorRoot.Id}:representative");
        Assert.Equal(encoding == "cp932" ? "cp932" : "utf8", answer["encoding"]!.GetValue<string>());
        var draft = Assert.Single(Directory.GetDirectories(drafts));
        Assert.EndsWith("001-RoleAppointedV1", draft, StringComparison.Ordinal);

        await At.Desk.DoAsync("sign", "--key", At.Cast.ContractorRoot.KeyFile, "--draft", draft);
    }

    [Fact]
    public async Task A_file_with_ten_bad_rows_shows_ten_findings_and_writes_nothing()
    {
        var (file, drafts, person) = (NewFile("csv"), Path.Combine(At.Rooms["drafts"], "never"), At.Cast.Carrier.Id);
        await File.WriteAllBytesAsync(file, Cp932.GetBytes(string.Join("\r\n",
            "仮名番号,所属,氏名,役割,任期開始日,任期終了日,研修番号,研修修了日,研修有効期限",
            $"{person},{Cast.Sub},甲,,,,,,",
            $",{Cast.Sub},,,,,,,",
            "P_3,,,,,,,,",
            "p-nobody,,,,,,,,",
            $"{person},{Cast.City},甲,監査者,,令和9年3月31日,,,",
            $"{person},{Cast.Sub},甲,部長,,,,,",
            $"{At.Cast.Officer.Id},,,業務責任者,,令和9年3月31日,,,",
            $"{At.Cast.Companion.Id},,,作業者,令和8年13月1日,令和9年3月31日,,,",
            $"{At.Cast.Companion.Id},,,保管責任者,令和9年4月1日,令和9年3月31日,,,",
            $"{At.Cast.Companion.Id},,,監査者,,,,,",
            $"{At.Cast.Manager.Id},,,監査者,,平成40年3月31日,,,")));

        var (exit, output) = await At.Desk.TryAsync("register", "import", "people", file, "--note", "--drafts", drafts, "--by", $"{At.Cast.ContractorRoot.Id}:representative", "--desk", At.DeskFolder);

        Assert.Equal(2, exit);
        var why = Why(output);
        Assert.Equal(
            [
                "row 3 person blank", "row 4 person not-a-code", "row 5 person unknown", "row 6 organisation contradicts", "row 7 duty not-a-choice", "row 8 duty wrong-side",
                "row 9 from not-a-date", "row 10 until order", "row 11 until blank", "row 12 until not-a-date",
            ],
            why.Select(spoken => spoken["code"]!.GetValue<string>()));
        Assert.All(why, spoken => Assert.All(new[] { "ja", "en", "nextJa", "nextEn" }, part => Assert.NotEmpty(spoken[part]!.GetValue<string>())));
        Assert.False(Path.Exists(drafts));
        Assert.DoesNotContain("甲", await DocumentAsync("people", "ja"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_text_or_no_CSV_is_refused_where_it_breaks()
    {
        var file = NewFile("csv");
        await File.WriteAllBytesAsync(file, [0x81, 0xFF, 0xFD]);
        Assert.Equal(["row 0 - not-text"], await CodesAsync(file));

        await File.WriteAllTextAsync(file, "拠点番号,ネットワークの層\r\nx-1,lgwan\r\nx\"2,lgwan\r\n");
        Assert.Equal(["row 3 - not-csv"], await CodesAsync(file));
    }

    private async Task NoteAsync(params string[] rows)
    {
        var file = NewFile("csv");
        await File.WriteAllTextAsync(file, string.Join("\r\n", ["項目,番号,内容", .. rows]));
        Assert.Equal(rows.Length, (await ImportAsync("particulars", file, "--note"))["noted"]!.GetValue<int>());
    }

    private Task<JsonObject> ImportAsync(string kind, string file, params string[] more) => At.Desk.DoAsync(["register", "import", kind, file, "--desk", At.DeskFolder, .. more]);

    private async Task<string[]> CodesAsync(string file)
    {
        var (exit, output) = await At.Desk.TryAsync("register", "import", "sites", file, "--desk", At.DeskFolder);
        Assert.Equal(2, exit);
        return [.. Why(output).Select(spoken => spoken["code"]!.GetValue<string>())];
    }

    private async Task<string> DocumentAsync(string kind, string language, params string[] more)
    {
        var file = NewFile("html");
        await At.Desk.DoAsync(["document", kind, "--to", file, "--lang", language, "--desk", At.DeskFolder, .. more]);
        return await File.ReadAllTextAsync(file);
    }

    private string NewFile(string ending) => Path.Combine(Directory.CreateDirectory(At.Rooms["papers"]).FullName, $"{Guid.NewGuid():N}.{ending}");

    private static JsonObject[] Why(string output) => [.. JsonNode.Parse(output)!["why"]!.AsArray().Select(spoken => spoken!.AsObject())];

    private static string Field(string page, string key) => Row().Matches(page).First(row => row.Groups["key"].Value == key).Groups["value"].Value;

    [GeneratedRegex("data-field=\"(?<key>[^\"]+)\">(?<value>.*?)</tr>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
