using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Cli.Statements;
using Azukari.Domain;
using Azukari.Domain.Custody;
using Azukari.Protocol.Custody;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Custody;

/// <summary><c>azukari hand-over</c>: writes what giver and receivers sign: who, where, the number on the seal, intact or not (R14).</summary>
internal static class HandOverCommand
{
    private static readonly Option<string[]> From = new("--from") { Description = "who gives / 渡す人", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> To = new("--to") { Description = "PERSON:ROLE who receives / 受け取る人:役割", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Courier = new("--courier") { Description = "COMPANY:TRACKING:RECEIPT / セキュリティ便" };
    private static readonly Option<string?> Delivered = new("--delivered") { Description = "COMPANY:TRACKING:RECEIPT as read on the parcel / 届いた荷物の番号" };
    private static readonly Option<string?> Route = new("--route") { Description = "the route, travelled without a stop / 立寄りなしの経路" };
    private static readonly Option<string?> At = new("--at") { Description = "site; omitted on the way / 場所" };
    private static readonly Option<bool> Stored = new("--stored") { Description = "into the locked place / 施錠保管" };
    private static readonly Option<string?> Seal = new("--seal") { Description = "the number that both read on the seal / 封緘番号" };
    private static readonly Option<bool> NotIntact = new("--not-intact") { Description = "the seal is not intact / 封に異常" };

    internal static Command Create() => new Command("hand-over", "writes the statement of a hand-over / 受渡の意思表示を作る")
    {
        From, To, Courier, Delivered, Route, At, Stored, Seal, NotIntact, Options.CarryOut, Options.DraftFolder, Options.Desk, Options.In,
    }.Does(async (parsed, screen, cancellation) =>
    {
        using var exchange = await Options.ExchangeAsync(parsed, cancellation);
        var (facts, id) = (exchange.Desk.Facts, Options.CarryOutOf(parsed));
        var carryOut = facts.Find(id) ?? throw StopException.BadInput($"記録にない持出です: {id}", $"the record knows no '{id}'");
        var receivers = (parsed.GetValue(To) ?? []).Select(text => SignerText.Parse(facts, text)).ToArray();
        var givers = (parsed.GetValue(From) ?? []).Select(text => SignerText.Parse(facts, text)).Where(giver => receivers.All(receiver => receiver.Person != giver.Person));

        var route = parsed.GetValue(Route) is { } stated ? RouteText.Create(stated) : null;
        var act = new HandOver(
            id, [.. carryOut.Seal?.Measured.Volumes.Select(volume => volume.Medium) ?? carryOut.Plan.Media], [.. receivers.Select(receiver => receiver.Person)], LegOf(parsed, Courier), parsed.GetValue(At) is { } site ? new SiteId(site) : null,
            parsed.GetValue(Stored), parsed.GetValue(Seal), !parsed.GetValue(NotIntact), Method: null, route?.Commitment(), LegOf(parsed, Delivered));
        var draft = DraftAct.Of(exchange.Desk.Settings.Engagement, act, Answered.By(facts, act) ?? facts.Genesis!, TimeProvider.System.GetUtcNow().AddHours(24));
        var folder = new DraftFolder(parsed.GetRequiredValue(Options.DraftFolder));
        folder.Create(draft, receivers.Concat(givers));
        if (route is not null) folder.AddPaper(DomainJson.ToBytes(route));

        var words = ActVerbs.InWords(draft, facts, null, screen);
        screen.Answer(new JsonObject { ["act"] = draft.Act, ["words"] = new JsonArray([.. words.Select(line => (JsonNode)line)]) }, words);
    });

    private static CourierLeg? LegOf(ParseResult parsed, Option<string?> option) => parsed.GetValue(option)?.Split(':') switch
    {
        null => null,
        [var company, var tracking, var receipt] => new(new(company), tracking, receipt),
        _ => throw StopException.BadInput($"{option.Name} は 会社:追跡番号:受領番号 の形です。", $"{option.Name} takes COMPANY:TRACKING:RECEIPT"),
    };
}
