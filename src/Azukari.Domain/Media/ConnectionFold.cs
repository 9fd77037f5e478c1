using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;

namespace Azukari.Domain.Media;

/// <summary>What an imported line of a device-control log leads to (R34).</summary>
internal static class ConnectionFold
{
    /// <summary>Permitted, it is noted. Otherwise an incident opens: of the carry-out that has the medium, or of the serial number where none has.</summary>
    internal static Engagement Imported(Engagement before, DeviceEvent seen, Mark mark)
    {
        var isPermitted = AllowList.Permits(before, seen.Serial, seen.Station, seen.At) || WasRegisteredThere(before, seen);
        var after = before with { Connections = before.Connections.Add(seen.Line, new(mark, seen, isPermitted)) };

        var usedBy = AllowList.Carrying(before, seen.Serial).Select(medium => medium.InUseBy).FirstOrDefault(id => id is not null);

        return isPermitted ? after : IncidentFold.Opened(after, usedBy, IncidentCause.WithoutPermit, mark, seen.Serial);
    }

    /// <summary>A new medium is tried at its home before it stands in the register; that day is its registration's.</summary>
    private static bool WasRegisteredThere(Engagement facts, DeviceEvent seen) => AllowList.Carrying(facts, seen.Serial).Any(medium =>
        medium.Since is { } since && facts.Calendar.DateOf(since.At) == facts.Calendar.DateOf(seen.At) && AllowList.IsAt(facts, seen.Station, medium.Admitted.Home));
}
