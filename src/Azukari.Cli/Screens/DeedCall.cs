using Azukari.Cli.Front;

namespace Azukari.Cli.Screens;

/// <summary>The verb that does a deed, as it would be typed.</summary>
internal static class DeedCall
{
    /// <param name="what">What is done.</param>
    /// <param name="room">Where.</param>
    /// <param name="seen">The record and the desk.</param>
    /// <param name="here">What is plugged in.</param>
    /// <param name="draft">The folder of the draft that people have signed, where they do.</param>
    /// <param name="volumes">The media of a sealing, volume by volume, each with its spares.</param>
    /// <param name="now">For the name of what is carried out.</param>
    internal static string[] Of(Doable what, StationRoom room, Seen seen, IReadOnlyList<SeenMedium> here, string draft, IReadOnlyList<IReadOnlyList<string>> volumes, DateTimeOffset now)
    {
        string[] at = ["--station", room.Station, "--desk", room.Desk];
        return what.Kind switch
        {
            DeedKind.Seal => ["seal", "--draft", draft, .. at, "--medium", .. volumes.Select(volume => volume[0]), .. Spares(volumes), "--source", room.Source!, .. InAndOut()],
            DeedKind.HandOver or DeedKind.Confirm or DeedKind.AddKey => ["submit", "--draft", draft, .. at, .. Out()],
            DeedKind.Arrive => ["arrive", "--carry-out", what.About, .. at, "--medium", .. MediaOfCase(), .. InAndOut()],
            DeedKind.Open => ["open", "--carry-out", what.About, .. at, "--medium", .. MediaOfCase(), "--into", room.Into!, .. InAndOut()],
            DeedKind.GiveUp => ["open", "--give-up", "--carry-out", what.About, .. at, .. InAndOut()],
            DeedKind.EraseAtSite or DeedKind.Clear or DeedKind.Look => ["erase", "--draft", draft, .. at, "--medium", here.First(medium => medium.Medium == what.Medium).Folder, .. InAndOut()],
            DeedKind.Register => ["enrol", "medium", "--draft", draft, .. at, "--medium", here.First(medium => medium.Serial == what.Medium).Folder, .. Out()],
            DeedKind.Verify => ["verify", Path.Combine(room.Evidence!, what.About), "--genesis", seen.Desk.Genesis?.Value ?? throw StopException.BadInput("起点のハッシュがデスクにありません。", "this desk does not know the genesis")],
        };

        IEnumerable<string> MediaOfCase() => StationRoom.Folders(here, seen.Facts.Find(new(what.About))!.Seal!.Measured.Volumes.Select(volume => volume.Medium))!;

        IEnumerable<string> InAndOut() => [.. CarriedFolder.Brought(room) is { } brought ? (string[])["--in", brought] : [], .. Out()];

        IEnumerable<string> Out() => room.Carried is { } folder ? ["--out", CarriedFolder.New(folder, $"{what.Kind}-{what.About}".ToLowerInvariant(), now)] : [];
    }

    private static IEnumerable<string> Spares(IReadOnlyList<IReadOnlyList<string>> volumes)
    {
        // SealCommand deals the spares out in turn: the first to the first volume, and after the last volume from the beginning.
        var rounds = Enumerable.Range(1, volumes.Max(volume => volume.Count)).SelectMany(round => volumes.Where(volume => volume.Count > round).Select(volume => volume[round])).ToArray();
        return rounds.Length == 0 ? [] : ["--spare", .. rounds];
    }
}
