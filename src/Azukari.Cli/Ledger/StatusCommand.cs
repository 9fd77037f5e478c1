using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Carriers;
using Azukari.Cli.Front;
using Azukari.Cli.Sealing;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.Permits;
using Azukari.Protocol.Wording;

namespace Azukari.Cli.Ledger;

/// <summary><c>azukari status</c>: where every carry-out stands, from the record replayed here; also writes the message that a station without a network needs, and fetches evidence.</summary>
internal static class StatusCommand
{
    private static readonly Option<string?> MessageOut = new("--message") { Description = "leave the message for a station as FILE or qr:FOLDER / 端末へのメッセージ" };
    private static readonly Option<string?> Bundle = new("--bundle") { Description = "fetch the evidence bundle / エビデンス一式を取得" };

    internal static Command Create() => new Command("status", "says where things stand / 状況を表示する") { MessageOut, Bundle, Options.After, Options.CarryOut, Options.Desk, Options.In }
        .Does(async (parsed, screen, cancellation) =>
        {
            using var exchange = await Options.ExchangeAsync(parsed, cancellation);
            var facts = exchange.Desk.Facts;
            var subject = parsed.GetValue(Options.CarryOut) is { } id ? new CarryOutId(id) : null;

            if (parsed.GetValue(MessageOut) is { } message) await WriteMessageAsync(exchange, subject, parsed.GetValue(Options.After), message, cancellation);
            if (parsed.GetValue(Bundle) is { } bundle) await FetchBundleAsync(exchange, subject, bundle, cancellation);

            var shown = facts.CarryOuts.Values.Where(carryOut => subject is null || carryOut.Id == subject).OrderBy(carryOut => carryOut.Asked.At).ToArray();
            screen.Answer(
                new JsonObject
                {
                    ["engagement"] = exchange.Desk.Settings.Engagement.Value,
                    ["genesis"] = facts.Genesis?.Value,
                    ["entries"] = facts.NextSeq,
                    ["keyStock"] = new JsonArray([.. KeyStock.Of(facts).Select(stock => (JsonNode)new JsonObject { ["machine"] = stock.Machine, ["unused"] = stock.Unused, ["low"] = stock.Unused < KeyStock.Fewest })]),
                    ["carryOuts"] = new JsonArray([.. shown.Select(carryOut => (JsonNode)Describe(facts, carryOut))]),
                },
                shown.Select(carryOut => Line(facts, carryOut, screen)).Concat(subject is null ? KeyStock.Of(facts).Select(stock => Line(stock, screen)) : []));
        });

    internal static JsonObject Describe(Engagement facts, CarryOut carryOut)
    {
        var contents = Contents.Of(carryOut);
        var keys = Home.KeysOf(carryOut);
        return new()
        {
            ["id"] = carryOut.Id.Value,
            ["phase"] = Phases.PhaseOf(facts, carryOut).ToString(),
            ["outside"] = Home.IsOutside(facts, carryOut),
            ["people"] = contents?.People,
            ["records"] = contents?.Records,
            ["data"] = contents is null ? null : new JsonArray([.. contents.Data.Select(data => (JsonNode)new JsonObject
            {
                ["dataset"] = data.Dataset.Value, ["rows"] = data.Rows, ["people"] = data.People, ["fields"] = new JsonArray([.. data.Fields.Select(field => (JsonNode)field)]),
            })]),
            ["holders"] = new JsonArray([.. (carryOut.Custody?.Now.Holders ?? []).Select(holder => (JsonNode)holder.Value)]),
            ["keys"] = new JsonArray([.. keys.Select(key => (JsonNode)Keys.StateOf(facts, carryOut, key).ToString())]),
            ["answer"] = contents is null ? null : KeyWording.Of(contents.Key, null).En,
            ["media"] = new JsonArray([.. carryOut.Seal is { Measured: var sealedAs } ? sealedAs.Volumes.Select(volume => (JsonNode)SealCommand.MediumJson(sealedAs, volume)) : []]),
            ["sealNumber"] = carryOut.Seal?.Measured.SealNumber,
            ["closedAt"] = carryOut.Closed?.At.ToUnixTimeMilliseconds(),
        };
    }

    private static string Line(Engagement facts, CarryOut carryOut, Screen screen)
    {
        var contents = Contents.Of(carryOut);
        return $"{carryOut.Id}  {RoleWording.Of(Phases.PhaseOf(facts, carryOut)).In(screen.Japanese)}" + (contents is null ? "" : screen.In(
            $"  {contents.People:N0}人 {contents.Records:N0}件  鍵: {KeyWording.Of(contents.Key, facts.Founding?.Zone).In(screen.Japanese)}", $"  {contents.People:N0} people, {contents.Records:N0} records; key: {KeyWording.Of(contents.Key, facts.Founding?.Zone).In(screen.Japanese)}"));
    }

    private static string Line(KeyStock stock, Screen screen)
    {
        var low = stock.Unused < KeyStock.Fewest;
        return screen.In($"未使用の鍵 {stock.Machine}: {stock.Unused}個{(low ? "（補充してください）" : "")}", $"unused keys at {stock.Machine}: {stock.Unused}{(low ? " (fill the stock)" : "")}");
    }

    private static async Task WriteMessageAsync(Exchange exchange, CarryOutId? subject, long after, string where, CancellationToken cancellation)
    {
        if (subject is not null) foreach (var digest in exchange.Desk.PapersOf(subject)) await exchange.PaperAsync(digest, cancellation);
        await Carried.WriteAsync(where, exchange.Desk.For(subject, after), cancellation);
    }

    /// <summary>Both witnesses must have seen the newest entry; they follow by themselves, so a moment's patience is enough.</summary>
    private static async Task FetchBundleAsync(Exchange exchange, CarryOutId? subject, string file, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await File.WriteAllBytesAsync(file, await exchange.GetAsync($"bundle{(subject is null ? "" : $"?carry-out={subject}")}", cancellation), cancellation);
                return;
            }
            catch (StopException pending) when (attempt < 60 && pending.Why.Any(why => why.Code == "urn:azukari:cosignature-pending"))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), cancellation);
            }
        }
    }
}
