using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Azukari.Server.Telemetry;

/// <summary>Metrics and traces to an OpenTelemetry collector, where one was named. Only our own instruments go out: the framework's would send paths, and the database's statements.</summary>
internal static class Export
{
    private const int EverySeconds = 15;

    internal static void Add(WebApplicationBuilder builder, Uri? collector)
    {
        builder.Services.AddSingleton<Vitals>().AddSingleton<Measuring>().AddSingleton<Readiness>();
        if (collector is null) return;

        builder.Services.AddHostedService<Pulse>().AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("azukari-server", serviceVersion: typeof(Export).Assembly.GetName().Version?.ToString()))
            .WithTracing(traces => traces.AddSource(Vitals.Name).SetSampler(new AlwaysOnSampler()).AddOtlpExporter(options => To(options, collector, "v1/traces")))
            .WithMetrics(metrics => metrics.AddMeter(Vitals.Name, "System.Runtime").AddOtlpExporter((options, reader) =>
            {
                To(options, collector, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = EverySeconds * 1000;
            }));
    }

    /// <summary>The framework and the libraries log addresses and what was in them; whatever is set for them, they log warnings only.</summary>
    internal static void KeepQuiet(LoggerFilterOptions filters)
    {
        filters.CaptureScopes = false; // The framework puts the path into a scope around everything.
        foreach (var rule in filters.Rules.Where(rule => rule.CategoryName is { } category && !category.StartsWith("Azukari", StringComparison.Ordinal) && !(rule.LogLevel >= LogLevel.Warning)).ToArray()) filters.Rules.Remove(rule);
        foreach (var category in new[] { "Microsoft", "System", "Npgsql", "OpenTelemetry" }) filters.Rules.Insert(0, new(null, category, LogLevel.Warning, null)); // Whoever wants less of them is heard.
    }

    private static void To(OtlpExporterOptions options, Uri collector, string signal) =>
        (options.Protocol, options.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/{signal}"));
}
