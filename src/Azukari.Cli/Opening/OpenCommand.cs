using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Cli.Stations;

namespace Azukari.Cli.Opening;

/// <summary><c>azukari open</c>: both sides have confirmed; the rows go straight in, or nothing does (R17, R18).</summary>
internal static class OpenCommand
{
    private static readonly Option<string> Into = new("--into") { Description = "sqlite:FILE or postgres:FILE-with-connection:SCHEMA / 投入先", Required = true };
    private static readonly Option<bool> GiveUp = new("--give-up") { Description = "load nothing and destroy this station's key / 投入せず鍵を廃棄" };

    internal static Command Create() => new Command("open", "has the keys released and loads the rows / 開封して投入する")
    {
        Options.Station, Options.Media, Into, GiveUp, Options.CarryOut, Options.Desk, Options.In, Options.Out,
    }.Does(async (parsed, screen, cancellation) =>
    {
        using var station = StationFolder.Open(parsed.GetRequiredValue(Options.Station));
        using var exchange = await StationWatch.EnterAsync(parsed, station, screen, cancellation);
        var opening = new OpenConsignment(station, exchange, screen, TimeProvider.System);
        var id = Options.CarryOutOf(parsed);

        if (parsed.GetValue(GiveUp))
        {
            await opening.GiveUpAsync(id, cancellation);
            screen.Answer(new JsonObject { ["gaveUp"] = id.Value }, screen.In($"投入せず、この端末の鍵を廃棄しました: {id}", $"nothing was loaded, this station's key is destroyed: {id}"));
            return;
        }

        var loaded = await opening.RunAsync(id, parsed.GetRequiredValue(Options.Media), parsed.GetRequiredValue(Into), cancellation);

        if (loaded is null) screen.Answer(new JsonObject { ["asked"] = id.Value }, screen.In("開封の依頼を書き出しました。運んで、返信を --in で渡してください。", "the request is written; carry it and bring the answer with --in."));
        else
            screen.Answer(
                new JsonObject { ["loaded"] = id.Value, ["people"] = loaded.People, ["records"] = loaded.Data.Sum(data => data.Rows), ["keyDestroyed"] = loaded.KeyDestroyed.Recipient.Value },
                screen.In($"投入しました: {loaded.People:N0}人、{loaded.Data.Sum(data => data.Rows):N0}件。この端末の鍵は廃棄しました。", $"loaded: {loaded.People:N0} people, {loaded.Data.Sum(data => data.Rows):N0} records; this station's key is destroyed."));
    });
}
