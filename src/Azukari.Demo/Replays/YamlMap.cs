using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Azukari.Demo.Replays;

/// <summary>One mapping of the file, and which of its keys somebody has read.</summary>
internal sealed class YamlMap(YamlMappingNode node, string where)
{
    private readonly HashSet<string> read = [];

    internal string Where => where;

    /// <summary>Keys that nobody has asked for.</summary>
    internal IEnumerable<string> Unread => node.Children.Keys.Select(Scalar).OfType<string>().Where(key => !read.Contains(key)).Select(key => where.Length == 0 ? key : $"{where}.{key}");

    internal string? Text(string key) => Scalar(Get(key));

    internal string Need(string key) => Text(key) ?? throw new ReplayException($"line {node.Start.Line}: '{key}' is missing");

    internal bool? Flag(string key) => Text(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var other => throw new ReplayException($"line {node.Start.Line}: '{key}' is true or false, not '{other}'"),
    };

    internal long? Number(string key) => Text(key) switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var other => throw new ReplayException($"line {node.Start.Line}: '{key}' is a whole number, not '{other}'"),
    };

    internal YamlMap? Map(string key) => Get(key) is YamlMappingNode map ? new(map, $"{where}{(where.Length == 0 ? "" : ".")}{key}") : null;

    internal IEnumerable<YamlMap> Maps(string key) => Get(key) switch
    {
        YamlSequenceNode many => many.Children.Select((child, index) => child is YamlMappingNode map
            ? new YamlMap(map, $"{key}[{index}]")
            : throw new ReplayException($"line {child.Start.Line}: '{key}' is a list of mappings")),
        null => [],
        var other => throw new ReplayException($"line {other.Start.Line}: '{key}' is a list"),
    };

    internal IEnumerable<string> List(string key) => Get(key) switch
    {
        YamlSequenceNode many => many.Children.Select(Scalar).OfType<string>(),
        YamlScalarNode { Value: { } one } => [one],
        _ => [],
    };

    /// <summary>Everything that was not read yet, as text, lists of text, or nothing.</summary>
    internal ImmutableDictionary<string, object?> Rest() => node.Children
        .Select(pair => (Key: Scalar(pair.Key), pair.Value)).Where(pair => pair.Key is not null && read.Add(pair.Key))
        .ToImmutableDictionary(pair => pair.Key!, pair => pair.Value switch
        {
            YamlScalarNode scalar => scalar.Value,
            YamlSequenceNode many => (object?)many.Children.Select(child => (object?)Scalar(child)).ToArray(),
            _ => null,
        });

    private YamlNode? Get(string key)
    {
        read.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;
    }

    private static string? Scalar(YamlNode? node) => (node as YamlScalarNode)?.Value;
}
