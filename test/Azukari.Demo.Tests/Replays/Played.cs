using System.Text.Json.Nodes;
using Azukari.Demo.Machines;
using Azukari.Demo.Replays;

namespace Azukari.Demo.Tests.Replays;

/// <summary>The seed's replay, and what becomes of it when one of its facts is turned.</summary>
internal static class Played
{
    internal const string Seal = "seal", Depart = "depart", Finish = "finish";

    internal static string Seed { get; } = File.ReadAllText(Path.Combine(BuildOutput.ReplaysFolder, "amagasaki-2022.yaml"));

    internal static Replay Of(string yaml)
    {
        var file = ReplayReader.Read(new StringReader(yaml));
        return new(file, Prevent.Play(file), Detect.Play(file));
    }

    /// <summary>The seed with this text in place of that one; the text must stand there once.</summary>
    internal static Replay Turned(params (string From, string To)[] facts) => Of(facts.Aggregate(Seed, (yaml, fact) =>
    {
        Assert.Equal(2, yaml.Split(fact.From).Length);
        return yaml.Replace(fact.From, fact.To, StringComparison.Ordinal);
    }));

    internal static string[] RulesAt(this Replay replay, string did) => [.. replay.Prevented.First(step => step.Step.Did == did).RefusedBy.Select(rule => rule.ToString())];

    internal static JsonNode Json(this Replay replay, string part) => ReplayJson.Of(replay)[part]!;
}
