using System.Data.Common;
using Azukari.Server.Storage;
using Azukari.Server.Watch;

namespace Azukari.Server.Telemetry;

/// <summary>Asks the database now and then for the counts that somebody who operates the service watches.</summary>
internal sealed class Pulse(Database database, Vitals vitals, ServiceTime time, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                vitals.Stand(await CountAsync(stoppingToken));
            }
            catch (DbException)
            {
                // The last counts stand until it answers again; readiness says that it does not.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<Standing> CountAsync(CancellationToken cancellation)
    {
        async Task<long> AskAsync(string sql) => (await database.ReadAsync<long>(sql, new { now = time.Own.ToUnixTimeMilliseconds() }, cancellation)).Single();
        return new(
            await AskAsync("select count(*) from outbox where sent = 0"), await AskAsync("select count(*) from deadline where due < @now"),
            await AskAsync("select count(*) from behind"), await AskAsync("select count(*) from waiting"));
    }
}
