using Azukari.Holder.Http;
using Azukari.Holder.Vault;
using Azukari.Holder.Kill;
using Azukari.Holder.Record;
using Azukari.Holder.Release;

namespace Azukari.Holder;

/// <summary>One running holder, put together by hand: a dozen parts, each named once.</summary>
internal sealed class HolderHost : IAsyncDisposable
{
    private readonly IDisposable[] owned;

    private HolderHost(WebApplication web, Rounds rounds, Reaper reaper, params IDisposable[] owned) => (Web, Rounds, Reaper, this.owned) = (web, rounds, reaper, owned);

    internal WebApplication Web { get; }

    internal Rounds Rounds { get; }

    internal Reaper Reaper { get; }

    /// <summary>Reads keys and record and finishes what a crash cut off; the doors open when <see cref="Web"/> starts.</summary>
    /// <param name="settings">What the holder was told.</param>
    /// <param name="arguments">The host's own arguments, such as <c>--urls</c>.</param>
    /// <param name="clock">The one clock of this process.</param>
    /// <param name="alsoTo">Where its log goes besides the console.</param>
    internal static HolderHost Build(HolderSettings settings, string[] arguments, TimeProvider clock, ILoggerProvider? alsoTo = null)
    {
        // Two holders on one folder would count twice and destroy half.
        var only = File.Open(Path.Combine(settings.Data, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        HolderHost? host = null;
        var web = BuildWeb(settings, arguments, clock, alsoTo, () => host!);
        var log = web.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Azukari.Holder");

        var keys = HolderKeys.Load(settings.Data);
        var (alarm, shelf, reports, intents) = (new Alarm(settings.Data, log), new IdentityShelf(settings.Data), new ReportBox(settings.Data), new Intents(settings.Data));
        var server = new ServerClient(settings, keys, clock);
        var follower = new Follower(settings, keys, shelf, new RecordFile(settings.Data), server, alarm, log);
        var overdue = new Overdue(settings.Data, clock, log);
        var reaper = new Reaper(settings, follower, reports, shelf, overdue, clock, log);
        var knock = new Knock(follower, clock);
        var stock = new Stock(settings, keys, shelf, follower, server, alarm, clock, log);
        var errands = new Errands(settings, keys, shelf, reports, follower, server, log);
        var judge = new Judge(settings, keys, shelf, follower, reports, reaper, intents, clock);
        var takeOff = new TakeOffLayer(settings, keys, shelf, follower, reaper, judge, intents, server, clock, log);
        var (release, loss, status) = (
            new ReleaseEndpoint(settings, knock, takeOff), new LossEndpoint(settings, follower, reports, reaper, clock, log), new StatusEndpoint(settings, knock, follower, stock, shelf, overdue, alarm));

        web.MapPost("/api/v1/carry-outs/{id}/release", (string id, HttpRequest request, CancellationToken cancellation) => release.HandleAsync(id, request, cancellation));
        web.MapPost("/api/v1/loss", (HttpRequest request, CancellationToken cancellation) => loss.HandleAsync(request, cancellation));
        web.MapGet("/api/v1/status", (HttpRequest request) => status.HandleAsync(request));
        web.MapGet("/health", () => "ok");

        foreach (var recipient in shelf.Unreadable) HolderLog.KeyUnreadable(log, recipient.Value);
        foreach (var recipient in shelf.Illegible) HolderLog.TombstoneUnreadable(log, recipient.Value);
        follower.Load();
        reports.Load(follower.Facts);
        reaper.Round();
        var rounds = new Rounds(follower, reaper, new Witness(keys, follower, server, alarm, clock, log), stock, errands, new Reminder(settings, server, log));
        host = new(web, rounds, reaper, only, keys, server, follower, takeOff, loss, rounds);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await Web.StopAsync();
        await Web.DisposeAsync();
        foreach (var thing in owned.Reverse()) thing.Dispose();
    }

    /// <summary>Killing ticks apart from everything that talks: a service that answers slowly holds no key alive.</summary>
    private static WebApplication BuildWeb(HolderSettings settings, string[] arguments, TimeProvider clock, ILoggerProvider? alsoTo, Func<HolderHost> host)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, Bodies.MostBytes * 2));
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        if (alsoTo is not null) builder.Logging.AddProvider(alsoTo);
        builder.Services.AddSingleton<IHostedService>(services => Ticks(services, _ => Task.Run(host().Reaper.Round, CancellationToken.None)));
        builder.Services.AddSingleton<IHostedService>(services => Ticks(services, cancellation => host().Rounds.OnceAsync(cancellation)));
        return builder.Build();

        Ticking Ticks(IServiceProvider services, Func<CancellationToken, Task> round) => new(round, settings.Tick, clock, services.GetRequiredService<ILogger<HolderHost>>());
    }
}
