using System.Diagnostics;

namespace Azukari.Holder.Tests;

/// <summary>A holder as it runs in the field: a process of its own, on the town's time, which may be gone at any moment.</summary>
internal sealed class HolderProcess : IAsyncDisposable
{
    private readonly Process process;

    private readonly Task<string> said; // Read on, or a full pipe would hold it.

    private HolderProcess(Process process, string? address) => (this.process, Address, said) = (process, address, process.StandardOutput.ReadToEndAsync());

    /// <summary>Where it listens; null where it was gone before it did.</summary>
    internal string? Address { get; }

    /// <summary>Starts the owner's holder.</summary>
    /// <param name="scene">Where.</param>
    /// <param name="computer">What it runs on.</param>
    /// <param name="how">What happens to it.</param>
    /// <param name="at">At which step.</param>
    /// <param name="to">The calls it happens to, and the file, where not to whatever changes something in its folder.</param>
    /// <param name="tick">How often it looks by itself, in milliseconds; by default once at its start and then no more within a test.</param>
    internal static async Task<HolderProcess> StartAsync(Scene scene, BadComputer computer, Misfortune how = Misfortune.None, int at = 0, (string Calls, string Place)? to = null, int tick = 60_000)
    {
        var ahead = scene.Clock.GetUtcNow() - TimeProvider.System.GetUtcNow();
        string[] words =
        [
            .. computer.Within(to?.Place ?? scene.FolderOf(Side.Owner), how, at, to?.Calls ?? BadComputer.Lasting, ahead), Path.Combine(AppContext.BaseDirectory, "azukari-holder"), "run", "--data", scene.FolderOf(Side.Owner), "--side", "owner",
            "--engagement", LogService.Engagement, "--genesis", scene.Service.Facts.Genesis!.Value, "--server", scene.Service.Address, "--urls", "http://127.0.0.1:0", "--tick-ms", $"{tick}",
        ];
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_TieredPGO"] = "0";
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        string? address = null;
        while (address is null && await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Split("listening on: ") is [_, var shown]) address = shown.Trim();

        return new(process, address);
    }

    /// <summary>Whether it is gone, or goes within a moment.</summary>
    internal async Task<bool> IsGoneAsync(TimeSpan patience)
    {
        using var enough = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(enough.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Ends it without warning after a while, unless it has ended by then.</summary>
    internal void KillAfter(TimeSpan span) => _ = Task.Delay(span).ContinueWith(_ => process.Kill(), TaskScheduler.Default);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        await said;
        process.Dispose();
    }
}
