using System.Diagnostics;
using System.Globalization;
using Azukari.Cli.Tests.AgeFiles;

namespace Azukari.Cli.Tests.Confined;

/// <summary>What holds of a process that has rows or content keys in memory, before it is told anything (design §3).</summary>
public sealed class InnerProcessTests
{
    [Theory]
    [InlineData("seal-payload")]
    [InlineData("read-back-payload")]
    [InlineData("load-payload")]
    public async Task It_makes_no_core_dump_where_any_other_process_of_ours_makes_one(string verb)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "core dumps are switched off on Linux");
        Assert.SkipUnless((await File.ReadAllTextAsync("/proc/sys/kernel/core_pattern", TestContext.Current.CancellationToken)).Trim() == "core", "dumps go elsewhere on this computer");

        Assert.NotEmpty(await DumpsAsync("lines"));
        Assert.Empty(await DumpsAsync($"{verb} --json"));
    }

    [Fact]
    public async Task It_locks_its_memory_where_the_limit_is_lifted()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "root may lift the limit");
        var limited = await Locked("ulimit -l unlimited");
        Assert.SkipWhen(limited == 0, "this root may not lock memory");

        Assert.True(limited > 1024, $"{limited} kB are locked");
    }

    [Fact]
    public async Task No_other_process_of_the_same_user_looks_into_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv"), "another user's process is started as root only");
        var folder = Directory.CreateTempSubdirectory("azukari-other-");
        try
        {
            using var inner = await BegunAsync(folder.FullName, "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", Shell.Program, "seal-payload", "--json");
            Assert.SkipWhen(inner.HasExited, "that user cannot start programs from here");

            // The kernel gives the files of a process that may be dumped, its memory among them, to its user, and to root those of one that may not.
            using var look = Process.Start("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", "head", "-c", "1", $"/proc/{inner.Id}/environ"])!;
            await look.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.NotEqual(0, look.ExitCode);
            inner.Kill();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task When_nobody_waits_any_more_it_ends()
    {
        using var inner = await BegunAsync(".", Shell.Program, "seal-payload", "--json");

        inner.StandardInput.Close();

        Assert.True(inner.WaitForExit(TimeSpan.FromSeconds(20)));
        Assert.NotEqual(0, inner.ExitCode);
    }

    /// <summary>What lies in the folder of a process after it was aborted, with the limit on dumps lifted.</summary>
    private static async Task<string[]> DumpsAsync(string verb)
    {
        var folder = Directory.CreateTempSubdirectory("azukari-core-");
        try
        {
            using var process = await BegunAsync(folder.FullName, "sh", "-c", $"ulimit -c unlimited; exec '{Shell.Program}' {verb}");
            for (var attempt = 0; attempt < 20 && !process.HasExited; attempt++)
            {
                // The first one the runtime takes for its own; the second finds nobody who handles it.
                using var abort = Process.Start("kill", ["-ABRT", process.Id.ToString(CultureInfo.InvariantCulture)]);
                await abort.WaitForExitAsync(TestContext.Current.CancellationToken);
                process.WaitForExit(TimeSpan.FromMilliseconds(300));
            }

            Assert.True(process.HasExited);
            return [.. folder.GetFileSystemInfos().Select(entry => entry.Name)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<long> Locked(string limit)
    {
        using var inner = await BegunAsync(".", "sh", "-c", $"{limit}; exec '{Shell.Program}' seal-payload --json");
        var line = (await File.ReadAllLinesAsync($"/proc/{inner.Id}/status", TestContext.Current.CancellationToken)).First(line => line.StartsWith("VmLck:", StringComparison.Ordinal));
        inner.Kill();
        return long.Parse(line["VmLck:".Length..^"kB".Length], CultureInfo.InvariantCulture);
    }

    /// <summary>An inner process that is confined and waits to be told what to do.</summary>
    private static async Task<Process> BegunAsync(string folder, params string[] call)
    {
        var inner = Process.Start(new ProcessStartInfo(call[0], call[1..]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        for (var look = 0; look < 40 && !inner.HasExited && !await IsConfinedAsync(inner); look++) await Task.Delay(50, TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken); // Locking comes right after the limit that was seen.
        return inner;
    }

    private static async Task<bool> IsConfinedAsync(Process inner)
    {
        if (!OperatingSystem.IsLinux()) return true;

        try
        {
            return (await File.ReadAllTextAsync($"/proc/{inner.Id}/limits", TestContext.Current.CancellationToken)).Contains("core file size        0                    0", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false; // It has ended meanwhile.
        }
    }
}
