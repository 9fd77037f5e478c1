using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Cli.Stations;

namespace Azukari.Cli.Opening;

/// <summary><c>azukari open</c>: both sides have confirmed; the rows go straight in, or nothing does (R17, R18).</summary>
internal static class OpenCommand
{
    /// <summary>A medium that is broken or gone keeps nobody from giving up (R32), so that neither of these two is always needed.</summary>
    private static readonly Option<string[]> Media = new("--medium") { Description = "where the media are mounted, one a volume / 媒体の場所（分冊ごと）", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Into = new("--into") { Description = "sqlite:FILE or postgres:FILE-with-connection:SCHEMA / 投入先" };
    private static readonly Option<bool> GiveUp = new("--give-up") { Description = "load nothing and destroy this station's key / 投入せず鍵を廃棄" };

    internal static Command Create() => new Command("open", "has the keys released and loads the rows / 開封して投入する")
    {
        Options.Station, Media, Into, GiveUp, Options.CarryOut, Options.Desk, Options.In, Options.Out,
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

        if (parsed.GetValue(Media) is not { Length: > 0 } media || parsed.GetValue(Into) is not { } into)
            throw StopException.BadInput("媒体の場所か投入先が指定されていません。", "the media or the destination are not named", "--medium と --into を指定してください。", "Name them with --medium and --into.");

        var loaded = await opening.RunAsync(id, media, into, cancellation);

        if (loaded is null) screen.Answer(new JsonObject { ["asked"] = id.Value }, screen.In("開封の依頼を書き出しました。運んで、返信を --in で渡してください。", "the request is written; carry it and bring the answer with --in."));
        else
            screen.Answer(
                new JsonObject { ["loaded"] = id.Value, ["people"] = loaded.People, ["records"] = loaded.Data.Sum(data => data.Rows), ["keyDestroyed"] = loaded.KeyDestroyed.Recipient.Value },
                screen.In($"投入しました: {loaded.People:N0}人、{loaded.Data.Sum(data => data.Rows):N0}件。この端末の鍵は廃棄しました。", $"loaded: {loaded.People:N0} people, {loaded.Data.Sum(data => data.Rows):N0} records; this station's key is destroyed."));
    });
}
