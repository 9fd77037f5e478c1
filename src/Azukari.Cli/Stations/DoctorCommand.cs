using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Carriers;
using Azukari.Cli.Front;

namespace Azukari.Cli.Stations;

/// <summary><c>azukari doctor</c>: what this computer can and cannot do as a station: build, ciphers, rights, time, disk, USB policy. Ends with 1 when something that a station promises does not hold here.</summary>
internal static class DoctorCommand
{
    private static readonly TimeSpan MostApart = TimeSpan.FromMinutes(2);
    private static readonly Option<string?> Station = new("--station") { Description = "folder of this station / 登録端末のフォルダー" };

    internal static Command Create()
    {
        var command = new Command("doctor", "what this computer can and cannot do / この計算機にできること") { Station, Options.Desk };
        command.SetAction(async (parsed, cancellation) =>
        {
            var screen = new Screen(parsed.GetValue(Verb.Json), parsed.GetValue(Verb.Language) != "en");
            var looks = await LookAsync(parsed.GetValue(Station), parsed.GetValue(Options.Desk)!, TimeProvider.System, cancellation);
            screen.Answer(
                new JsonObject { ["findings"] = new JsonArray([.. looks.Select(look => (JsonNode)new JsonObject { ["weight"] = look.Weight.ToString().ToLowerInvariant(), ["code"] = look.Code, ["about"] = look.About, ["ja"] = look.Says.Ja, ["en"] = look.Says.En })]) },
                looks.Select(look => $"{look.Weight.ToString().ToLowerInvariant(),-7} {look.Code,-13} {look.About} {screen.In(look.Says.Ja, look.Says.En)}".TrimEnd()));
            return (int)(looks.Exists(look => look.Weight == LookWeight.Wrong) ? ExitCode.Refused : ExitCode.Done);
        });
        return command;
    }

    internal static async Task<List<Look>> LookAsync(string? station, string desk, TimeProvider clock, CancellationToken cancellation)
    {
        List<Look> looks = [.. OwnMeans.Ciphers()];
        if (station is not null && Directory.Exists(station)) looks.AddRange(OwnMeans.Folder(station));
        else if (station is not null) looks.Add(Look.Wrong("station", station, "端末のフォルダーがありません。", "no station lives there"));

        if (File.Exists(Path.Combine(desk, Desk.SettingsFile))) looks.AddRange(await TimeAsync(Desk.Open(desk), clock, cancellation));
        looks.AddRange(new Surroundings("/").All());
        return looks;
    }

    /// <summary>A key dies by this computer's clock: one that is wrong ends it too early, or is refused everywhere.</summary>
    private static async Task<IEnumerable<Look>> TimeAsync(Desk desk, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (desk.Facts.NextSeq > 0 && now < desk.Facts.LastAt - MostApart)
            return [Look.Wrong("time", "", "時計が、手元の記録より遅れています。合わせてください。", "this clock is behind the record that is here; set it right")];
        if (desk.Settings.Server is not { } server) return [Look.Decide("time", "", "比べる相手につながらない端末です。時計を目で確かめてください。", "this room reaches nobody to compare with; look at the clock")];

        try
        {
            using var direct = new SocketsHttpHandler { UseProxy = false };
            using var http = new HttpClient(direct) { Timeout = TimeSpan.FromSeconds(5) };
            using var answer = await http.GetAsync(new Uri($"{server}/health"), cancellation);
            var parted = answer.Headers.Date is { } date ? (clock.GetUtcNow() - date).Duration() : TimeSpan.MaxValue;
            return parted <= MostApart
                ? [Look.Good("time", "", "時計はサーバーと合っています。", "this clock agrees with the service's")]
                : [Look.Wrong("time", "", "時計がサーバーと二分を超えてずれています。どちらが正しいか確かめてください。", "this clock and the service's part by more than two minutes; see which is right")];
        }
        catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException)
        {
            return [Look.Decide("time", "", "サーバーが応答しないため、時計を比べられません。", "the service does not answer, so that the clock was compared with nothing")];
        }
    }
}
