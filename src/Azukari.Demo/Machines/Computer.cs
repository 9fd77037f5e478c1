using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Azukari.Demo.Machines;

/// <summary>One computer at which people of the story sit: a process of its own that takes only <c>azukari</c>'s verbs.</summary>
internal sealed class Computer : IAsyncDisposable
{
    // The longest verb of a story seals or loads a whole city; beyond this it hangs, and somebody has to look.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly string logFile;
    private readonly string[] within;
    private Machine machine;

    internal Computer(string name, string logs, params string[] within)
    {
        (logFile, this.within) = (Path.Combine(logs, $"{name}.log"), within);
        machine = Start();
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
        var called = machine;
        try
        {
            await called.Input.WriteLineAsync(JsonSerializer.Serialize<string[]>([.. words, "--json"]));
            await called.Input.FlushAsync();
        }
        catch (IOException)
        {
            throw new DemoException($"azukari is gone; see {logFile}");
        }

        var output = new StringBuilder();
        using var enough = new CancellationTokenSource(Longest);
        try
        {
            while (await called.Output.ReadLineAsync().WaitAsync(enough.Token) is { } line)
            {
                if (line.StartsWith("exit ", StringComparison.Ordinal)) return (int.Parse(line["exit ".Length..]), output.ToString());
                output.AppendLine(line);
            }
        }
        catch (OperationCanceledException)
        {
            throw new DemoException($"azukari {string.Join(' ', words.Take(2))} does not answer; see {logFile}");
        }

        throw new DemoException($"azukari ended by itself; see {logFile}");
    }

    /// <summary>The power fails, whatever is being called, and comes back.</summary>
    internal async Task CrashAsync()
    {
        await machine.DisposeAsync();
        machine = Start();
    }

    public ValueTask DisposeAsync() => machine.DisposeAsync();

    private Machine Start() => Machine.StartWithin(within, "azukari", logFile, "lines");
}
