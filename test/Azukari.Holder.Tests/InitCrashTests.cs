using System.Diagnostics;
using Azukari.Holder.Vault;

namespace Azukari.Holder.Tests;

/// <summary>A holder's two lasting keys are made once, whatever happens to the computer while they are: half a pair is no pair, and a pair that may have been shown is never replaced.</summary>
public sealed class InitCrashTests(ITestOutputHelper output)
{
    private const int Killed = 137;

    [Theory]
    [Trait("Run", "deep")]
    [InlineData(Misfortune.Kill)]
    [InlineData(Misfortune.Tear)]
    public async Task Cut_off_at_every_step_the_next_call_makes_both_keys_or_says_that_they_are_there(Misfortune how)
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        using var computer = new BadComputer();
        using var folder = new TempFolder();
        Assert.Equal(0, (await InitAsync(folder.File("whole"), computer.Within(folder.File("whole")))).Exit);
        var steps = computer.Taken();
        Assert.NotEmpty(steps);

        for (var at = 1; at <= steps.Count; at++)
        {
            var data = folder.File($"at-{at}");
            Assert.Equal(Killed, (await InitAsync(data, computer.Within(data, how, at))).Exit);
            var wasWhole = File.Exists(Path.Combine(data, "signing.p8"));
            var shown = wasWhole ? await File.ReadAllTextAsync(Path.Combine(data, "holder.json")) : null;

            var (exit, said) = await InitAsync(data, []);

            Assert.True(exit == (wasWhole ? 1 : 0), $"{how} at {at} {steps[at - 1]}: {exit} {said}");
            using var keys = HolderKeys.Load(data);
            var now = await File.ReadAllTextAsync(Path.Combine(data, "holder.json"));
            Assert.Equal(shown ?? said.Trim(), now);
        }

        output.WriteLine($"{steps.Count} kills");
    }

    private static async Task<(int Exit, string Said)> InitAsync(string data, string[] within)
    {
        string[] words = [.. within, Path.Combine(AppContext.BaseDirectory, "azukari-holder"), "init", "--data", data, "--name", "owner.example"];
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await complained;
        return (process.ExitCode, await said);
    }
}
