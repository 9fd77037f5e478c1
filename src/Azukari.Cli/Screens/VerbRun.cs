using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;

namespace Azukari.Cli.Screens;

/// <summary>One verb, run for the page as a process of its own: the page has no other way to do anything, and what is done when it is interrupted, reloaded or ended is the verb's matter.</summary>
internal sealed class VerbRun
{
    private readonly Process process;
    private volatile Advance? advance;

    private VerbRun(Process process)
    {
        this.process = process;
        Ended = EndAsync();
    }

    /// <summary>How far it says that it has come, or null.</summary>
    internal Advance? Advance => advance;

    /// <summary>Its end; never fails.</summary>
    internal Task<VerbEnd> Ended { get; }

    internal static VerbRun Start(params IEnumerable<string> words)
    {
        var start = OwnProgram.Call([.. words, "--json"]);
        start.RedirectStandardError = true;
        ProgressFeed.Want(start);
        return new(Process.Start(start)!);
    }

    internal void Interrupt() => OwnProgram.Interrupt(process);

    private async Task<VerbEnd> EndAsync()
    {
        process.ErrorDataReceived += (_, line) => advance = line.Data is { } said && ProgressFeed.Read(said) is { } more ? more : advance;
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new((ExitCode)process.ExitCode, Parsed(output));
    }

    private static JsonObject Parsed(string output)
    {
        try
        {
            return JsonNode.Parse(output) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return []; // It said nothing, or broke off: the exit code is all there is.
        }
    }
}

/// <summary>How a verb ended and what it answered.</summary>
internal sealed record VerbEnd(ExitCode Exit, JsonObject Answer);
