using System.Data.Common;
using Azukari.Server.Storage;
using Azukari.Server.Transport;

namespace Azukari.Server.Telemetry;

/// <summary>Whether this node takes acts now: the database answers, and it is not on its way out. A record that is behind and a clock in doubt do not make it unready: safety acts are taken.</summary>
internal sealed class Readiness(Database database, IHostApplicationLifetime life)
{
    internal static void Map(WebApplication app)
    {
        app.MapGet("/health", () => "ok").WithName("Health").WithSummary("The program runs");
        app.MapGet("/ready", (Readiness readiness, CancellationToken cancellation) => readiness.AskAsync(cancellation)).WithName("Ready").WithSummary("This node takes acts").Produces<string>(200, "text/plain").ProducesProblem(503);
    }

    private async Task<IResult> AskAsync(CancellationToken cancellation)
    {
        if (life.ApplicationStopping.IsCancellationRequested) return Problems.NotReady;

        try
        {
            await database.ReadAsync<long>("select count(*) from read_model", new { }, cancellation);
            return Results.Text("ready");
        }
        catch (DbException)
        {
            return Problems.NotReady; // Which of them is in the log of whoever asked for something.
        }
    }
}
