using System.Globalization;
using System.Text.Json.Nodes;
using Azukari.Protocol.Wording;

namespace Azukari.Demo.Replays;

/// <summary>A replay for programs; its members stand in the manual. Times are local, with their offset.</summary>
internal static class ReplayJson
{
    internal static JsonObject Of(Replay replay)
    {
        var (file, now) = (replay.File, replay.Detected);
        string? At(DateTimeOffset? at) => at is { } instant ? file.Local(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : null;

        return new()
        {
            ["id"] = file.Id,
            ["unknown"] = Names(file.Unknown),
            ["prevent"] = new JsonArray([.. replay.Prevented.Select(step => new JsonObject
            {
                ["at"] = At(step.Step.At),
                ["did"] = step.Step.Did,
                ["refused_by"] = Names(step.RefusedBy.Select(rule => rule.ToString())),
                ["unknown"] = Names(step.Unknown),
            })]),
            ["detect"] = new JsonObject
            {
                ["first_alarm"] = At(now.FirstAlarm),
                ["rule"] = now.Rule?.ToString(),
                ["key_dead"] = At(now.KeyDead),
                ["key_state"] = now.Key is { } key ? KeyWording.Of(key, file.Zone.Id).En : null,
                ["all_told"] = At(now.AllTold),
                ["all_acknowledged"] = At(now.AllAcknowledged),
                ["assumed"] = "an answer after 15 minutes by the first on the call list",
                ["people"] = now.People,
                ["records"] = now.Records,
                ["clocks"] = new JsonArray([.. now.Clocks.Select(clock => new JsonObject
                {
                    ["party"] = clock.Party,
                    ["pack"] = clock.Deadline.Pack.Value,
                    ["edition"] = clock.Deadline.Edition,
                    ["duty"] = clock.Deadline.Duty.ToString(),
                    ["known_at"] = At(clock.KnownAt),
                    ["alarm_before"] = At(clock.AlarmAt),
                    ["nominal"] = clock.Deadline.Instant is { } instant ? At(instant) : clock.Deadline.Nominal?.ToString("O", CultureInfo.InvariantCulture),
                    ["due"] = clock.Deadline.Instant is { } until ? At(until) : clock.Deadline.Due?.ToString("O", CultureInfo.InvariantCulture),
                    ["unverified"] = clock.Deadline.Unverified,
                })]),
                ["stand_ins"] = new JsonArray([.. now.StandIns.Select(one => new JsonObject { ["person"] = one.Person, ["for"] = one.For, ["party"] = one.Party, ["role"] = one.Role.ToString() })]),
            },
        };
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);
}
