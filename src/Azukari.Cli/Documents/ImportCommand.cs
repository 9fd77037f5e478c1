using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Carriers;
using Azukari.Cli.Front;
using Azukari.Cli.Statements;
using Azukari.Domain;
using Azukari.Protocol.Documents.Import;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;

namespace Azukari.Cli.Documents;

/// <summary><c>azukari register import KIND FILE</c>: says what a spreadsheet would do, or everything that is wrong with it. Only a clean file leaves drafts, and only where they were asked for.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> Kind = new("kind") { Description = "people, datasets, sites, media, particulars / 台帳の種類" };
    private static readonly Argument<string> File = new("file") { Description = "the CSV file / CSVファイル" };
    private static readonly Option<string?> Drafts = new("--drafts") { Description = "new folder for the drafts to be signed / 下書きを作るフォルダー" };
    private static readonly Option<bool> Note = new("--note") { Description = "note the names at the service / 氏名等をサーバーに登録する" };
    private static readonly Option<string[]> By = new("--by") { Description = "PERSON:ROLE who is to sign; repeat it for each / 署名者:役割", AllowMultipleArgumentsPerToken = true };

    internal static Command Create() => new Command("import", "shows what a CSV file would do, and drafts it / CSVを確かめて下書きにする") { Kind, File, Drafts, Note, By, Options.Desk, Options.In }
        .Does(async (parsed, screen, cancellation) =>
        {
            using var exchange = await Options.ExchangeAsync(parsed, cancellation);
            var (imported, encoding) = await ReadAsync(parsed, exchange, cancellation);
            if (!imported.Findings.IsEmpty) throw Findings.Stop(imported.Findings);

            var drafts = imported.Acts.Select(act => DraftOf(exchange, act)).ToArray();
            if (parsed.GetValue(Drafts) is { } folder) WriteAll(folder, drafts, [.. (parsed.GetValue(By) ?? []).Select(by => SignerText.Parse(exchange.Desk.Facts, by))]);
            var (names, note) = (imported.Particulars.Rows.Count(), parsed.GetValue(Note));
            if (note && names > 0) await exchange.PutAsync("particulars", imported.Particulars.Write(), cancellation);

            screen.Answer(
                new JsonObject
                {
                    ["rows"] = imported.Rows,
                    ["encoding"] = encoding,
                    ["particulars"] = names,
                    ["noted"] = note ? names : 0,
                    ["drafts"] = new JsonArray([.. drafts.Select((draft, at) => (JsonNode)new JsonObject { ["folder"] = NameOf(at, draft), ["act"] = draft.Act, ["words"] = Words(draft, exchange, screen) })]),
                },
                Lines(imported, drafts, screen));
        });

    private static async Task<(Imported Imported, string Encoding)> ReadAsync(ParseResult parsed, Exchange exchange, CancellationToken cancellation)
    {
        var name = parsed.GetRequiredValue(Kind);
        if (!Enum.TryParse<ImportKind>(name, ignoreCase: true, out var kind) || kind.ToString().Length != name.Length)
            throw StopException.BadInput($"そのような台帳はありません: {name}", $"there is no register '{name}' to import", "people、datasets、sites、media、particulars のいずれかです。", "One of: people, datasets, sites, media, particulars");

        return await SheetFile.ReadAsync(parsed.GetRequiredValue(File), cancellation) is { } read
            ? (SheetReader.Read(kind, read.Sheet, exchange.Desk.Facts), read.Encoding.ToString().ToLowerInvariant())
            : (SheetReader.NotText(), "");
    }

    private static DraftAct DraftOf(Exchange exchange, Act act)
    {
        var facts = exchange.Desk.Facts;
        var on = Answered.By(facts, act) ?? facts.Genesis ?? throw StopException.BadInput("委託業務がまだ始まっていません。", "the engagement has not been founded");
        return DraftAct.Of(exchange.Desk.Settings.Engagement, act, on, TimeProvider.System.GetUtcNow().AddHours(24));
    }

    /// <summary>All drafts or none: they are written beside their place and moved there at once.</summary>
    private static void WriteAll(string folder, DraftAct[] drafts, StatementBy[] signers)
    {
        if (Path.Exists(folder)) throw StopException.BadInput($"フォルダーが既にあります: {folder}", $"{folder} exists already", "別のフォルダーを指定してください。", "Name another folder.");

        var made = Directory.CreateDirectory($"{Path.TrimEndingDirectorySeparator(folder)}.{Guid.NewGuid():N}").FullName;
        try
        {
            for (var at = 0; at < drafts.Length; at++) new DraftFolder(Path.Combine(made, NameOf(at, drafts[at]))).Create(drafts[at], signers);
            Directory.Move(made, folder);
        }
        catch
        {
            Directory.Delete(made, recursive: true);
            throw;
        }
    }

    private static string NameOf(int at, DraftAct draft) => $"{at + 1:000}-{draft.Act}";

    private static JsonArray Words(DraftAct draft, Exchange exchange, Screen screen) =>
        new([.. ActWording.Describe(draft.Complete(), exchange.Desk.Facts).Select(words => (JsonNode)words.In(screen.Japanese))]);

    private static IEnumerable<string> Lines(Imported imported, DraftAct[] drafts, Screen screen) =>
    [
        screen.In($"{imported.Rows}行に誤りはありません。", $"{imported.Rows} rows, nothing wrong."),
        screen.In($"署名する下書き {drafts.Length}件、氏名等 {imported.Particulars.Rows.Count()}件", $"{drafts.Length} drafts to be signed, {imported.Particulars.Rows.Count()} names and other particulars"),
        .. drafts.Select((draft, at) => $"  {NameOf(at, draft)}"),
    ];
}
