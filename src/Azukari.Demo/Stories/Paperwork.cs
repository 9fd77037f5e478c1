namespace Azukari.Demo.Stories;

/// <summary>The papers that an office would ask for after the case: five documents in both languages, three registers as spreadsheets, with invented names that were brought in as a spreadsheet.</summary>
internal sealed class Paperwork(Installation at)
{
    private string Folder => Directory.CreateDirectory(at.Rooms["documents"]).FullName;

    internal async Task<string> WriteAsync(string carryOut)
    {
        await NameEverybodyAsync();
        (string Kind, string? About)[] documents = [("application", carryOut), ("reentrustment", Cast.Sub), ("carry-outs", null), ("media", null), ("people", null)];
        foreach (var (kind, about) in documents)
            foreach (var language in new[] { "ja", "en" })
                await at.Desk.DoAsync(["document", kind, "--to", Path.Combine(Folder, $"{kind}.{language}.html"), "--lang", language, "--desk", at.DeskFolder, .. About(about)]);

        foreach (var register in new[] { "carry-outs", "media", "people" })
            await at.Desk.DoAsync("register", "export", register, "--to", Path.Combine(Folder, $"{register}.csv"), "--desk", at.DeskFolder);

        return Folder;
    }

    private async Task NameEverybodyAsync()
    {
        (string What, string Code, string Text)[] rows =
        [
            ("氏名", at.Cast.Approver.Id, "見本 一郎"), ("氏名", at.Cast.Witness.Id, "見本 二葉"), ("氏名", at.Cast.Officer.Id, "見本 三郎"), ("氏名", at.Cast.Companion.Id, "見本 四葉"),
            ("氏名", at.Cast.CityKeeper.Id, "見本 五郎"), ("氏名", at.Cast.Manager.Id, "例示 六郎"), ("氏名", at.Cast.Executive.Id, "例示 七海"), ("氏名", at.Cast.SiteKeeper.Id, "例示 八郎"), ("氏名", at.Cast.Carrier.Id, "例示 九太"),
            ("連絡先", at.Cast.Manager.Id, "内線 1234"), ("組織名称", Cast.City, "架空澪市"), ("組織名称", Cast.Contractor, "架空受託株式会社"), ("組織名称", Cast.Sub, "架空再委託株式会社"),
            ("拠点名称", "data-centre", "架空データセンター"), ("拠点名称", "call-centre", "架空コールセンター"), ("媒体製品名", "usb-01", "試験用メモリ"), ("業務名", Installation.Engagement, "架空給付金支給事務"),
        ];
        var file = Path.Combine(Folder, "names.csv");
        await File.WriteAllLinesAsync(file, ["項目,番号,内容", .. rows.Select(row => $"{row.What},{row.Code},{row.Text}")]);
        await at.Desk.DoAsync("register", "import", "particulars", file, "--note", "--desk", at.DeskFolder);
    }

    private static string[] About(string? about) => about is null ? [] : ["--about", about];
}
