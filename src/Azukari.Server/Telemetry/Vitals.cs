using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Azukari.Server.Telemetry;

/// <summary>What the service measures of itself: counts, durations, codes. No engagement, no person, no address, no path as it was typed.</summary>
internal sealed class Vitals : IDisposable
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    internal const string Name = "Azukari.Server";

    private readonly ActivitySource spans = new(Name);
    private readonly Meter meter;
    private readonly Histogram<double> requests, appends;
    private readonly Counter<long> acts, deliveries;
    private Standing standing = new(0, 0, 0, 0);

    public Vitals(IMeterFactory meters)
    {
        meter = meters.Create(Name);
        requests = meter.CreateHistogram<double>("azukari.request.duration", "s", "answered requests, by route and status");
        appends = meter.CreateHistogram<double>("azukari.append.duration", "s", "from an act's arrival to its commit or refusal");
        acts = meter.CreateCounter<long>("azukari.acts", description: "acts, by kind and what became of them");
        deliveries = meter.CreateCounter<long>("azukari.deliveries", description: "alarms, by way and what became of the try");
        meter.CreateObservableGauge("azukari.deliveries.owed", () => standing.Owed, description: "alarms that nobody's server has taken yet");
        meter.CreateObservableGauge("azukari.deadlines.overdue", () => standing.Overdue, description: "deadlines that have passed and are not sounded");
        meter.CreateObservableGauge("azukari.engagements.behind", () => standing.Behind, description: "records that wait for what the key holders give back");
        meter.CreateObservableGauge("azukari.safety.waiting", () => standing.Waiting, description: "safety acts that are kept until a record is whole");
    }

    /// <summary>One answered request.</summary>
    /// <param name="method">The method, one of those that there are.</param>
    /// <param name="route">The route's pattern, never the path; empty where no door was found.</param>
    /// <param name="status">The status that was answered.</param>
    /// <param name="took">How long it took.</param>
    internal void Answered(string method, string route, int status, TimeSpan took) => requests.Record(took.TotalSeconds, new("method", method), new("route", route), new("status", status));

    internal void Decided(string act, string outcome, TimeSpan took)
    {
        acts.Add(1, new("act", act), new("outcome", outcome));
        appends.Record(took.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
    }

    internal void Tried(string way, string outcome) => deliveries.Add(1, new("way", way), new("outcome", outcome));

    internal void Stand(Standing now) => standing = now;

    /// <summary>A span, or null where nobody listens.</summary>
    internal Activity? Begin(string name, ActivityKind kind = ActivityKind.Internal) => spans.StartActivity(name, kind);

    public void Dispose()
    {
        spans.Dispose();
        meter.Dispose();
    }
}

/// <summary>Counts that are asked of the database now and then.</summary>
internal sealed record Standing(long Owed, long Overdue, long Behind, long Waiting);
