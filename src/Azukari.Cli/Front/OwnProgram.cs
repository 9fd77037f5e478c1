using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Azukari.Cli.Front;

/// <summary>This very program as a process of its own.</summary>
internal static partial class OwnProgram
{
    private const int Terminate = 15;

    /// <summary>How it is called, with its input and output in our hands.</summary>
    internal static ProcessStartInfo Call(params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (var word in words) start.ArgumentList.Add(word);
        return start;
    }

    /// <summary>Asks it to stop as Ctrl-C does, so that it takes off what it has half done; where the system knows no such request it ends at once, and the next call clears up.</summary>
    internal static void Interrupt(Process process)
    {
        try
        {
            if (OperatingSystem.IsWindows()) process.Kill(entireProcessTree: true);
            else if (!process.HasExited) _ = Signal(process.Id, Terminate);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int process, int signal);
}
