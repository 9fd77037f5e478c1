using System.Diagnostics;
using System.Text.Json.Nodes;
using Azukari.Demo.Machines;

namespace Azukari.Demo.Tests.Front;

/// <summary>One call of <c>azukari</c> as a process of its own, which may be gone at any moment.</summary>
/// <param name="Exit">Its exit code; 137 when it was killed.</param>
/// <param name="Output">What it said on standard output.</param>
internal sealed record OneShot(int Exit, string Output)
{
    internal const int Killed = 137;

    // Far beyond what any call takes. One that hangs is a bug, and is to be seen as one.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    internal JsonObject Answer => JsonNode.Parse(Output)!.AsObject();

    /// <param name="within">What it runs in, such as a computer that goes wrong.</param>
    /// <param name="words">The verb and its options.</param>
    /// <param name="diesAfter">When it is killed, if it still runs then.</param>
    internal static async Task<OneShot> RunAsync(string[] within, string[] words, TimeSpan? diesAfter = null)
    {
        using var process = Start(within, words);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (diesAfter is { } span && !process.WaitForExit(span)) process.Kill(entireProcessTree: true);

        // Both pipes end when the last process that has them does, and that may be one that it started.
        await Task.WhenAll(process.WaitForExitAsync(), errors).WaitAsync(Patience);
        return new(process.ExitCode, await output.WaitAsync(Patience));
    }

    /// <summary>Only starts it.</summary>
    internal static Process Start(string[] within, string[] words)
    {
        string[] call = [.. within, BuildOutput.Of("azukari"), .. words, "--json"];
        var start = new ProcessStartInfo(call[0], call[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }
}
