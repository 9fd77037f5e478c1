using System.Diagnostics;
using System.Text;

namespace Azukari.Cli.Tests.AgeFiles;

/// <summary>The command line as a process, as anybody starts it.</summary>
internal sealed record Shell(int Exit, byte[] Output, string Errors)
{
    internal static readonly string Program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "azukari.exe" : "azukari");

    internal string Text => Encoding.UTF8.GetString(Output);

    internal static Shell Age(params string[] arguments) => Age([], arguments);

    internal static Shell Age(byte[] input, params string[] arguments)
    {
        using var process = Start(arguments);
        return Ended(process, input);
    }

    internal static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(Program, ["age", .. arguments, "--lang", "en"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    internal static Shell Ended(Process process, byte[] input)
    {
        var errors = process.StandardError.ReadToEndAsync();
        var feeding = Task.Run(() =>
        {
            try
            {
                using var stdin = process.StandardInput.BaseStream;
                stdin.Write(input);
            }
            catch (IOException)
            {
                // It ended without reading all of it, and says why by its exit code.
            }
        });
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        feeding.Wait();
        process.WaitForExit();
        return new(process.ExitCode, output.ToArray(), errors.Result);
    }

    internal Shell Done()
    {
        Assert.True(Exit == 0, $"exit {Exit}: {Errors}");
        return this;
    }

    internal Shell Refused(int exit, string word)
    {
        Assert.Equal(exit, Exit);
        Assert.Contains(word, Errors, StringComparison.Ordinal);
        Assert.Contains("hint: ", Errors, StringComparison.Ordinal);
        return this;
    }
}
