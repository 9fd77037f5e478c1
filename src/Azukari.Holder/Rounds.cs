using Azukari.Holder.Kill;
using Azukari.Holder.Record;

namespace Azukari.Holder;

/// <summary>What a holder does all day: follow, cosign, keep a stock, tell what it did. One round at a time.</summary>
internal sealed class Rounds(Follower follower, Reaper reaper, Witness witness, Stock stock, Errands errands, Reminder reminder) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    internal async Task OnceAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            var followed = await follower.FollowAsync(cancellation);
            reaper.Round();
            if (followed == Followed.Current)
            {
                await witness.CosignAsync(cancellation);
                await stock.RefillAsync(cancellation);
            }

            if (followed == Followed.Stale) await reminder.RemindAsync(cancellation);
            if (followed != Followed.Unreachable) await errands.RunAsync(cancellation);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}

/// <summary>Does something at every tick, whatever came of the last.</summary>
internal sealed class Ticking(Func<CancellationToken, Task> round, TimeSpan period, TimeProvider clock, ILogger log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, clock);
        do
        {
            try
            {
                await round(stoppingToken);
            }
#pragma warning disable CA1031 // The one catch-all: a holder that stops after a failed round no longer kills. The fault is logged.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                HolderLog.RoundFailed(log, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
