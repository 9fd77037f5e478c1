using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Protocol.Documents;

namespace Azukari.Cli.Documents;

/// <summary><c>azukari register export KIND</c>: a register as CSV that Excel opens.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> Kind = new("kind") { Description = "carry-outs, media, people / 台帳の種類" };
    private static readonly Option<string> To = new("--to") { Description = "where to write the file / 書き出すファイル", Required = true };
    private static readonly Option<string> Encoding = new("--encoding") { Description = "utf-8 (default) or cp932 / 文字コード", DefaultValueFactory = _ => "utf-8" };

    internal static Command Create() => new Command("export", "writes a register as CSV / 台帳をCSVに出力する") { Kind, To, Encoding, Options.Desk, Options.In }
        .Does(async (parsed, screen, cancellation) =>
        {
            var encoding = DocumentNames.EncodingOf(parsed.GetRequiredValue(Encoding)) ?? throw StopException.BadInput("--encoding は utf-8 か cp932 です。", "--encoding is utf-8 or cp932");
            using var exchange = await Options.ExchangeAsync(parsed, cancellation);
            var document = await DocumentDesk.MakeAsync(exchange, DocumentDesk.KindOf(parsed.GetRequiredValue(Kind)), null, null, cancellation);
            if (document.Parts is not [Part.Rows rows]) throw StopException.BadInput("表ではない書類はCSVに出力できません。", "only a register can be exported");

            var (bytes, findings) = RegisterCsv.Write(rows, screen.Japanese, encoding);
            if (!findings.IsEmpty) throw Findings.Stop(findings);

            var file = parsed.GetRequiredValue(To);
            await File.WriteAllBytesAsync(file, bytes, cancellation);
            screen.Answer(new JsonObject { ["register"] = parsed.GetRequiredValue(Kind), ["rows"] = rows.All.Length, ["file"] = file }, screen.In($"{rows.All.Length}行を書き出しました: {file}", $"{rows.All.Length} rows written: {file}"));
        });
}
