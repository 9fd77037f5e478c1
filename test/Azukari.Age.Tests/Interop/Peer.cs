using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Azukari.Age.Tests;

// Another implementation of age, run as a process. What it needs goes through standard input, keys included.
internal static class Peer
{
    public static byte[] TypeScript(string act, ReadOnlySpan<byte> key, ReadOnlySpan<byte> body)
    {
        Kit.Demand();
        return Run("node", [Path.Combine(Kit.Folder, "peer.mjs"), act], [.. key, (byte)'\n', .. body]);
    }

    public static byte[] Stock(string[] arguments, byte[] input)
    {
        Assert.SkipUnless(OnPath("age"), "age is not installed");
        return Run("age", arguments, input);
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static byte[] Run(string program, string[] arguments, byte[] input)
    {
        using var process = Start(program, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var feeding = Task.Run(() =>
        {
            using var stdin = process.StandardInput.BaseStream;
            stdin.Write(input);
        });
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        feeding.Wait();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output.ToArray();
    }

    private static Process Start(string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardErrorEncoding = Encoding.UTF8,
            })!;
        }
        catch (Win32Exception)
        {
            Kit.SkipOrFail($"{program} is not installed");
            throw;
        }
    }
}
