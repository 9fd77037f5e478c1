using System.Text.Json.Nodes;
using Azukari.Demo.Replays;
using Azukari.Demo.Stories;

namespace Azukari.Demo;

/// <summary>The demo's answer for programs; its schema stands in the manual.</summary>
internal static class Result
{
    internal static JsonObject Of(IEnumerable<Replay> replays) => new() { ["replays"] = new JsonArray([.. replays.Select(ReplayJson.Of)]) };

    internal static JsonObject Of(Told told, IEnumerable<Replay> replays) => new()
    {
        ["carryout"] = new JsonObject
        {
            ["people"] = told.Carried["people"]!.GetValue<long>(),
            ["records"] = told.Carried["records"]!.GetValue<long>(),
            ["sealed_bytes"] = told.Carried["sealedBytes"]!.GetValue<long>(),
            ["closed"] = told.Closed["phase"]!.GetValue<string>() == "Closed",
            ["bundle"] = told.CarriedBundle,
            ["genesis"] = told.Genesis,
        },
        ["lost"] = new JsonObject
        {
            ["people"] = told.Lost["people"]!.GetValue<long>(),
            ["records"] = told.Lost["records"]!.GetValue<long>(),
            ["key_state"] = told.Lost["answer"]!.GetValue<string>(),
            ["bundle"] = told.LostBundle,
            ["genesis"] = told.Genesis,
        },
        ["replays"] = new JsonArray([.. replays.Select(ReplayJson.Of)]),
    };
}
