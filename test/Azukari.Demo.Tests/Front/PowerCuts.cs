using System.Diagnostics;
using System.Globalization;
using Azukari.Demo.Machines;
using Azukari.Demo.Stories;

namespace Azukari.Demo.Tests.Front;

/// <summary>Ends one program of an installation after another without warning, at random moments, and starts it again, while people go on with their work.</summary>
internal sealed class PowerCuts(Installation at, Random dice) : IAsyncDisposable
{
    // Between two cuts, in starts of a program: on a slow computer people get as much done between them as on a quick one.
    private const double LongestPause = 2;
    private const int StartTries = 5;

    private static readonly string[] Programs = ["server", "owner", "contractor"];

    private readonly CancellationTokenSource enough = new();
    private readonly Dictionary<string, int> kills = [];
    private Task cutting = Task.CompletedTask;
    private TimeSpan start = TimeSpan.FromSeconds(1);

    internal int Count => kills.Values.Sum();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} kills: {string.Join(", ", kills.Select(each => $"{each.Key} {each.Value}"))}");

    internal void Begin() => cutting = Task.Run(CutAsync);

    /// <summary>Lets everything run on; everything runs afterwards.</summary>
    internal async Task EndAsync()
    {
        await enough.CancelAsync();
        await cutting;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        enough.Dispose();
    }

    private async Task CutAsync()
    {
        string[] all = [.. Programs, .. at.Stations.Keys];
        while (!enough.IsCancellationRequested)
        {
            await Task.Delay(dice.NextDouble() * LongestPause * start, enough.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            if (enough.IsCancellationRequested) return;

            var victim = all[dice.Next(all.Length)];
            kills[victim] = kills.GetValueOrDefault(victim) + 1;
            if (at.Stations.TryGetValue(victim, out var station)) await station.CrashAsync();
            else await RestartAsync(victim);
        }
    }

    private async Task RestartAsync(string program)
    {
        await at.KillAsync(program);
        var began = Stopwatch.GetTimestamp();
        for (var time = 1; ; time++)
        {
            try
            {
                if (program == "server") await at.StartServerAsync();
                else await at.StartHolderAsync(program);
                start = Stopwatch.GetElapsedTime(began);
                return;
            }
            catch (DemoException) when (time < StartTries)
            {
                await at.KillAsync(program); // Its port may have gone to somebody else's connection meanwhile; what it keeps would keep it from starting every time.
            }
            catch (DemoException never)
            {
                throw new DemoException($"{never.Message}\n{string.Join('\n', File.ReadLines(at.Rooms["logs", program == "server" ? "server.log" : $"holder-{program}.log"]).TakeLast(20))}");
            }
        }
    }
}
