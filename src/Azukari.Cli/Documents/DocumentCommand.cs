using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Protocol.Documents;
using Azukari.Protocol.Signatures;

namespace Azukari.Cli.Documents;

/// <summary><c>azukari document KIND</c>: a document that offices know, as a page or a PDF in the language asked for.</summary>
internal static class DocumentCommand
{
    private static readonly Argument<string> Kind = new("kind") { Description = "application, reentrustment, label, carry-outs, media, people / 書類の種類" };
    private static readonly Option<string?> About = new("--about") { Description = "the carry-out, or the organisation / 持出番号又は組織番号" };
    private static readonly Option<string?> Origin = new("--origin") { Description = "the service's public name on a label, if it is not the desk's address / ラベルに載せるサーバーの公開名" };
    private static readonly Option<string> To = new("--to") { Description = "where to write it: .pdf makes a PDF, anything else a page / 書き出すファイル（.pdf なら PDF）", Required = true };

    internal static Command Create() => new Command("document", "writes an application, a ledger, a register or a list / 書類を作成する") { Kind, About, Origin, To, Options.Desk, Options.In }
        .Does(async (parsed, screen, cancellation) =>
        {
            using var exchange = await Options.ExchangeAsync(parsed, cancellation);
            var kind = DocumentDesk.KindOf(parsed.GetRequiredValue(Kind));
            var origin = kind == DocumentKind.Label ? OriginOf(parsed.GetValue(Origin) ?? exchange.Desk.Settings.Server) : null;
            var document = await DocumentDesk.MakeAsync(exchange, kind, parsed.GetValue(About), origin, cancellation);
            var file = parsed.GetRequiredValue(To);
            await (IsPdf(file) ? File.WriteAllBytesAsync(file, PdfPage.Write(document, screen.Japanese), cancellation) : File.WriteAllTextAsync(file, DocumentPage.Write(document, screen.Japanese), cancellation));

            screen.Answer(new JsonObject { ["document"] = parsed.GetRequiredValue(Kind), ["file"] = file }, screen.In($"{document.Title.Ja}を書き出しました: {file}", $"{document.Title.En} written: {file}"));
        });

    /// <summary>The name of the file says what is wanted in it.</summary>
    internal static bool IsPdf(string file) => file.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);

    private static WebOrigin OriginOf(string? text) => (text is null ? null : WebOrigin.TryParse(text)) ?? throw StopException.BadInput(
        "ラベルのコードが示すサーバーの公開名がわかりません。", "the name under which browsers reach the service is not known, and the code on a label leads there",
        "--origin https://ホスト名 を指定してください。", "Give it with --origin https://NAME.");
}
