using Azukari.Domain;

namespace Azukari.Holder;

/// <summary>How a key holder was started.</summary>
internal sealed record HolderSettings(string Data, Side Side, EngagementId Engagement, Digest Genesis, string Server, int Stock, TimeSpan Tick)
{
    internal static HolderSettings Of(IConfiguration configuration) => new(
        Need(configuration, "data"), Enum.Parse<Side>(Need(configuration, "side"), ignoreCase: true), new(Need(configuration, "engagement")), new(Need(configuration, "genesis")),
        Need(configuration, "server").TrimEnd('/'), configuration.GetValue("stock", 3), TimeSpan.FromMilliseconds(configuration.GetValue("tick-ms", 500)));

    private static string Need(IConfiguration configuration, string name) => configuration[name] ?? throw new InvalidOperationException($"--{name} is needed");
}
