using System.Collections.Immutable;
using Azukari.Cli.Front;
using Azukari.Cli.Statements;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol;
using Azukari.Protocol.Wording;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Screens;

/// <summary>What is around a station's screen: its folder and desk, the places where media and people's keys are plugged in, where rows come from and go to, what is carried.</summary>
/// <param name="Station">The station's folder.</param>
/// <param name="Desk">The desk's folder.</param>
/// <param name="Mounts">Where media are mounted; where none is named, what the system mounts for whoever plugs something in.</param>
/// <param name="Keys">Folders in which people's key files may be.</param>
/// <param name="Source">Where rows come from, as <c>azukari seal</c> takes it; null where this station does not seal.</param>
/// <param name="Into">Where rows go, as <c>azukari open</c> takes it; null where this station does not open.</param>
/// <param name="Carried">The folder of messages that are carried in and out; null where there is a network.</param>
/// <param name="Evidence">Where evidence bundles are, or null.</param>
internal sealed record StationRoom(
    string Station, string Desk, ImmutableArray<string> Mounts, ImmutableArray<string> Keys, string? Source, string? Into, string? Carried, string? Evidence)
{
    private static readonly string[] Usual = ["/media", "/run/media"];

    /// <summary>What is plugged in, and which registered medium it is.</summary>
    internal IReadOnlyList<SeenMedium> Media(Engagement facts) => [.. (Mounts.IsEmpty ? Found() : Mounts).Select(folder => Look(facts, folder))];

    /// <summary>Whose key files are here, of those whom the record knows by that key.</summary>
    internal IReadOnlyList<KeyHere> People(Engagement facts) =>
    [
        .. Keys.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.key")).Order(StringComparer.Ordinal).Select(file => KeyAt(facts, file)).OfType<KeyHere>().DistinctBy(key => key.Person.Id),
    ];

    /// <summary>Where the media of a case are, in the order of its plan; null where one is not plugged in.</summary>
    internal static string[]? Folders(IReadOnlyList<SeenMedium> here, IEnumerable<MediumId> media)
    {
        var folders = media.Select(id => here.FirstOrDefault(seen => seen.Medium == id.Value)?.Folder).ToArray();
        return folders.Contains(null) ? null : [.. folders.OfType<string>()];
    }

    /// <summary>This person's key file, where it is plugged in.</summary>
    internal string? KeyOf(Engagement facts, PersonId person) => People(facts).FirstOrDefault(key => key.Person.Id == person)?.File;

    private static SeenMedium Look(Engagement facts, string folder)
    {
        try
        {
            var serial = RemovableMedium.Identify(folder).Serial;
            var known = facts.Media.Values.FirstOrDefault(medium => medium.Admitted.Measured.Serial == serial && medium.Ended is null);
            return new(folder, serial, known?.Id.Value, known is null ? new("登録のない媒体です。使えません。", "not registered; it is not used") : null);
        }
        catch (MediumException wrong)
        {
            var why = MediumWords.Stop(wrong).Why[0];
            return new(folder, null, null, new(why.Ja, why.En));
        }
    }

    private static IEnumerable<string> Found() => Usual.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories).SelectMany(folder => Directory.EnumerateDirectories(folder).Prepend(folder))
        .Where(folder => File.Exists(Path.Combine(folder, RemovableMedium.DeclarationName)) || DriveInfo.GetDrives().Any(drive => drive.Name == folder)).Order(StringComparer.Ordinal);

    private static KeyHere? KeyAt(Engagement facts, string file)
    {
        try
        {
            using var key = PersonKeyFile.Open(file);
            return facts.People.TryGetValue(key.Person, out var person) && person.Key.Id == key.Fact.Id && person.Left is null ? new(person, file) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or StopException or ProtocolException)
        {
            return null; // No key of ours, or one that others may read: nobody signs with it.
        }
    }
}

/// <summary>A medium that is plugged in.</summary>
/// <param name="Folder">Where.</param>
/// <param name="Serial">Its serial number, or null.</param>
/// <param name="Medium">Its property number, or null where it is not registered.</param>
/// <param name="Wrong">Why it cannot be used, or null.</param>
public sealed record SeenMedium(string Folder, string? Serial, string? Medium, Words? Wrong);

/// <summary>A person whose key is here.</summary>
internal sealed record KeyHere(Person Person, string File);
