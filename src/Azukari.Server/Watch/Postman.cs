using Azukari.Server.People;
using Azukari.Server.Storage;

namespace Azukari.Server.Watch;

/// <summary>Delivers what the outbox owes and marks it afterwards. Nothing waits for it.</summary>
internal sealed class Postman(
    Settings settings, Database database, Journal journal, Outbox outbox, WebhookRoute webhook, ServiceTime time, AlarmBell owed, TimeProvider clock, ILogger<Postman> log) : BackgroundService
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(15);

    /// <summary>Tries once whatever may be tried now.</summary>
    internal async Task RoundAsync(CancellationToken cancellation)
    {
        await using var mail = new MailRoute(settings);
        foreach (var row in await outbox.DueAsync(database, cancellation))
        {
            if (IsNoWay(row) || !await outbox.TakeAsync(database, row)) continue;

            try
            {
                await DeliverAsync(row, mail, cancellation);
                await outbox.MarkSentAsync(database, row);
                WatchMessages.Delivered(log, row.Engagement, row.Alarm, Outbox.WayOf(row));
            }
#pragma warning disable CA1031 // Whatever the far end does: the alarm stays owed, and the next one is tried.
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
            {
                mail.Hang();
                WatchMessages.NotDelivered(log, row.Engagement, row.Alarm, row.Tries + 1, failure.GetType().Name);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var ring = owed.Bell.Next;
            try
            {
                await RoundAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A database that is away for a moment does not end deliveries for good.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                WatchMessages.DeliveryFailed(log, failure.GetType().Name);
            }

            await Bell.SleepAsync(ring, Pulse, clock, stoppingToken);
        }
    }

    /// <summary>The service was started without this way; what is owed waits for a start that has it.</summary>
    private bool IsNoWay(OutboxRow row) => row.Person.Length > 0 ? settings.Mail is null : settings.Webhook is null;

    private async Task DeliverAsync(OutboxRow row, MailRoute mail, CancellationToken cancellation)
    {
        var news = await News.ReadAsync(row, database, journal, time.Own, cancellation);
        if (row.Person.Length == 0) await webhook.SendAsync(news, cancellation);
        else if (await ContactTable.FindAsync(database, row.Engagement, row.Person, cancellation) is { } contact) await mail.SendAsync(news, contact, cancellation);
    }
}
