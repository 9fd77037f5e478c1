using System.Data.Common;
using Azukari.Domain.Watch;
using Azukari.Protocol.Ledger;
using Azukari.Server.Ledger;
using Azukari.Server.Storage;

namespace Azukari.Server.Watch;

/// <summary>Sleeps to the next deadline and says that it has passed, through the same use case as everybody. It decides nothing: a second node, or a restart, gets a refusal.</summary>
internal sealed class Watchman(
    Database database, Journal journal, ServiceTime time, Outbox outbox, Integrator integrator, DeadlineBell written, TimeProvider clock, ILogger<Watchman> log) : BackgroundService
{
    /// <summary>How long it sleeps at most: until somebody looks at the clock again.</summary>
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim one = new(1);
    private readonly HashSet<string> doubted = [];

    /// <summary>Does everything that is due and says how long there is nothing to do.</summary>
    internal async Task<TimeSpan> RoundAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            await time.BeatAsync(database);
            await journal.TakeWaitingAsync(cancellation);
            var sleep = Pulse;
            foreach (var engagement in (await DeadlineTable.EarliestAsync(database, cancellation)).Keys)
            {
                await TellDoubtAsync(engagement);
                await SoundAsync(engagement, cancellation);
            }

            foreach (var (engagement, due) in await DeadlineTable.EarliestAsync(database, cancellation))
                if (due - time.Of(engagement).Now is var left && left > TimeSpan.Zero && left < sleep) sleep = left;

            return sleep;
        }
        finally
        {
            one.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await time.BeatAsync(database); // Whoever starts again soon need not ask itself how long it has slept.
        }
        catch (DbException failure)
        {
            WatchMessages.RoundFailed(log, failure.GetType().Name); // Then it asks itself, and the key holders answer.
        }
    }

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var (ring, sleep) = (written.Bell.Next, Pulse);
            try
            {
                sleep = await RoundAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A watch that ends with one failed round is no watch. The next round comes with the next pulse.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                WatchMessages.RoundFailed(log, failure.GetType().Name);
            }

            await Bell.SleepAsync(ring, sleep, clock, stoppingToken);
        }
    }

    /// <summary>One deadline brings the next: goes on until a look finds nothing that was not tried.</summary>
    private async Task SoundAsync(string engagement, CancellationToken cancellation)
    {
        for (var tried = new HashSet<DeadlineRow>(); ;)
        {
            var told = time.Of(engagement);
            var due = await DeadlineTable.DueAsync(database, engagement, told.Now, cancellation);
            var next = due.Where(row => !(told.InDoubt && Ends(row.What)) && tried.Add(row)).ToArray();
            if (next.Length == 0) return;

            foreach (var row in next) await SendAsync(row);
        }
    }

    private async Task SendAsync(DeadlineRow row)
    {
        var signed = new SignedAct(new(row.Engagement), row.Passed, [], null);

        // The same words may be due again in another month; the message is this deadline's and no other's.
        byte[] message = [.. signed.Write(), .. BitConverter.GetBytes(row.Due)];
        if (await journal.AppendAsync(signed, message) is not Delivery.Stored { IsNew: true } stored) return;

        WatchMessages.Sounded(log, row.Engagement, stored.Seq, row.Kind, row.Step, row.Call);
        integrator.Nudge(row.Engagement);
    }

    /// <summary>What these begin nobody can take back.</summary>
    private static bool Ends(DeadlineKind kind) => kind is DeadlineKind.LossAnswer or DeadlineKind.PermitUnused;

    /// <summary>Once for each time that doubt begins; a restart in the middle of it finds it told.</summary>
    private async Task TellDoubtAsync(string engagement)
    {
        if (!time.Of(engagement).InDoubt) doubted.Remove(engagement);
        else if (doubted.Add(engagement))
        {
            WatchMessages.ClockInDoubt(log, engagement);
            await outbox.AddDoubtAsync(database, engagement);
        }
    }
}
