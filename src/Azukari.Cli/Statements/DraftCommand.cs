using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Cli.Stations;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Applications;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Statements;

/// <summary><c>azukari draft ACT</c>: prints in words what is about to be signed, and writes the exact bytes.</summary>
internal static class DraftCommand
{
    private static readonly Argument<string> ActName = new("act") { Description = "the act, e.g. apply, approve, hand-over, confirm-release / 行為" };
    private static readonly Option<string> Said = new("--said") { Description = "what is said, as JSON in the record's form, or @FILE / 内容", DefaultValueFactory = _ => "{}" };
    private static readonly Option<string[]> By = new("--by") { Description = "PERSON:ROLE who is to sign; repeat it for each / 署名者:役割", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> NewKeys = new("--new-key") { Description = "key file of a person whom this act introduces / 新しい人の鍵", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Purpose = new("--purpose") { Description = "of an application / 目的" };
    private static readonly Option<string?> Necessity = new("--necessity") { Description = "why it is needed / 必要性" };
    private static readonly Option<string?> WhyNotOnline = new("--why-not-online") { Description = "why no channel without media will do / 媒体による理由" };
    private static readonly Option<string[]> SignWith = new("--sign-with") { Description = "KEYFILE:ROLE signs at once / その場で署名する鍵", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<bool> Submit = new("--submit") { Description = "deliver it at once / その場で届ける" };
    private static readonly Option<string?> StationOption = new("--station") { Description = "at this station: it shows a code for presence / この端末の前で" };
    private static readonly Option<string?> MediumOption = new("--medium-id") { Description = "property number of the medium / 媒体の管理番号" };

    internal static Command Create()
    {
        var command = new Command("draft", "prints a statement in words and writes its bytes / 意思表示の下書き")
        {
            ActName, Said, By, NewKeys, SignWith, Submit, Purpose, Necessity, WhyNotOnline, StationOption, MediumOption, Options.Desk, Options.CarryOut, Options.DraftFolder, Options.In, Options.Out,
        };

        return command.Does(async (parsed, screen, cancellation) =>
        {
            using var exchange = await Options.ExchangeAsync(parsed, cancellation);
            var facts = exchange.Desk.Facts;
            var now = TimeProvider.System.GetUtcNow();

            var said = SaidOf(parsed, facts);
            var name = ActVerbs.NameOf(parsed.GetValue(ActName)!);
            if (parsed.GetValue(StationOption) is { } folder) said["presence"] = DomainJson.ToNode(PresenceAt(folder, now));

            var text = TextOf(parsed);
            if (text is not null && said["plan"] is JsonObject plan) plan["textDigest"] = text.Commitment().Value;
            // What is signed in a room without a network is carried; that a code for presence is answered within minutes is for the station to see, when it takes its code back.
            var draft = ActVerbs.Draft(exchange.Desk.Settings.Engagement, facts, name, said, parsed.GetValue(MediumOption), now.AddHours(24));
            var keys = KeysOf(parsed);
            var folderOfDraft = new DraftFolder(parsed.GetRequiredValue(Options.DraftFolder));
            folderOfDraft.Create(draft, SignersOf(parsed, facts).Concat(keys.Select(key => SignerText.Parse(facts, key.Role, key.File))));
            if (text is not null) folderOfDraft.AddPaper(DomainJson.ToBytes(text));
            foreach (var (file, _) in keys) SignWithKey(folderOfDraft, file);
            foreach (var file in parsed.GetValue(Submit) ? parsed.GetValue(NewKeys) ?? [] : []) SignWithKey(folderOfDraft, file);

            var words = ActVerbs.InWords(draft, facts, parsed.GetValue(MediumOption), screen);
            var recorded = parsed.GetValue(Submit) ? await SubmitCommand.DeliverAsync(exchange, folderOfDraft, parsed.GetValue(StationOption), [], cancellation) : [];
            screen.Answer(
                new JsonObject { ["act"] = name, ["recorded"] = new JsonArray([.. recorded.Select(answer => (JsonNode)answer.DeepClone())]), ["on"] = draft.On.Value, ["until"] = draft.Until.ToUnixTimeMilliseconds(), ["words"] = new JsonArray([.. words.Select(line => (JsonNode)line)]) },
                words);
        });
    }

    /// <summary>The free text of an application becomes a paper of its own; the record holds its salted commitment.</summary>
    private static ApplicationText? TextOf(ParseResult parsed) => (parsed.GetValue(Purpose), parsed.GetValue(Necessity), parsed.GetValue(WhyNotOnline)) switch
    {
        ({ Length: > 0 } purpose, { Length: > 0 } necessity, { Length: > 0 } why) => ApplicationText.Create(purpose, necessity, why),
        (null, null, null) => null,
        _ => throw StopException.BadInput("目的、必要性、媒体による理由の三つが必要です。", "--purpose, --necessity and --why-not-online belong together"),
    };

    private static (string File, Role Role)[] KeysOf(ParseResult parsed) => [.. (parsed.GetValue(SignWith) ?? []).Select(text => (text[..text.LastIndexOf(':')], SignerText.RoleOf(text[(text.LastIndexOf(':') + 1)..])))];

    private static void SignWithKey(DraftFolder folder, string file)
    {
        using var key = PersonKeyFile.Open(file);
        folder.Sign(key);
    }

    private static Presence PresenceAt(string folder, DateTimeOffset now)
    {
        using var station = StationFolder.Open(folder);
        return station.ShowPresence(now);
    }

    private static JsonObject SaidOf(ParseResult parsed, Engagement facts)
    {
        var text = parsed.GetValue(Said)!;
        if (text.StartsWith('@')) text = File.ReadAllText(text[1..]);

        try
        {
            var said = JsonNode.Parse(text) as JsonObject ?? throw StopException.BadInput("--said は JSON のオブジェクトです。", "--said is a JSON object");
            if (parsed.GetValue(Options.CarryOut) is { } carryOut) said["carryOut"] = carryOut;
            if (parsed.GetValue(ActName) == "approve" && !said.ContainsKey("keys") && facts.Find(new(said["carryOut"]?.GetValue<string>() ?? "-")) is { } asked)
                said["keys"] = DomainJson.ToNode(KeyStock.Choose(facts, asked));
            return said;
        }
        catch (System.Text.Json.JsonException fault)
        {
            throw StopException.BadInput($"--said が JSON として読めません（{fault.LineNumber + 1}行目、{fault.BytePositionInLine + 1}文字目）。", $"--said is not JSON: line {fault.LineNumber + 1}, column {fault.BytePositionInLine + 1}");
        }
    }

    private static IEnumerable<StatementBy> SignersOf(ParseResult parsed, Engagement facts)
    {
        var introduced = (parsed.GetValue(NewKeys) ?? []).ToList();
        foreach (var path in introduced)
        {
            using var key = PersonKeyFile.Open(path);
            yield return key.As(facts.Founding is null ? Role.Representative : Role.Member);
        }

        foreach (var by in parsed.GetValue(By) ?? []) yield return SignerText.Parse(facts, by);
    }
}
