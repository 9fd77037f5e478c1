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
        try
        {
            await Task.WhenAll(process.WaitForExitAsync(), errors, output).WaitAsync(Patience);
            return new(process.ExitCode, await output);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"azukari {words[0]} hangs (process {process.Id}, ended: {process.HasExited})\n{Waiting()}");
        }
    }

    /// <summary>Which processes of ours there are, and in what each of them waits: of one that hangs it is the only trace.</summary>
    private static string Waiting() => !OperatingSystem.IsLinux() ? "" : string.Join('\n', Directory.GetDirectories("/proc").Where(place => char.IsAsciiDigit(Path.GetFileName(place)[0])).Select(place =>
    {
        try
        {
            var words = File.ReadAllText(Path.Combine(place, "cmdline")).Split('\0');
            if (!words[0].EndsWith("azukari", StringComparison.Ordinal)) return null;

            var parent = File.ReadLines(Path.Combine(place, "status")).First(line => line.StartsWith("PPid", StringComparison.Ordinal));
            return $"{Path.GetFileName(place)} {parent} {words.ElementAtOrDefault(1)}: {string.Join(' ', Directory.GetDirectories(Path.Combine(place, "task")).Select(task => File.ReadAllText(Path.Combine(task, "wchan"))).CountBy(wait => wait))}";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null; // It ended while it was looked at.
        }
    }).OfType<string>());

    /// <summary>Only starts it.</summary>
    internal static Process Start(string[] within, string[] words)
    {
        string[] call = [.. within, BuildOutput.Of("azukari"), .. words, "--json"];
        var start = new ProcessStartInfo(call[0], call[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }
}
