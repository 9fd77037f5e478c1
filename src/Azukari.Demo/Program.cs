using System.Text.Json;
using Azukari.Demo;
using Azukari.Demo.Machines;
using Azukari.Demo.Stories;

if (DemoOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(DemoOptions.Usage);
    return 2;
}

var rooms = new Rooms(options.Folder);
try
{
    await using var at = await Installation.StartAsync(rooms);
    var told = await new Tale(options, rooms, Console.Out).TellAsync(at);
    var page = $"{at.Server}/outside/{await File.ReadAllTextAsync(rooms["server", "page-door"])}";

    foreach (var line in MayorsTable.Of(told, page)) Console.WriteLine(line);
    if (options.Json is { } file) await File.WriteAllTextAsync(file, Result.Of(told).ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    if (options.Once) return 0;

    Console.WriteLine("Ctrl+C で終わります。 / Ctrl+C ends it.");
    var ended = new TaskCompletionSource();
    Console.CancelKeyPress += (_, pressed) => { pressed.Cancel = true; ended.TrySetResult(); };
    await ended.Task;
    return 0;
}
catch (DemoException stop)
{
    await Console.Error.WriteLineAsync($"demo: {stop.Message}");
    return 1;
}
