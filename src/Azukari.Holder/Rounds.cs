namespace Azukari.Holder;

/// <summary>The holder's rounds: follow, destroy what must die, tell, fill the stock. Destroying waits for none of the others.</summary>
internal sealed class Rounds(HolderSettings settings, Follower follower, Reaper reaper, Outbox outbox, Stock stock, TimeProvider clock, ILogger<Rounds> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(settings.Tick, clock);
        do
        {
            await TryAsync(follower.FollowAsync, stoppingToken);
            reaper.Look();
            await TryAsync(outbox.DeliverAsync, stoppingToken);
            await TryAsync(stock.FillAsync, stoppingToken);
        }
        while (await ticks.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(Func<CancellationToken, Task> step, CancellationToken cancellation)
    {
        try
        {
            await step(cancellation);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            HolderLog.NoService(log, fault.Message);
        }
    }
}
