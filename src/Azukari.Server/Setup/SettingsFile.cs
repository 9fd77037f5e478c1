using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Azukari.Server.Setup;

/// <summary><c>settings.json</c> in the data folder: what would otherwise be written at every start. A word on the command line counts more than the same word here.</summary>
internal static class SettingsFile
{
    internal const string Name = "settings.json";

    private static readonly HashSet<string> Known = ["urls", "origin", "owner", "founders", "postgres", "burst", "smtp", "mail-from", "webhook", "otlp"];
    private static readonly JsonSerializerOptions Legible = new() { WriteIndented = true };

    /// <summary>The arguments, behind those that the file in their data folder stands for: the last one of a name counts.</summary>
    internal static string[] Before(string[] args)
    {
        var data = new ConfigurationBuilder().AddCommandLine(args).Build()["data"];
        return data is null ? args : [.. Read(data).SelectMany(setting => new[] { $"--{setting.Key}", setting.Value }), .. args];
    }

    internal static void Write(string data, params IEnumerable<(string Name, string Value)> settings) =>
        DurableFile.Write(Path.Combine(data, Name), Encoding.UTF8.GetBytes(new JsonObject(settings.Select(setting => KeyValuePair.Create(setting.Name, (JsonNode?)setting.Value))).ToJsonString(Legible) + "\n"));

    /// <summary>What the file says; nothing where there is none.</summary>
    /// <exception cref="SettingsException">It is no such file, or has a word that would say nothing: a slip of the pen must not start the service otherwise than it was meant.</exception>
    internal static IReadOnlyDictionary<string, string> Read(string data)
    {
        var path = Path.Combine(data, Name);
        if (!File.Exists(path)) return new Dictionary<string, string>();

        try
        {
            var settings = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path), JsonSerializerOptions.Strict) ?? [];
            return settings.Keys.FirstOrDefault(name => !Known.Contains(name) && !name.StartsWith("Logging:", StringComparison.Ordinal)) is { } unknown
                ? throw new SettingsException($"'{path}' says '{unknown}', which is no setting")
                : settings;
        }
        catch (JsonException fault)
        {
            throw new SettingsException($"'{path}' is not one JSON object of texts (line {fault.LineNumber + 1})");
        }
    }
}
