using Azukari.Domain.Engagements;

namespace Azukari.Domain.Media;

/// <summary>R34: which lines of a device-control log are taken in. None is refused for what it says: a connection that nobody permitted is why they are read.</summary>
internal static class ConnectionRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, ImportConnection act, Attempt attempt, DateTimeOffset now)
    {
        if (facts.Connections.ContainsKey(act.Seen.Line)) yield return new(Rule.R34, Reason.ConnectionKnown);
        if (!IsSerial(act.Seen.Serial) || act.Seen.At > now) yield return new(Rule.R34, Reason.ConnectionNotUsable, act.Seen.Station.Value);

        // A key holder sees no device; its signature here would be somebody's word under a machine's name.
        if (attempt.Machine is { } machine && !facts.IsStation(machine.Key)) yield return new(Rule.R34, Reason.ConnectionNotVouchedFor, act.Seen.Station.Value);
    }

    private static bool IsSerial(string serial) => serial is { Length: >= 1 and <= 126 } && serial.All(letter => letter is >= ' ' and < '\x7F');
}
