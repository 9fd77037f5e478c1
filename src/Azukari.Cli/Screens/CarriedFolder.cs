using System.Globalization;

namespace Azukari.Cli.Screens;

/// <summary>The folder, or the stick, on which messages come into a room without a network and leave it.</summary>
internal static class CarriedFolder
{
    private const string Ours = "from-station-", Suffix = ".json";

    /// <summary>What was brought last, or null.</summary>
    internal static string? Brought(StationRoom room) => room.Carried is { } folder && Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*" + Suffix).Where(file => !Path.GetFileName(file).StartsWith(Ours, StringComparison.Ordinal)).MaxBy(File.GetLastWriteTimeUtc)
        : null;

    /// <summary>Where a verb leaves what is to be carried out.</summary>
    internal static string New(string folder, string what, DateTimeOffset now) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Ours}{now.LocalDateTime:yyyyMMdd-HHmmss-fff}-{what}{Suffix}"));
}
