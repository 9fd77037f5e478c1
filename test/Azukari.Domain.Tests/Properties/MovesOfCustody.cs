using Azukari.Domain.Applications;
using Azukari.Domain.Custody;

namespace Azukari.Domain.Tests.Properties;

/// <summary>From hand to hand: out, in, back, home.</summary>
internal static class MovesOfCustody
{
    internal static IEnumerable<Move> All =>
    [
        Move.Case<HandOver>(60, (world, held) => NextHop(world, held) is not Hop.None, Passed,
            (_, act) => act with { Media = [] },
            (_, act) => act with { Media = [.. act.Media, new("own-stick")] },
            (_, act) => act with { SealNumber = "other" },
            (_, act) => act with { Intact = false },
            (_, act) => act with { Route = null },
            (_, act) => act with { Delivered = act.Delivered is null ? new(CourierCompany, "track", "receipt") : null },
            (_, act) => act with { To = [] },
            (world, act) => act with { To = [.. act.To, world.Any(world.Everybody)] },
            (_, act) => act with { To = [.. act.To.Take(1)] },
            (_, act) => act with { At = new("dinner") },
            (_, act) => act with { At = null, Stored = true },
            (_, act) => act with { At = CallCentre, Stored = true },
            (_, act) => act with { Method = TransferMethod.Alone },
            (_, act) => act with { Method = TransferMethod.Courier },
            (_, act) => act with { To = [], Courier = new(Subcontractor, "track", "receipt") },
            (_, act) => act with { To = [], Courier = new(CourierCompany, "", "") },
            (_, act) => act with { To = [], Courier = new(Lapsed, "track", "receipt") },
            (_, act) => act with { Courier = null, To = act.To.IsEmpty ? [Carrier] : act.To }),
    ];

    private enum Hop
    {
        None,
        Out,
        In,
        Back,
        Home,
    }

    /// <summary>Where it should go next, if anywhere.</summary>
    private static Hop NextHop(World world, CarryOut held)
    {
        if (held is not { Seal: { } seal, Custody: { } custody, HasEnded: false } || IsGone(held)) return Hop.None;

        var isErased = seal.Measured.Volumes.All(volume => held.Erasure.GetValueOrDefault(volume.Medium)?.Covers(volume.Bytes) == true);
        var isDone = isErased || held.KillOrdered is not null || held.GaveUp is not null || !held.Deaths.IsEmpty && held.Loaded is null;

        if (Home.IsStored(world.Facts, held)) return custody.HasLeft || isDone || world.Clock > held.Plan.Window?.OutBy || held.Suspended is not null ? Hop.None : Hop.Out;
        if (!custody.HasLeft) return isDone || world.Clock > held.Plan.Window?.OutBy || held.Suspended is not null ? Hop.Home : Hop.Out;
        if (custody.Now is { AtDestination: true, Stored: true } or { AtDestination: true, Holders.IsEmpty: false }) return isDone || world.Clock > held.Plan.Window?.OpenBy ? Hop.Back : Hop.None;
        if (custody.Now.Courier is not null) return Hop.In;

        return isDone || world.Clock > held.Plan.Window?.OpenBy ? Hop.Home : Hop.In;
    }

    /// <summary>Of what was killed after a report, two in three are never seen again.</summary>
    internal static bool IsGone(CarryOut held) => held is { KillOrdered: not null, Losses.IsEmpty: false } && held.Id.Value[^1] % 3 != 0;

    private static Attempt Passed(World world, CarryOut held)
    {
        var givers = held.Custody?.Now.Holders ?? [Carrier];
        var number = held.Loaded is null ? held.Seal?.Measured.SealNumber : null;
        var act = new HandOver(
            held.Id, [.. held.Seal?.Measured.Volumes.Select(volume => volume.Medium) ?? held.Plan.Media], [], null, null, Stored: false, number,
            Intact: !world.Tape.Chance(3), Route: world.Tape.Chance(4) ? null : Hash("route"), Delivered: held.Custody?.Now.Courier);

        act = NextHop(world, held) switch
        {
            Hop.Out when held.Custody is { Legs.Length: 1 } && world.Tape.Chance(10) => act with { To = [Keeper(world, held.Plan.Source)], At = held.Plan.Source, Stored = true },
            Hop.Out when held.Plan.Courier is { } company => act with { Courier = new(company, "track", "receipt"), At = held.Plan.Source },
            Hop.Out => act with { To = held.Plan.Custodians, At = held.Plan.Source },
            Hop.In => act with { To = [Keeper(world, held.Plan.Destination)], At = held.Plan.Destination, Stored = true },
            Hop.None when world.Tape.Chance(50) => act with { To = held.Plan.Custodians },
            Hop.Back => act with { To = held.Plan.Custodians },
            Hop.Home or Hop.None => act with { To = [Keeper(world, held.Plan.Source)], At = held.Plan.Source, Stored = true },
        };

        var hands = givers.Take(1).Concat(act.To).Distinct().Select(person => world.As(person, Role.Keeper, Role.Operator)).ToArray();
        return world.By(act, null, hands);
    }

    private static PersonId Keeper(World world, SiteId site) => world.Who(Role.Keeper, site == DataCentre ? Side.Owner : Side.Contractor);
}
