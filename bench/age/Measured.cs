using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Azukari.Age.Bench;

/// <summary>What one run took: seconds, seconds of user time, and bytes of memory above what the process had before.</summary>
internal sealed partial record Measured(double Seconds, double User, long Memory)
{
    private const int Self = 0;
    private const int Children = -1;

    /// <summary>One run in this process.</summary>
    internal static Measured Here(Action run)
    {
        // From the runtime's own pages on: what the run adds is the run's.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText("/proc/self/clear_refs", "5"); // the high-water mark starts again from what is resident now
        var before = Status("VmRSS:");
        var (user, watch) = (UserSeconds(Self), Stopwatch.StartNew());
        run();
        return new(watch.Elapsed.TotalSeconds, UserSeconds(Self) - user, Status("VmHWM:") - before);
    }

    /// <summary>One run of another program, which must end well.</summary>
    internal static Measured Program(string program, params string[] arguments)
    {
        var (user, watch) = (UserSeconds(Children), Stopwatch.StartNew());
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode == 0
            ? new(watch.Elapsed.TotalSeconds, UserSeconds(Children) - user, 0)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    /// <summary>What a program prints.</summary>
    internal static string Output(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = process.StandardError.ReadToEndAsync();
        return process.StandardOutput.ReadToEnd();
    }

    /// <summary>The least of each figure: what the work costs when nobody else wants the machine.</summary>
    internal static Measured Best(IReadOnlyList<Measured> runs) => new(runs.Min(run => run.Seconds), runs.Min(run => run.User), runs.Max(run => run.Memory));

    private static double UserSeconds(int who)
    {
        Span<long> usage = stackalloc long[18];
        _ = GetUsage(who, usage);
        return usage[0] + (usage[1] / 1e6);
    }

    private static long Status(string field) =>
        long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith(field, StringComparison.Ordinal))[field.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) << 10;

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, Span<long> usage);
}
