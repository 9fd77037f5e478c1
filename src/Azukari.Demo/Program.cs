using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azukari.Demo;
using Azukari.Demo.Machines;
using Azukari.Demo.Replays;
using Azukari.Demo.Stories;
using Azukari.Demo.Visitors;

if (DemoOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(DemoOptions.Usage);
    return 2;
}

var written = new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
try
{
    if (options.Replay is { } only)
    {
        var replayed = Play(only, options.Folder ?? BuildOutput.DemoFolder);
        if (options.Json is { } answer) await File.WriteAllTextAsync(answer, Result.Of([replayed]).ToJsonString(written));
        return 0;
    }

    var rooms = new Rooms(options.Folder);
    using var postgres = Postgres.StartIfFound();
    Console.WriteLine(postgres is null ? "PostgreSQL: なし、SQLiteとCSVを使います — not found; SQLite and CSV are used" : "PostgreSQL: あり、市の元データと記録に使います — found; it holds the city's source and the record");
    await using var at = await Installation.StartAsync(rooms, postgres);
    var told = await new Tale(options, rooms, postgres, Console.Out).TellAsync(at);
    var page = $"{at.Server}/outside/{await File.ReadAllTextAsync(rooms["server", "page-door"])}";

    foreach (var line in MayorsTable.Of(told, page)) Console.WriteLine(line);
    Replay[] replays = [.. Directory.EnumerateFiles(BuildOutput.ReplaysFolder, "*.yaml").Order(StringComparer.Ordinal).Select(replay => Play(replay, options.Folder ?? BuildOutput.DemoFolder))];
    if (options.Json is { } file) await File.WriteAllTextAsync(file, Result.Of(told, replays).ToJsonString(written));
    if (options.Once) return 0;

    await using var tour = new Tour(at, told.Source, options.People, Visitor.All(at.Origin), "usb-03", "usb-04");
    Console.WriteLine("見学者のために、二件を持ち出したままにします — leaving two carry-outs open for visitors");
    await tour.PrepareAsync();
    Console.WriteLine("Ctrl+C で終わります。 / Ctrl+C ends it.");
    foreach (var line in tour.Lines) Console.WriteLine(line);

    var ended = new TaskCompletionSource();
    Console.CancelKeyPress += (_, pressed) =>
    {
        pressed.Cancel = true;
        ended.TrySetResult();
    };
    using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
    {
        signal.Cancel = true;
        ended.TrySetResult();
    });
    await ended.Task;
    return 0;
}
catch (Exception stop) when (stop is DemoException or ReplayException)
{
    await Console.Error.WriteLineAsync($"demo: {stop.Message}");
    return 1;
}

static Replay Play(string path, string folder)
{
    var replay = Replay.Of(path);
    var picture = ReplayPage.Write(replay, Path.Combine(folder, "replays"));
    foreach (var line in ReplayTable.Of(replay, picture)) Console.WriteLine(line);
    return replay;
}
