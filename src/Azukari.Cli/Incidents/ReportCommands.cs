using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Carriers;
using Azukari.Cli.Front;
using Azukari.Cli.Statements;
using Azukari.Domain;
using Azukari.Domain.Incidents;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Incidents;

/// <summary><c>azukari lost</c> and <c>azukari found</c>: one action, no approval, no blame (R23). Told to both key holders and the service, each whether or not the others answer.</summary>
internal static class ReportCommands
{
    private static readonly Option<string> Key = new("--key") { Description = "the reporter's key file / 届出者の鍵", Required = true };
    private static readonly Option<string> Kind = new("--kind") { Description = "lost, stolen, misdelivered, seal-broken, found-by-others", DefaultValueFactory = _ => "lost" };
    private static readonly Option<string?> For = new("--on-behalf-of") { Description = "a colleague for whom you file / 代わりに届け出る相手" };
    private static readonly Option<bool> Broken = new("--seal-broken") { Description = "the seal is not intact / 封が破れている" };

    internal static Command Lost() => new Command("lost", "reports a loss: the keys die / 紛失を届け出る") { Key, Kind, For, Options.CarryOut, Options.Desk }
        .Does((parsed, screen, cancellation) => ReportAsync(parsed, screen, id => new ReportLoss(id, KindOf(parsed), parsed.GetValue(For) is { } other ? new PersonId(other) : null), cancellation));

    internal static Command Found() => new Command("found", "reports that it is here / 発見を届け出る") { Key, Broken, Options.CarryOut, Options.Desk }
        .Does((parsed, screen, cancellation) => ReportAsync(parsed, screen, id => new ReportFound(id, !parsed.GetValue(Broken)), cancellation));

    private static async Task ReportAsync(ParseResult parsed, Screen screen, Func<CarryOutId, Act> actOf, CancellationToken cancellation)
    {
        using var key = PersonKeyFile.Open(parsed.GetRequiredValue(Key));
        var desk = Desk.Open(parsed.GetValue(Options.Desk)!);
        using var exchange = new Exchange(desk, null, null, TimeProvider.System);
        try
        {
            await exchange.FollowAsync(cancellation);
        }
        catch (HttpRequestException)
        {
            screen.Say("サーバーが応答しません。手元の記録で届け出ます。", "the service does not answer; reporting on the record that is here.");
        }

        var id = Options.CarryOutOf(parsed);
        var act = actOf(id);
        var on = Answered.By(desk.Facts, act) ?? throw StopException.BadInput($"許可の記録にない持出です: {id}", $"the record knows no permit of '{id}'");
        var until = TimeProvider.System.GetUtcNow().AddDays(7);
        var signed = new SignedAct(desk.Settings.Engagement, act, [Signing.ByPerson(desk.Settings.Engagement, act, key.As(Role.Member), on, until, key.Key)], null).Write();

        var answers = new JsonObject();
        var places = act is ReportLoss
            ? new[] { ("ownerHolder", $"{desk.Settings.OwnerHolder}/api/v1/loss"), ("contractorHolder", $"{desk.Settings.ContractorHolder}/api/v1/loss") }
            : [];
        foreach (var (name, address) in places.Append(("service", $"{desk.Settings.Server}/api/v1/engagements/{desk.Settings.Engagement}/acts")))
            answers[name] = await exchange.ReportToAsync(address, signed, cancellation) is { } answer ? answer : "no answer";

        screen.Answer(answers, answers.Select(answer => $"{answer.Key}: {answer.Value?.ToJsonString()}"));
        if (answers.All(answer => answer.Value is JsonValue))
            throw new StopException(ExitCode.NotReachable, new Spoken("not-reachable", "どこにも届きませんでした。", "nobody could be told", "電話で当直に知らせてください。", "Tell the duty desk by telephone."));
    }

    private static LossKind KindOf(ParseResult parsed) => Enum.TryParse<LossKind>(parsed.GetValue(Kind)!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind)
        ? kind
        : throw StopException.BadInput($"--kind が違います: {parsed.GetValue(Kind)}", $"there is no kind '{parsed.GetValue(Kind)}'");
}
