using System.Collections.Immutable;
using System.Globalization;
using Azukari.Domain;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents.Laws;
using Azukari.Domain.Media;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Azukari.Demo.Replays;

/// <summary>Reads a replay file. Keys may grow: one that is not known here is reported and nothing is made of it.</summary>
internal static class ReplayReader
{
    private const int MostBytes = 1_000_000;

    internal static ReplayFile Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes }) throw new ReplayException($"{Path.GetFileName(path)} is larger than {MostBytes} bytes");

            using var text = File.OpenText(path);
            return Read(text);
        }
        catch (IOException fault)
        {
            throw new ReplayException($"{Path.GetFileName(path)} cannot be read: {fault.Message}");
        }
    }

    internal static ReplayFile Read(TextReader text)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(text);
            if (yaml.Documents is not [{ RootNode: YamlMappingNode root }]) throw new ReplayException("a replay file is one mapping");

            return Of(new YamlMap(root, ""));
        }
        catch (YamlException fault)
        {
            throw new ReplayException($"line {fault.Start.Line}: {fault.Message}");
        }
    }

    private static ReplayFile Of(YamlMap root)
    {
        var zoneId = root.Need("zone");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out var zone)) throw new ReplayException($"zone '{zoneId}' is not known");

        var unknown = new List<string>();
        ImmutableArray<T> Many<T>(string key, Func<YamlMap, T> read) => [.. root.Maps(key).Select(map =>
        {
            var item = read(map);
            unknown.AddRange(map.Unread);
            return item;
        })];

        var id = root.Need("id");
        var title = root.Map("title") is { } words ? (words.Text("ja") ?? words.Need("en"), words.Text("en") ?? words.Need("ja")) : (id, id);
        var parties = Many("parties", map => Party(map, unknown));
        var file = new ReplayFile(
            id, title, zone, parties, Many("people", map => Person(map, unknown)), Many("sites", map => Site(map, unknown)), Many("data", map => Data(map, unknown)),
            Many("media", map => Medium(map, unknown)), [.. Many("steps", map => Step(map, zone)).OrderBy(step => step.At)], []);

        if (parties.Count(party => party.Side == Side.Owner) != 1) throw new ReplayException("exactly one party has the role 'owner'");
        if (!parties.Any(party => party.Side == Side.Contractor && party.EntrustedBy == file.Owner.Id)) throw new ReplayException("a party is entrusted by the owner");
        if (file.People.FirstOrDefault(person => parties.All(party => party.Id != person.Party)) is { } homeless) throw new ReplayException($"person '{homeless.Id}' belongs to no party of the file");
        if (file.Steps.IsEmpty) throw new ReplayException("there are no steps");

        return file with { Unknown = [.. unknown.Concat(root.Unread)] };
    }

    private static ReplayParty Party(YamlMap map, List<string> unknown)
    {
        var (id, role) = (map.Need("id"), map.Need("role"));
        var kind = Word(map, "kind", FileWords.Kinds, OrganisationKind.Company, unknown);
        return new(id, kind, role == "owner" ? Side.Owner : Side.Contractor, map.Text("entrusted-by"), map.Flag("approved") ?? role is "owner" or "contractor",
            [.. map.List("law").Select(word => FileWords.Laws.TryGetValue(word, out var known) ? known : Unknown<EntityKind>(map, "law", word, unknown)).OfType<EntityKind>()]);
    }

    private static ReplayPerson Person(YamlMap map, List<string> unknown) => new(
        map.Need("id"), map.Need("party"), Word(map, "role", FileWords.Roles, [], unknown), map.Flag("appointed") ?? false, map.Flag("trained") ?? true,
        map.Flag("acknowledged") ?? true, map.Flag("seen") ?? true);

    private static ReplaySite Site(YamlMap map, List<string> unknown)
    {
        var id = map.Need("id");
        var name = map.Map("name");
        return new(id, name?.Text("ja") ?? id, name?.Text("en") ?? id, Word(map, "layer", FileWords.Layers, NetworkLayer.Isolated, unknown));
    }

    private static ReplayData Data(YamlMap map, List<string> unknown) => new(
        map.Need("id"), Word(map, "unit", FileWords.Units, DatasetUnit.Records, unknown), map.Number("records") ?? 0, map.Number("people"),
        [.. map.List("classes").Select(word => FileWords.Classes.TryGetValue(word, out var known) ? known : Unknown<FieldClass>(map, "classes", word, unknown)).OfType<FieldClass>().Distinct()],
        [.. map.List("fields")]);

    private static ReplayMedium Medium(YamlMap map, List<string> unknown) =>
        new(map.Need("id"), map.Flag("registered") ?? false, Word(map, "kind", FileWords.Media, MediumKind.Flash, unknown));

    private static T? Unknown<T>(YamlMap map, string key, string word, List<string> unknown)
        where T : struct
    {
        unknown.Add($"{map.Where}.{key}: {word}");
        return null;
    }

    private static ReplayStep Step(YamlMap map, TimeZoneInfo zone)
    {
        var written = map.Need("at");
        if (!DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)) throw new ReplayException($"'{written}' is not a time such as 2030-01-31T17:00");

        var instant = at.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(at, zone.GetUtcOffset(at)) : new DateTimeOffset(at.ToUniversalTime());
        return new(instant, map.Need("did"), [.. map.List("by")], map.Rest());
    }

    private static T Word<T>(YamlMap map, string key, IReadOnlyDictionary<string, T> words, T otherwise, List<string> unknown)
    {
        if (map.Text(key) is not { } word) return otherwise;
        if (words.TryGetValue(word, out var known)) return known;

        unknown.Add($"{map.Where}.{key}: {word}");
        return otherwise;
    }
}
