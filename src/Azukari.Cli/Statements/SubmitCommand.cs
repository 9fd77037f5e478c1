using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Carriers;
using Azukari.Cli.Front;
using Azukari.Cli.Stations;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Statements;

/// <summary><c>azukari submit</c>: delivers a signed draft, or a message that was carried here as a file; with <c>--answer</c> it writes what the sender needs next.</summary>
internal static class SubmitCommand
{
    private static readonly Option<string?> Draft = new("--draft") { Description = "a draft with its signatures / 署名済みの下書き" };
    private static readonly Option<string?> MessageFile = new("--message") { Description = "a carried message: FILE, qr or qr:FILE / 運ばれてきたメッセージ" };
    private static readonly Option<string?> Answer = new("--answer") { Description = "where to leave the message to carry back: FILE or qr:FOLDER / 返信の書き出し先" };
    private static readonly Option<string[]> Papers = new("--paper") { Description = "a paper to deliver along / 添付する書類", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> StationOption = new("--station") { Description = "the station that attests presence / 立会いを証する登録端末" };

    internal static Command Create() => new Command("submit", "delivers what was signed / 届ける") { Draft, MessageFile, Answer, Papers, StationOption, Options.After, Options.Desk, Options.CarryOut, Options.Out }
        .Does(async (parsed, screen, cancellation) =>
        {
            using var exchange = await Options.ExchangeAsync(parsed, cancellation);
            var message = parsed.GetValue(MessageFile) is { } carried ? await Carried.ReadAsync(carried, cancellation) : Gather(
                exchange, new DraftFolder(parsed.GetValue(Draft) ?? throw StopException.BadInput("--draft か --message を指定してください。", "name a --draft or a --message")),
                parsed.GetValue(StationOption), parsed.GetValue(Papers) ?? []);
            var answers = await DeliverAsync(exchange, message, cancellation);

            if (parsed.GetValue(Answer) is { } where) await Carried.WriteAsync(where, await AnswerAsync(parsed, exchange, message, cancellation), cancellation);

            var recorded = answers.Select(answer => answer["seq"] is { } seq
                ? screen.In($"記録しました: #{seq} {answer["leaf"]}", $"recorded: #{seq} {answer["leaf"]}")
                : screen.In("サーバーが預かりました。記録の復元が済むと記録されます。", "kept by the service; it is recorded once the record is whole again.")).ToArray();
            screen.Answer(
                new JsonObject { ["recorded"] = new JsonArray([.. answers.Select(answer => (JsonNode)answer.DeepClone())]), ["genesis"] = exchange.Desk.Settings.Genesis?.Value },
                recorded.Length > 0 ? recorded : [screen.In("ファイルに書き出しました。", "written to a file.")]);
        });

    /// <summary>Delivers a signed draft; the station, where one is named, attests that its people were there.</summary>
    internal static Task<IReadOnlyList<JsonObject>> DeliverAsync(Exchange exchange, DraftFolder draft, string? station, IEnumerable<string> papers, CancellationToken cancellation) =>
        DeliverAsync(exchange, Gather(exchange, draft, station, papers), cancellation);

    private static async Task<IReadOnlyList<JsonObject>> DeliverAsync(Exchange exchange, Message message, CancellationToken cancellation)
    {
        var answers = await exchange.DeliverAsync(message, cancellation);
        if (exchange.IsOnline) await TrustNewGenesisAsync(exchange, message, cancellation);
        return answers;
    }

    private static Message Gather(Exchange exchange, DraftFolder draft, string? station, IEnumerable<string> papers)
    {
        var signed = draft.Signed();
        return Message.Of(exchange.Desk.Settings.Engagement, [station is null ? signed : Attested(station, draft.Draft(), signed)], papers.Select(File.ReadAllBytes).Concat(draft.Papers()));
    }

    private static SignedAct Attested(string folder, DraftAct draft, SignedAct signed)
    {
        using var station = StationFolder.Open(folder);
        if (draft.Said["presence"] is { } presence) station.TakePresence(DomainJson.FromNode<Presence>(presence), TimeProvider.System.GetUtcNow());
        return Signing.ByMachine(signed, draft.On, station.Key);
    }

    /// <summary>Both roots have signed this genesis here; the first entry that comes back must be it.</summary>
    private static async Task TrustNewGenesisAsync(Exchange exchange, Message message, CancellationToken cancellation)
    {
        var before = exchange.Desk.Facts;
        await exchange.FollowAsync(cancellation);

        var founded = message.Acts.Select(act => SignedAct.Read(act)).Select(signed => signed.Act).OfType<FoundEngagement>().FirstOrDefault();
        if (founded is null || before.Genesis is not null) return;
        if (exchange.Desk.Facts.Founding != founded) throw new ReplayException("the service's first entry is not the genesis that was signed here");

        exchange.Desk.TrustGenesis(exchange.Desk.Facts.Genesis!);
    }

    private static async Task<Message> AnswerAsync(ParseResult parsed, Exchange exchange, Message message, CancellationToken cancellation)
    {
        var subject = message.Release?.CarryOut ?? (parsed.GetValue(Options.CarryOut) is { } id ? new CarryOutId(id) : null);
        if (subject is not null) foreach (var digest in exchange.Desk.PapersOf(subject)) await exchange.PaperAsync(digest, cancellation);
        if (message.Release is not { } request) return exchange.Desk.For(subject, parsed.GetValue(Options.After));

        var receipt = exchange.Desk.Facts.Find(request.CarryOut)?.Seal ?? throw StopException.BadInput("封緘の記録がありません。", "there is no seal receipt of that case");
        var envelope = await exchange.PaperAsync(receipt.Measured.Envelope, cancellation);
        var opened = await exchange.ReleaseAsync(request.CarryOut, envelope, request, cancellation);
        await exchange.FollowAsync(cancellation);
        return exchange.Desk.For(request.CarryOut, parsed.GetValue(Options.After), opened);
    }
}
