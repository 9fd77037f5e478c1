using Azukari.Domain;

namespace Azukari.Holder;

/// <summary>What a holder is told when it starts. Everything else it takes from the record that leads back to this genesis.</summary>
internal sealed record HolderSettings(string Data, Side Side, EngagementId Engagement, Digest Genesis, Uri Server, int Stock, TimeSpan Tick)
{
    private const int FewestMilliseconds = 50;

    /// <exception cref="ArgumentException">A setting is missing or is not what it must be.</exception>
    internal static HolderSettings From(IConfiguration from) => new(
        Path.GetFullPath(Needed(from, "data")),
        Needed(from, "side") switch { "owner" => Side.Owner, "contractor" => Side.Contractor, _ => throw new ArgumentException("--side is owner or contractor") },
        new(Needed(from, "engagement")),
        new(Needed(from, "genesis")),
        new(Needed(from, "server"), UriKind.Absolute),
        Number(from, "stock", 3, least: 0, most: 256),
        TimeSpan.FromMilliseconds(Number(from, "tick-ms", 500, FewestMilliseconds, most: 60_000)));

    internal static string Needed(IConfiguration from, string name) =>
        from[name] is { Length: > 0 } value ? value : throw new ArgumentException($"--{name} is missing");

    private static int Number(IConfiguration from, string name, int otherwise, int least, int most)
    {
        if (from[name] is not { } text) return otherwise;
        return int.TryParse(text, System.Globalization.NumberStyles.None, null, out var number) && number >= least && number <= most
            ? number
            : throw new ArgumentException($"--{name} is a number from {least} to {most}");
    }
}
