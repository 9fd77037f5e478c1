using System.Diagnostics;
using System.Text.Json.Nodes;
using Azukari.Age.Tests;

namespace Azukari.Cli.Tests.AgeFiles;

/// <summary>More than four GiB, through pipes, so that nothing of it needs a disk.</summary>
public sealed class LargeFileTests
{
    private const long Size = (4L << 30) + 1_012_345;

    [Theory]
    [Trait("Run", "deep")]
    [InlineData("\"$azukari\" age encrypt -r \"$recipient\" | age -d -i \"$key\"")]
    [InlineData("age -r \"$recipient\" | \"$azukari\" age decrypt -i \"$key\"")]
    public async Task Stock_age_and_the_command_open_each_others_file(string pipe)
    {
        Peer.Stock(["--version"], []); // skips where there is none
        await PassesAsync(pipe, "--classic");
    }

    [Theory]
    [Trait("Run", "deep")]
    [InlineData("\"$azukari\" age encrypt -r \"$recipient\" | node \"$peer\" open-stream \"$key\"")]
    [InlineData("node \"$peer\" seal-stream \"$recipient\" | \"$azukari\" age decrypt -i \"$key\"")]
    public Task The_TypeScript_age_and_the_command_open_each_others_post_quantum_file(string pipe)
    {
        Kit.Demand();
        return PassesAsync(pipe);
    }

    private static async Task PassesAsync(string pipe, params string[] form)
    {
        var folder = Directory.CreateTempSubdirectory("azukari-age-large-");
        try
        {
            var key = Path.Combine(folder.FullName, "key");
            var recipient = (string)JsonNode.Parse(Shell.Age(["keygen", .. form, "--json", "-o", key]).Done().Text)!["recipient"]!;

            Assert.Equal(await SumAsync($"head -c {Size} /dev/zero", key, recipient), await SumAsync($"head -c {Size} /dev/zero | {pipe}", key, recipient));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> SumAsync(string pipe, string key, string recipient)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", pipe + " | sha256sum"]) { RedirectStandardOutput = true };
        (start.Environment["azukari"], start.Environment["key"], start.Environment["recipient"]) = (Shell.Program, key, recipient);
        start.Environment["peer"] = Path.Combine(Kit.Folder, "peer.mjs");
        using var bash = Process.Start(start)!;
        var sum = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        Assert.Equal(0, bash.ExitCode);
        return sum;
    }
}
