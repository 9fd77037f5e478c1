using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Azukari.Testing;

/// <summary>How a computer goes wrong.</summary>
public enum Misfortune
{
    /// <summary>It does not; the steps are only counted.</summary>
    None,

    /// <summary>The process is gone before the step, as by kill -9.</summary>
    Kill,

    /// <summary>Half of a write is done, then the process is gone; at any other step it is gone before it.</summary>
    Tear,

    /// <summary>The process stands still before the step, as on a device that does not answer, until somebody lets it go on.</summary>
    Halt,

    /// <summary>This step and all that follow end with an input/output error.</summary>
    Eio,

    /// <summary>From this step on nothing can be made or written: no space left.</summary>
    Enospc,

    /// <summary>The device is gone: this step and all that follow say so.</summary>
    Enodev,
}

/// <summary>Starts a program of ours on a computer that goes wrong at a chosen step. The program has no hook for it and cannot tell: a library stands between it and the C library.</summary>
/// <remarks>A step is a call on a file below one folder that makes, writes, flushes, renames or removes it, or sends something to another program. All threads count together, and so do the processes that the program starts; when one is gone, all are.</remarks>
public sealed class BadComputer : IDisposable
{
    /// <summary>The calls that leave something behind.</summary>
    public const string Lasting = "open,write,fsync,rename,unlink,send";

    private static readonly Lazy<string?> Library = new(Compile);

    private readonly TempFolder _folder = new();
    private int _runs;

    /// <summary>Whether this machine can be made to go wrong. Where it is checked for good it must.</summary>
    public static bool IsPossible => OperatingSystem.IsLinux() && (Library.Value is not null || Environment.GetEnvironmentVariable("CI") == "true");

    /// <summary>What a test that needs it skips with.</summary>
    public static string Otherwise => "a computer goes wrong by a library that a C compiler makes on Linux";

    private string LogFile => _folder.File($"steps-{_runs}");

    private string SharedFile => _folder.File($"shared-{_runs}");

    /// <summary>The words that start a program so; its own words follow.</summary>
    /// <param name="under">The folder whose files count; with its last slash, or without it where siblings of that name count too.</param>
    /// <param name="how">What happens.</param>
    /// <param name="at">At which step, counted from 1.</param>
    /// <param name="on">Which calls are steps, by name; by default those that leave something behind.</param>
    /// <param name="clock">How far its clock is ahead; negative where it is behind.</param>
    public string[] Within(string under, Misfortune how = Misfortune.None, int at = 0, string on = Lasting, TimeSpan clock = default)
    {
        _runs++;
        return
        [
            "/usr/bin/env", $"LD_PRELOAD={Library.Value}", $"BAD_UNDER={under}", $"BAD_ON={on}", $"BAD_LOG={LogFile}", $"BAD_SHARED={SharedFile}",
            string.Create(CultureInfo.InvariantCulture, $"BAD_CLOCK={(long)clock.TotalSeconds}"),
            string.Create(CultureInfo.InvariantCulture, $"BAD_AT={(how == Misfortune.None ? 0 : at)}"), $"BAD_HOW={how.ToString().ToLowerInvariant()}",
        ];
    }

    /// <summary>The steps of the last run in their order, each as the call and the place.</summary>
    public IReadOnlyList<string> Taken() => File.Exists(LogFile) ? [.. File.ReadAllLines(LogFile).Select(line => line[(line.IndexOf(' ') + 1)..])] : [];

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static string? Compile()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/cc")) return null;

        var library = Path.Combine(AppContext.BaseDirectory, "bad-computer.so");
        var made = $"{library}.{Environment.ProcessId}";
        using var source = Assembly.GetExecutingAssembly().GetManifestResourceStream("bad-computer.c")!;
        using var compiler = Process.Start(new ProcessStartInfo("/usr/bin/cc", ["-shared", "-fPIC", "-O1", "-x", "c", "-o", made, "-"]) { RedirectStandardInput = true })!;
        source.CopyTo(compiler.StandardInput.BaseStream);
        compiler.StandardInput.Close();
        compiler.WaitForExit();
        if (compiler.ExitCode != 0) return null;

        File.Move(made, library, overwrite: true);
        return library;
    }
}
