namespace Azukari.Extraction.Destinations;

/// <summary>What the destination remembers of a load, written in the load's own transaction: after a crash it says whether the rows are in.</summary>
/// <param name="CarryOut">The carry-out; one load each, ever.</param>
/// <param name="ManifestSha256">Lower-case hex digest of the manifest that was loaded.</param>
/// <param name="LoadedAt">When, by the station's clock; kept to the millisecond.</param>
public sealed record Marker(string CarryOut, string ManifestSha256, DateTimeOffset LoadedAt);

/// <summary>What was loaded.</summary>
public sealed record LoadResult(PackageCounts Counts);
