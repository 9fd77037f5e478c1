using System.Data.Common;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Server.Ledger;

namespace Azukari.Server.Storage;

/// <summary>After a start every record is replayed in the background, signature by signature: whoever comes first does not wait for all of a year. What somebody asks for meanwhile is not put off.</summary>
internal sealed class Rereading(Database database, Journal journal, ILogger<Rereading> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var engagement in await ReadModel.EngagementsAsync(database, stoppingToken)) await RereadAsync(engagement, stoppingToken);
        }
        catch (DbException failure)
        {
            LedgerMessages.NotReplayed(log, "-", failure.GetType().Name); // Whoever asks first then waits.
        }
    }

    private async Task RereadAsync(string engagement, CancellationToken cancellation)
    {
        try
        {
            await journal.FactsAsync(engagement, cancellation);
        }
        catch (Exception wrong) when (wrong is ProtocolException or ReplayException)
        {
            LedgerMessages.NotReplayed(log, engagement, wrong.GetType().Name); // Whoever asks for this engagement meets the same failure in the open; the others are read all the same.
        }
    }
}
