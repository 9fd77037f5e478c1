using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Azukari.Demo.Machines;

/// <summary>One computer at which people of the story sit: a process of its own that takes only <c>azukari</c>'s verbs.</summary>
internal sealed class Computer : IAsyncDisposable
{
    private readonly Machine machine;
    private readonly string logFile;

    internal Computer(string name, string logs, params string[] within)
    {
        logFile = Path.Combine(logs, $"{name}.log");
        machine = Machine.StartWithin(within, "azukari", logFile, "lines");
    }

    internal int ProcessId => machine.ProcessId;

    /// <summary>Calls a verb and returns what it answers; a refusal ends the story, since it was not in it.</summary>
    internal async Task<JsonObject> DoAsync(params string[] words)
    {
        var (exit, output) = await TryAsync(words);
        return exit == 0 ? JsonNode.Parse(output)!.AsObject() : throw new DemoException($"azukari {string.Join(' ', words)}\n{output}");
    }

    /// <summary>Calls a verb that may be refused.</summary>
    internal async Task<(int Exit, string Output)> TryAsync(params string[] words)
    {
        await machine.Input.WriteLineAsync(JsonSerializer.Serialize<string[]>([.. words, "--json"]));
        await machine.Input.FlushAsync();

        var output = new StringBuilder();
        while (await machine.Output.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("exit ", StringComparison.Ordinal)) return (int.Parse(line["exit ".Length..]), output.ToString());
            output.AppendLine(line);
        }

        throw new DemoException($"azukari ended by itself; see {logFile}");
    }

    public ValueTask DisposeAsync() => machine.DisposeAsync();
}
