using System.Collections.Immutable;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.Media;

/// <summary>R34: which media a computer may let in, for device control to read, and what an imported event is held against.</summary>
public static class AllowList
{
    /// <summary>The serial numbers that this station may let in at this moment, in ordinal order, none twice.</summary>
    public static ImmutableArray<string> Of(Engagement facts, StationId station, DateTimeOffset now) =>
    [
        .. facts.Media.Values.Where(medium => Permits(facts, medium, station, now)).Select(medium => medium.Admitted.Measured.Serial).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a medium with this serial number had business at this station then. It is read from marks, so that a log that comes late is judged by its own time.</summary>
    internal static bool Permits(Engagement facts, string serial, StationId station, DateTimeOffset at) => Carrying(facts, serial).Any(medium => Permits(facts, medium, station, at));

    /// <summary>The media that carry or carried this serial number.</summary>
    internal static IEnumerable<Medium> Carrying(Engagement facts, string serial) =>
        facts.Media.Values.Where(medium => medium.Admitted.Measured.Serial == serial).OrderBy(medium => medium.Id.Value, StringComparer.Ordinal);

    /// <summary>Whether an enrolled computer stands at this site and has not been closed.</summary>
    internal static bool IsAt(Engagement facts, StationId station, SiteId site) => facts.Stations.TryGetValue(station, out var known) && known.Closed is null && known.Site == site;

    private static bool Permits(Engagement facts, Medium medium, StationId station, DateTimeOffset at) =>
        !Is(medium.Ended?.Mark, at) && facts.Stations.TryGetValue(station, out var known) && !Is(known.Closed, at)
        && facts.CarryOuts.Values.Any(carryOut => carryOut.Plan.Media.Contains(medium.Id) && !HasEnded(carryOut, at)
            && (IsBeingSealed(carryOut, station, at) || IsAtItsDestination(carryOut, medium.Id, station, at) || IsBeingErased(facts, carryOut, medium, station, at)));

    /// <summary>The sealing station, inside the window and until it is sealed.</summary>
    private static bool IsBeingSealed(CarryOut carryOut, StationId station, DateTimeOffset at) =>
        carryOut.Plan.SealAt == station && Is(carryOut.Permit?.Mark, at) && carryOut.Plan.Window is { } window && at >= window.From && at <= window.OutBy && (carryOut.Seal is null || at <= carryOut.Seal.Mark.At);

    /// <summary>The opening station, from the departure until that medium is erased.</summary>
    private static bool IsAtItsDestination(CarryOut carryOut, MediumId medium, StationId station, DateTimeOffset at) =>
        carryOut.Plan.OpenAt == station && Until(carryOut, at) is { HasLeft: true }
        && !(carryOut.Erasure.GetValueOrDefault(medium) is { } steps && (steps.Site ?? steps.Cleared)?.Mark.At < at);

    /// <summary>Any station of its home while it lies there with a payload that has not been confirmed as erased. What is ready to leave is in its carriers' hands, not in a reader.</summary>
    private static bool IsBeingErased(Engagement facts, CarryOut carryOut, Medium medium, StationId station, DateTimeOffset at) =>
        facts.Stations[station].Site == medium.Admitted.Home && Until(carryOut, at)?.Now is { Stored: true } leg && leg.At == medium.Admitted.Home
        && !(carryOut.Erasure.GetValueOrDefault(medium.Id)?.Confirmed?.At < at);

    /// <summary>Who had it until then, or null where nothing was sealed yet.</summary>
    private static CustodyChain? Until(CarryOut carryOut, DateTimeOffset at) =>
        carryOut.Custody?.Legs.Where(leg => leg.Mark.At <= at).ToImmutableArray() is { IsDefaultOrEmpty: false } legs ? new(legs) : null;

    private static bool HasEnded(CarryOut carryOut, DateTimeOffset at) =>
        carryOut.Declined is not null || Is(carryOut.Withdrawn, at) || Is(carryOut.Voided, at) || Is(carryOut.Destroyed, at) || carryOut.Closed?.At < at;

    private static bool Is(Mark? mark, DateTimeOffset at) => mark is not null && mark.At <= at;
}
