using System.Collections.Immutable;
using System.Text;
using Azukari.Domain;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Protocol.Documents;
using Azukari.Protocol.Documents.Import;
using Azukari.Protocol.Tests.Wording;
using static Azukari.Protocol.Tests.Documents.Paperwork;

namespace Azukari.Protocol.Tests.Documents;

/// <summary>Spreadsheets out and in, as Excel in Japan saves them.</summary>
public sealed class SheetTests
{
    [Theory]
    [InlineData("令和4年6月21日", 2022, 6, 21)]
    [InlineData("令和４年６月２１日（火）", 2022, 6, 21)]
    [InlineData("R4.6.21", 2022, 6, 21)]
    [InlineData("ｒ４／６／２１", 2022, 6, 21)]
    [InlineData("㋿4年6月21日", 2022, 6, 21)]
    [InlineData("令和元年5月1日", 2019, 5, 1)]
    [InlineData("平成31年4月30日", 2019, 4, 30)]
    [InlineData("平成元年1月8日", 1989, 1, 8)]
    [InlineData("昭和64年1月7日", 1989, 1, 7)]
    [InlineData("2022/6/21", 2022, 6, 21)]
    [InlineData("2022-06-21", 2022, 6, 21)]
    [InlineData("2022年6月21日", 2022, 6, 21)]
    [InlineData("2022/6/21 0:00", 2022, 6, 21)]
    [InlineData("令和6年2月29日", 2024, 2, 29)]
    public void A_day_is_read_as_it_was_written(string text, int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), DayText.Parse(text));

    [Theory]
    [InlineData("平成31年5月1日")]
    [InlineData("令和元年4月30日")]
    [InlineData("昭和64年1月8日")]
    [InlineData("令和5年2月29日")]
    [InlineData("令和0年1月1日")]
    [InlineData("2022/13/1")]
    [InlineData("2022/6/31")]
    [InlineData("6/21")]
    [InlineData("20220621")]
    [InlineData("2022/6/21 9:00")]
    [InlineData("明日")]
    public void What_is_no_day_is_none(string text) => Assert.Null(DayText.Parse(text));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+81")]
    [InlineData("-5")]
    [InlineData("@cmd")]
    [InlineData("＝1")]
    [InlineData("'=1")]
    [InlineData("''@x")]
    [InlineData("'plain")]
    [InlineData("plain")]
    [InlineData("")]
    public void A_formula_is_no_formula_in_a_cell_and_comes_back_as_it_was(string text)
    {
        var cell = FormulaGuard.Guard(text);

        Assert.DoesNotContain(cell.Length > 0 ? cell[0] : ' ', "=+-@\t\r＝＋－＠");
        Assert.Equal(text, FormulaGuard.Unguard(cell));
    }

    [Theory]
    [InlineData(OfficeEncoding.Utf8, "髙﨑邉𠮷①㈱～", true)]
    [InlineData(OfficeEncoding.Cp932, "髙﨑邉①㈱～", true)]
    [InlineData(OfficeEncoding.Cp932, "𠮷", false)]
    [InlineData(OfficeEncoding.Cp932, "é", false)]
    public void An_encoding_holds_a_text_exactly_or_says_that_it_does_not(OfficeEncoding encoding, string text, bool holds)
    {
        Assert.Equal(holds, OfficeText.Holds(encoding, text));
        if (holds) Assert.Equal((text, encoding), OfficeText.Read(OfficeText.Write(encoding, text)));
    }

    [Fact]
    public void Text_is_told_by_its_bytes()
    {
        Assert.Equal(("仮名", OfficeEncoding.Utf8), OfficeText.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("仮名")]));
        Assert.Equal(("仮名", OfficeEncoding.Utf8), OfficeText.Read(Encoding.UTF8.GetBytes("仮名")));
        Assert.Null(OfficeText.Read([0x81, 0xFF, 0xFD]));
        Assert.False(OfficeText.Holds(OfficeEncoding.Utf8, "𠮷"[..1])); // Half of a character is none.
    }

    [Fact]
    public void What_cannot_be_held_is_named_by_its_row_and_column_and_nothing_is_written()
    {
        var sources = Sources with { Particulars = Names.With(Particular.PersonName, "p-5", "𠮷田 花子") };
        var rows = (Part.Rows)Made(DocumentKind.People, sources).Parts.Single();
        var at = rows.All.ToList().FindIndex(row => Read(row[0]) == "p-5") + 2;

        var (file, findings) = RegisterCsv.Write(rows, japanese: true, OfficeEncoding.Cp932);
        Assert.Empty(file);
        Assert.Equal([(at, "name", "not-in-encoding")], findings.Select(finding => (finding.Row, finding.Column!.Key, finding.Code)));
        Assert.Empty(RegisterCsv.Write(rows, japanese: true, OfficeEncoding.Utf8).Findings);
    }

    [Theory]
    [InlineData(true, OfficeEncoding.Utf8)]
    [InlineData(true, OfficeEncoding.Cp932)]
    [InlineData(false, OfficeEncoding.Utf8)]
    [InlineData(false, OfficeEncoding.Cp932)]
    public void A_staff_list_that_comes_back_as_it_went_out_changes_nothing_and_loses_no_name(bool japanese, OfficeEncoding encoding)
    {
        var imported = SheetReader.Read(ImportKind.People, Exported(DocumentKind.People, japanese, encoding), Paperwork.Facts);

        Assert.Empty(imported.Findings);
        Assert.Empty(imported.Acts.Where(act => act is not SignList)); // Two companies of the fixture have never signed a list.
        Assert.Equal(["髙﨑 邉子", "<b>山田</b> 太郎"], imported.Particulars.Rows.Select(row => row.Text.Reveal("compared by a test")));
    }

    [Fact]
    public void An_edited_staff_list_becomes_the_acts_that_its_people_sign()
    {
        var imported = Import(ImportKind.People,
            "仮名番号,所属,役割,任期開始日,任期終了日,研修番号,研修修了日,研修有効期限",
            "ｐ－３,vendor,作業者,令和４年７月１日,R5.3.31,運搬の研修,2022/6/1,令和5年3月31日",
            "p-4,vendor,keeper,,2023-03-31,,,");

        Assert.Empty(imported.Findings);
        Assert.Equal(new OrganisationId("vendor"), Assert.Single(imported.Acts.OfType<SignList>()).Organisation);
        Assert.Equal(
            [new AppointRole(new("p-3"), Role.Operator, End(2023, 3, 31), new(2022, 7, 1, 0, 0, 0, TimeSpan.FromHours(9))), new AppointRole(new("p-4"), Role.Keeper, End(2023, 3, 31))],
            imported.Acts.OfType<AppointRole>());
        var training = Assert.Single(imported.Acts.OfType<RecordTraining>());
        Assert.Equal((Ledger.Digests.Sha256(Encoding.UTF8.GetBytes("運搬の研修")), End(2023, 3, 31)), (training.Course, training.Expires));
    }

    [Fact]
    public void Ten_different_faults_are_ten_findings_and_nothing_else()
    {
        var imported = Import(ImportKind.People,
            "仮名番号,所属,氏名,役割,任期開始日,任期終了日,研修番号,研修修了日,研修有効期限",
            ",vendor,,,,,,,",
            "P_3,vendor,,,,,,,",
            "p-99,vendor,,,,,,,",
            "p-3,city,乙,,,,,,",
            "p-4,vendor,,部長,,,,,",
            "p-2,city,,業務責任者,,令和5年3月31日,,,",
            "p-5,sub,,作業者,令和4年13月1日,令和5年3月31日,,,",
            "p-5,sub,,保管責任者,令和5年4月1日,令和5年3月31日,,,",
            "p-5,sub,,立会者,,,,,",
            "p-3,vendor,,作業者,,令和5年3月31日,研修,令和4年6月1日,",
            "p-3,vendor,甲,作業者,,令和5年3月31日,,,");

        Assert.Empty(imported.Acts);
        Assert.Empty(imported.Particulars.Rows);
        Assert.Equal(
            [
                "2 person blank", "3 person not-a-code", "4 person unknown", "5 organisation contradicts", "6 duty not-a-choice", "7 duty wrong-side", "8 from not-a-date", "9 until order",
                "10 duty wrong-side", "10 until blank", "11 expires blank", "12 duty twice", "12 name contradicts",
            ],
            imported.Findings.Select(finding => $"{finding.Row} {finding.Column!.Key} {finding.Code}"));
    }

    [Fact]
    public void A_sheet_without_its_columns_or_its_rows_or_its_quotes_says_so()
    {
        Assert.Equal(["1 person column-missing"], Codes(Import(ImportKind.People, "氏名,役割", "甲,作業者")));
        Assert.Equal(["1 person column-twice"], Codes(Import(ImportKind.People, "仮名番号,Pseudonym", "p-3,p-3")));
        Assert.Equal(["0 - no-rows"], Codes(Import(ImportKind.People, "仮名番号", "")));
        Assert.Equal(["3 - not-csv"], Codes(SheetReader.Read(ImportKind.People, new([["仮名番号"], ["p-3"]], BrokenAt: 3), Paperwork.Facts)));
        Assert.Equal(["0 - not-text"], Codes(SheetReader.NotText()));
    }

    [Fact]
    public void A_catalogue_becomes_one_act_for_each_dataset_and_is_checked_as_a_whole()
    {
        string[] head = ["データ番号,単位,項目,区分,本人キー"], good = ["kyufu,1件＝1人,id,識別情報,○", "kyufu,1件＝1人,account,financial,", "zei,records,id,identifier,yes"];

        Assert.Equal(
            [("kyufu", DatasetUnit.People, "id", 2), ("zei", DatasetUnit.Records, "id", 1)],
            Import(ImportKind.Datasets, [.. head, .. good]).Acts.Cast<CatalogueDataset>().Select(act => (act.Dataset.Value, act.Unit, act.PersonKey, act.Fields.Length)));
        Assert.Equal(
            ["3 unit contradicts", "4 field twice", "4 key contradicts", "5 class not-a-choice", "6 key blank"],
            Codes(Import(ImportKind.Datasets, [.. head, "a,people,id,identifier,○", "a,records,x,identifier,", "a,people,id,identifier,○", "a,people,y,secret,", "b,people,id,identifier,"])));
    }

    [Fact]
    public void Sites_become_acts_and_names()
    {
        var imported = Import(ImportKind.Sites, "拠点番号,ネットワークの層,名称", "city-dc,個人番号利用事務系,本庁サーバー室", "branch,lgwan,");

        Assert.Equal([new RegisterSite(new("branch"), NetworkLayer.Lgwan)], imported.Acts);
        Assert.Equal("本庁サーバー室", imported.Particulars.Find(Particular.SiteName, new SiteId("city-dc"))!.Reveal("compared by a test"));
    }

    [Fact]
    public void Media_are_compared_and_never_registered()
    {
        var same = SheetReader.Read(ImportKind.Media, Exported(DocumentKind.Media, japanese: true, OfficeEncoding.Cp932), Paperwork.Facts);
        Assert.Empty(same.Findings);
        Assert.Empty(same.Acts);

        Assert.Equal(
            ["2 serial serial-differs", "2 capacity contradicts", "3 number needs-station"],
            Codes(Import(ImportKind.Media, "管理番号,シリアル番号,容量（バイト）", "usb-017,99,\"64,000\"", "usb-018,SN-1,")));
        Assert.Equal(["2 number needs-station", "0 usb-017 not-in-file"], Codes(Import(ImportKind.Media, "管理番号,シリアル番号", "usb-018,SN-1")));
    }

    [Fact]
    public void A_name_that_a_spreadsheet_would_run_survives_the_way_out_and_in()
    {
        var sources = Sources with { Particulars = Names.With(Particular.PersonName, "p-5", "=HYPERLINK(\"x\")") };
        var rows = (Part.Rows)Made(DocumentKind.People, sources).Parts.Single();

        var text = OfficeText.Read(RegisterCsv.Write(rows, japanese: true, OfficeEncoding.Utf8).File)!.Value.Text;
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", text, StringComparison.Ordinal);
        Assert.Contains("=HYPERLINK(\"x\")", SheetReader.Read(ImportKind.People, Split(text), Paperwork.Facts).Particulars.Rows.Select(row => row.Text.Reveal("compared by a test")));
    }

    [Fact]
    public void Every_finding_says_in_both_languages_what_is_wrong_and_what_to_do()
    {
        Assert.All(FindingsOfAllKinds(), finding =>
        {
            Both.AreSentences(finding.Says, finding.Code);
            Both.AreSentences(new(finding.Next.Ja, finding.Next.En.Replace("令和8年4月1日", "x", StringComparison.Ordinal)), finding.Code);
        });
        Assert.All(Enum.GetValues<Particular>(), what => Both.AreWords(ParticularWording.Of(what), what.ToString()));
    }

    private static IEnumerable<Finding> FindingsOfAllKinds() =>
    [
        SheetReader.NotText().Findings[0], .. Import(ImportKind.People, "氏名", "x").Findings, .. Import(ImportKind.People, "仮名番号,Pseudonym", "x,x").Findings, .. Import(ImportKind.People, "仮名番号", "").Findings,
        .. SheetReader.Read(ImportKind.People, new([["仮名番号"], ["P"], [""], ["p-99"]], BrokenAt: 5), Paperwork.Facts).Findings,
        .. Import(ImportKind.Media, "管理番号,シリアル番号,容量（バイト）", "usb-017,99,many", "usb-018,SN-1,", ",,", "usb-017,x,1").Findings, .. Import(ImportKind.Media, "管理番号,シリアル番号", "usb-018,SN-1").Findings,
        .. Import(ImportKind.People, "仮名番号,役割,任期開始日,任期終了日,氏名", "p-2,業務責任者,x,,", $"p-3,x,2022-06-02,2022-06-01,{new string('甲', 201)}").Findings,
        .. RegisterCsv.Write((Part.Rows)Made(DocumentKind.People, Sources with { Particulars = Names.With(Particular.PersonName, "p-5", "𠮷") }).Parts.Single(), japanese: true, OfficeEncoding.Cp932).Findings,
    ];

    private static DateTimeOffset End(int year, int month, int day) => new(year, month, day, 23, 59, 59, 999, TimeSpan.FromHours(9));

    private static string[] Codes(Imported imported) => [.. imported.Findings.Select(finding => $"{finding.Row} {finding.Column?.Key ?? "-"} {finding.Code}")];

    private static Imported Import(ImportKind kind, params string[] lines) => SheetReader.Read(kind, Split(string.Join("\r\n", lines)), Paperwork.Facts);

    private static Sheet Exported(DocumentKind kind, bool japanese, OfficeEncoding encoding)
    {
        var (file, findings) = RegisterCsv.Write((Part.Rows)Made(kind).Parts.Single(), japanese, encoding);
        Assert.Empty(findings);
        return Split(OfficeText.Read(file)!.Value.Text);
    }

    /// <summary>Enough of CSV for what stands in these tests; the real reader is Extraction's, behind the real command line.</summary>
    private static Sheet Split(string text)
    {
        var rows = text.Split("\r\n").Select(line =>
        {
            var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
            for (var at = 0; at < line.Length; at++)
            {
                if (line[at] == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"') cell.Append(line[at++]);
                else if (line[at] == '"') quoted = !quoted;
                else if (line[at] == ',' && !quoted)
                {
                    cells.Add(cell.ToString());
                    cell.Clear();
                }
                else cell.Append(line[at]);
            }

            return ImmutableArray.Create([.. cells, cell.ToString()]);
        });
        return new([.. rows]);
    }
}
