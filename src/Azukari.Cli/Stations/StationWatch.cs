using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Carriers;
using Azukari.Cli.Front;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Stations;

/// <summary>A station follows its own keys' deadlines, at the start of every verb that opens it, and by <c>azukari watch</c> from a timer of the computer.</summary>
internal static class StationWatch
{
    internal static Command Create() => new Command("watch", "ends what must end among this station's keys, and says so / 鍵の期限を見る") { Options.Station, Options.Desk, Options.In, Options.Out }
        .Does(async (parsed, screen, cancellation) =>
        {
            using var station = StationFolder.Open(parsed.GetRequiredValue(Options.Station));
            using var exchange = await Options.ExchangeAsync(parsed, cancellation, facts => Look(station, facts, screen));
            var stopped = Look(station, exchange.Desk.Facts, screen);

            var told = await TellAsync(station, exchange, cancellation);

            var destroyed = station.Keys.Tombstones.Count;
            screen.Answer(
                new JsonObject { ["destroyed"] = destroyed, ["stopped"] = stopped, ["told"] = told },
                screen.In($"この端末が廃棄した鍵: {destroyed}、期限を過ぎて止めている鍵: {stopped}、今回知らせたもの: {told}", $"keys destroyed at this station: {destroyed}; stopped because their time is over: {stopped}; told now: {told}"));
        });

    /// <summary>What a verb works with. The keys are looked at on the record that is here and again on the newest; what cannot be told now is told the next time.</summary>
    internal static async Task<Exchange> EnterAsync(ParseResult parsed, StationFolder station, Screen screen, CancellationToken cancellation)
    {
        var exchange = await Options.ExchangeAsync(parsed, cancellation, facts => Look(station, facts, screen));
        try
        {
            Look(station, exchange.Desk.Facts, screen);
            if (exchange.IsOnline) await TellAsync(station, exchange, cancellation);
        }
        catch (Exception fault) when (fault is HttpRequestException or StopException)
        {
            screen.Say("前回までの結果をまだ届けていません。次の実行のときに届けます。", "What was done before is not told yet; the next call tells it.");
        }

        return exchange;
    }

    /// <summary>Tells what the record has not heard: keys that ended here, and what an earlier run signed and could not send. Without a network all of it is one message.</summary>
    private static async Task<int> TellAsync(StationFolder station, Exchange exchange, CancellationToken cancellation)
    {
        var (facts, engagement) = (exchange.Desk.Facts, exchange.Desk.Settings.Engagement);
        var (pending, ended) = (station.Outbox.Pending(facts, TimeProvider.System.GetUtcNow()), Untold.Of(station, exchange));
        if (pending.Count + ended.Length == 0) return 0;

        if (!exchange.IsOnline)
        {
            await exchange.DeliverAsync(new(engagement, 0, [], [.. pending.SelectMany(message => message.Acts), .. ended.Select(act => act.Write())], [.. pending.SelectMany(message => message.Papers)], null), cancellation);
            return pending.Count + ended.Length;
        }

        foreach (var message in pending) await station.Outbox.SendAsync(exchange, message, cancellation);
        if (ended.Length > 0) await exchange.DeliverAsync(Message.Of(engagement, ended), cancellation);
        await exchange.FollowAsync(cancellation);
        return pending.Count + ended.Length;
    }

    /// <summary>How many keys are stopped. A disk that fails is said and holds up nothing that makes data less reachable (R35).</summary>
    private static int Look(StationFolder station, Engagement facts, Screen screen)
    {
        try
        {
            var (ended, stopped) = station.Keys.Look(facts, TimeProvider.System.GetUtcNow());
            foreach (var stone in ended) screen.Say($"鍵を廃棄しました: {stone.Recipient}", $"A key was destroyed: {stone.Recipient} ({stone.Cause}).");
            if (stopped > 0)
                screen.Say(
                    $"この端末の時計では{stopped}個の鍵が期限を過ぎており、使えません。記録の時刻と一致したとき、または24時間後に廃棄します。時計が違うときは、それまでに直してください。",
                    $"By this computer's clock the time of {stopped} keys is over; they give nothing, and end when the record's time agrees or after 24 hours. If the clock is wrong, set it right before then.");
            return stopped;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            screen.Say("端末のフォルダーに書き込めません。廃棄すべき鍵は使えませんが、まだ残っています。", $"The station's folder cannot be written; a key that must end gives nothing and is still there. ({fault.Message})");
            return 0;
        }
    }
}
