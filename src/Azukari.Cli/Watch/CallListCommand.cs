using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Documents;
using Azukari.Cli.Front;
using Azukari.Protocol.Canonical;
using Azukari.Protocol.Documents;

namespace Azukari.Cli.Watch;

/// <summary><c>azukari call-list</c> and <c>azukari contact</c>: whom to call, for the wall, and how one is reached oneself (R15).</summary>
internal static class CallListCommand
{
    private static readonly Option<string> To = new("--to") { Description = "file to write; .html makes a page, .pdf a PDF / 出力先（.html はページ、.pdf は PDF）", Required = true };
    private static readonly Option<string> Person = new("--person") { Description = "pseudonym / 仮名", Required = true };
    private static readonly Option<string> Name = new("--name") { Description = "name on the printed list / 氏名", DefaultValueFactory = _ => "" };
    private static readonly Option<string> Mail = new("--mail") { Description = "e-mail / メール", DefaultValueFactory = _ => "" };
    private static readonly Option<string> Telephone = new("--telephone") { Description = "telephone / 電話", DefaultValueFactory = _ => "" };
    private static readonly Option<bool> Erase = new("--erase") { Description = "erases what is stored / 消去" };

    internal static Command List() => new Command("call-list", "writes the call list to print / 緊急連絡表を書き出す") { To, Options.Desk }.Does(async (parsed, screen, cancellation) =>
    {
        using var exchange = await Options.ExchangeAsync(parsed, cancellation);
        var file = parsed.GetRequiredValue(To);
        var format = DocumentCommand.IsPdf(file) ? "json" : file.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? "html" : "text";
        var answer = await exchange.GetAsync($"call-list?lang={screen.In("ja", "en")}&format={format}", cancellation);
        var written = format == "json" ? PdfPage.Write(CallSheet.Read(answer, DocumentDesk.MostNamesBytes).Make(exchange.Desk.Facts), screen.Japanese) : answer;
        await File.WriteAllBytesAsync(file, written, cancellation);
        screen.Answer(new JsonObject { ["written"] = file }, screen.In($"書き出しました: {file}", $"written: {file}"));
    });

    internal static Command Contact() => new Command("contact", "says how a person is reached; nothing of it enters the record / 連絡先を登録する") { Person, Name, Mail, Telephone, Erase, Options.Desk }.Does(async (parsed, screen, cancellation) =>
    {
        using var exchange = await Options.ExchangeAsync(parsed, cancellation);
        var (person, isErased) = (parsed.GetRequiredValue(Person), parsed.GetValue(Erase));
        var body = new JsonObject { ["language"] = screen.In("ja", "en"), ["mail"] = parsed.GetValue(Mail), ["name"] = parsed.GetValue(Name), ["telephone"] = parsed.GetValue(Telephone) };
        await exchange.SendAsync(isErased ? HttpMethod.Delete : HttpMethod.Put, $"contacts/{person}", isErased ? [] : CanonicalJson.Write(body), cancellation);
        screen.Answer(new JsonObject { ["person"] = person, ["erased"] = isErased }, isErased ? screen.In($"消去しました: {person}", $"erased: {person}") : screen.In($"登録しました: {person}", $"stored: {person}"));
    });
}
