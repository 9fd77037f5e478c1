using Azukari.Domain.Engagements;

namespace Azukari.Domain.People;

/// <summary>Presence is measured (R11): the station that showed the code signs the same act. Anything else was given from elsewhere and does not count.</summary>
internal static class PresenceRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, Presence? presence, MachineSigner? machine, Rule rule)
    {
        if (!IsShown(facts, presence, machine)) yield return new(rule, Reason.PresenceNotShown, presence?.Station.Value);
    }

    internal static bool IsShown(Engagement facts, Presence? presence, MachineSigner? machine) =>
        presence is not null && machine is not null && facts.Stations.TryGetValue(presence.Station, out var station) && station.Key.Id == machine.Key;
}
