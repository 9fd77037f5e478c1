using System.Diagnostics;

namespace Azukari.Demo.Machines;

/// <summary>A program of ours, started from its build output as a process of its own, ended by its id when the demo ends.</summary>
internal sealed class Machine : IAsyncDisposable
{
    private readonly Process process;
    private readonly LogFile log;
    private bool isEnded;

    private Machine(Process process, LogFile log) => (this.process, this.log) = (process, log);

    internal int ProcessId => process.Id;

    internal StreamWriter Input => process.StandardInput;

    internal StreamReader Output => process.StandardOutput;

    internal static Machine Start(string program, string logFile, params IEnumerable<string> words) => StartWithin([], program, logFile, words);

    /// <summary>Starts a program within another that changes its surroundings, such as a network namespace.</summary>
    internal static Machine StartWithin(IReadOnlyList<string> within, string program, string logFile, params IEnumerable<string> words)
    {
        string[] call = [.. within, BuildOutput.Of(program), .. words];
        var start = new ProcessStartInfo(call[0], call[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_TieredPGO"] = "0";
        var process = Process.Start(start)!;
        var machine = new Machine(process, new(logFile));
        process.ErrorDataReceived += (_, line) => machine.log.Add(line.Data);
        process.BeginErrorReadLine();
        return machine;
    }

    /// <summary>Lets the log go on without anybody reading standard output.</summary>
    internal Machine Unread()
    {
        process.OutputDataReceived += (_, line) => log.Add(line.Data);
        process.BeginOutputReadLine();
        return this;
    }

    internal static async Task<string> RunAsync(string program, string logFile, params IEnumerable<string> words)
    {
        await using var machine = Start(program, logFile, words);
        machine.Input.Close();
        var output = await machine.Output.ReadToEndAsync();
        await machine.process.WaitForExitAsync();
        return machine.process.ExitCode == 0 ? output : throw new DemoException($"{program} {string.Join(' ', words.Take(2))} ended with {machine.process.ExitCode}; see {logFile}");
    }

    /// <summary>Waits until it answers, or says that it ended.</summary>
    internal async Task AnswersAsync(string address)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        for (var attempt = 0; attempt < 300 && !process.HasExited; attempt++)
        {
            try
            {
                if ((await http.GetAsync(new Uri($"{address}/health"))).IsSuccessStatusCode) return;
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
                // Not up yet; the next look comes soon.
            }

            await Task.Delay(100);
        }

        throw new DemoException($"{address} does not answer");
    }

    /// <summary>Waits until it has ended by itself, and says with which exit code.</summary>
    internal async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (isEnded) return;

        isEnded = true;
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }
}

/// <summary>A file that takes lines from several threads.</summary>
internal sealed class LogFile(string path)
{
    private readonly Lock gate = new();

    internal void Add(string? line)
    {
        if (line is null) return;

        lock (gate) File.AppendAllText(path, line + "\n");
    }
}

/// <summary>Where the build left our programs.</summary>
internal static class BuildOutput
{
    /// <summary>Where a demo works when nobody names a folder: beside the build output, in the last run's place.</summary>
    internal static string DemoFolder => Path.Combine(new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Parent!.Parent!.FullName, "demo");

    /// <summary>The replay files that come with the repository.</summary>
    internal static string ReplaysFolder => Path.Combine(new DirectoryInfo(DemoFolder).Parent!.Parent!.FullName, "replays");

    internal static string Of(string program)
    {
        var project = program switch
        {
            "azukari" => "Azukari.Cli",
            "azukari-server" => "Azukari.Server",
            "azukari-holder" => "Azukari.Holder",
            _ => throw new ArgumentOutOfRangeException(nameof(program)),
        };
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, program);
    }
}

/// <summary>The demo cannot go on; the message says why.</summary>
internal sealed class DemoException(string message) : Exception(message);
