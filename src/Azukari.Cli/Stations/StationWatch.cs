using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Carriers;
using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Stations;

/// <summary>A station follows its own keys' deadlines, at the start of every verb that opens it, and by <c>azukari watch</c> from a timer of the computer.</summary>
internal static class StationWatch
{
    internal static Command Create() => new Command("watch", "ends what must end among this station's keys, and says so / 鍵の期限を見る") { Options.Station, Options.Desk, Options.In, Options.Out }
        .Does(async (parsed, screen, cancellation) =>
        {
            using var station = StationFolder.Open(parsed.GetRequiredValue(Options.Station));
            station.Keys.Look(Carriers.Desk.Open(parsed.GetValue(Options.Desk)!).Facts, TimeProvider.System.GetUtcNow()); // On what is here already: the network may keep nobody waiting.
            using var exchange = await Options.ExchangeAsync(parsed, cancellation);
            station.Keys.Look(exchange.Desk.Facts, TimeProvider.System.GetUtcNow());

            var told = Untold(station, exchange);
            if (told.Length > 0) await exchange.DeliverAsync(Message.Of(exchange.Desk.Settings.Engagement, told), cancellation);
            screen.Answer(
                new JsonObject { ["destroyed"] = station.Keys.Tombstones.Count, ["told"] = told.Length },
                screen.In($"この端末が廃棄した鍵: {station.Keys.Tombstones.Count}、今回知らせたもの: {told.Length}", $"keys destroyed at this station: {station.Keys.Tombstones.Count}; told now: {told.Length}"));
        });

    /// <summary>Looks before a verb does its own work. What cannot be told now is told the next time.</summary>
    internal static async Task LookAsync(StationFolder station, Exchange exchange, Screen screen, CancellationToken cancellation)
    {
        foreach (var stone in station.Keys.Look(exchange.Desk.Facts, TimeProvider.System.GetUtcNow()))
            screen.Say($"鍵を廃棄しました: {stone.Recipient}", $"a key was destroyed: {stone.Recipient} ({stone.Cause})");

        if (!exchange.IsOnline || Untold(station, exchange) is not { Length: > 0 } told) return;

        try
        {
            await exchange.DeliverAsync(Message.Of(exchange.Desk.Settings.Engagement, told), cancellation);
            await exchange.FollowAsync(cancellation);
        }
        catch (Exception fault) when (fault is HttpRequestException or StopException)
        {
            screen.Say("鍵の廃棄をまだ知らせていません。", "the destruction is not told yet");
        }
    }

    /// <summary>Tombstones that the record has not heard of. Those of a loading or a giving up travel inside its own receipt.</summary>
    private static SignedAct[] Untold(StationFolder station, Exchange exchange)
    {
        var (facts, engagement) = (exchange.Desk.Facts, exchange.Desk.Settings.Engagement);
        return
        [
            .. station.Keys.Tombstones
                .Where(stone => stone.Cause is not (DestructionCause.Loaded or DestructionCause.GaveUp) && facts.Keys.TryGetValue(stone.Recipient, out var key) && key.Death is null)
                .Select(stone => new DestroyKey(facts.Keys[stone.Recipient].NamedBy, stone))
                .Select(act => Signing.ByMachine(new(engagement, act, [], null), Answered.By(facts, act)!, station.Key)),
        ];
    }
}
