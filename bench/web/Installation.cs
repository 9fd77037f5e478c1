using System.Diagnostics;
using System.Globalization;
using Azukari.Shared;

namespace Azukari.Web.Bench;

/// <summary>The service as a process over a filled folder.</summary>
internal sealed class Installation(string folder) : IDisposable
{
    private Process? program;

    internal Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Next()}");

    /// <summary>Starts it and says how long it took until it answered.</summary>
    internal async Task<TimeSpan> StartAsync()
    {
        var began = Stopwatch.GetTimestamp();
        program = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "azukari-server"), ["--data", folder, "--urls", Address.ToString(), "--origin", "https://bench.invalid", "--burst", "100000000", "--Logging:LogLevel:Default", "Warning"]) { RedirectStandardOutput = true })!;
        program.OutputDataReceived += (_, _) => { };
        program.BeginOutputReadLine(); // A pipe that nobody empties would stop it.
        using var direct = new SocketsHttpHandler { UseProxy = false };
        using var http = new HttpClient(direct);
        while (true)
        {
            try
            {
                if (await http.GetStringAsync(new Uri(Address, "/health")) == "ok") return Stopwatch.GetElapsedTime(began);
            }
            catch (HttpRequestException) when (!program.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>How long the processors have worked for it.</summary>
    internal TimeSpan Worked
    {
        get
        {
            program!.Refresh();
            return program.TotalProcessorTime;
        }
    }

    /// <summary>What the process holds in memory now, and what it held at most, in MiB.</summary>
    internal (long Now, long Most) Memory()
    {
        var status = File.ReadLines($"/proc/{program!.Id}/status").ToArray();
        long Of(string field) => long.Parse(status.First(line => line.StartsWith(field, StringComparison.Ordinal))[field.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) >> 10;
        return (Of("VmRSS:"), Of("VmHWM:"));
    }

    internal async Task StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", program!.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await program.WaitForExitAsync();
        program.Dispose();
        program = null;
    }

    public void Dispose()
    {
        program?.Kill();
        program?.Dispose();
    }
}
