using System.CommandLine;
using System.Text.Json;

namespace Azukari.Cli.Front;

/// <summary><c>azukari lines</c>: one process that takes one call a line, each a JSON array of words, and answers each with its output and a last line <c>exit N</c>.</summary>
/// <remarks>For whoever drives many calls from a program: it saves the start of a process each time and changes nothing else.</remarks>
internal static class LinesCommand
{
    internal static Command Create(RootCommand azukari)
    {
        var command = new Command("lines", "takes one call a line from a program / 一行に一つの呼出し") { Hidden = true };
        command.SetAction(async (_, cancellation) =>
        {
            while (await Console.In.ReadLineAsync(cancellation) is { } line)
            {
                var words = JsonSerializer.Deserialize<string[]>(line) ?? [];
                var exit = await azukari.Parse(words).InvokeAsync(cancellationToken: cancellation);
                await Console.Out.WriteLineAsync($"exit {exit}");
                await Console.Out.FlushAsync(cancellation);
            }

            return 0;
        });
        return command;
    }
}
